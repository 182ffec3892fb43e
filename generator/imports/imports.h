// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether an engine that offers some specifications could start a module: what it imports, against what they define. Knows no
// files; the module's own text is bytes, so its findings point at the module as a whole and at the specifications.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/layout.h"
#include "model/types.h"
#include "wasm/module.h"

namespace imports {

// One specification. Its model must be without errors.
struct Offer {
  // As the user calls it: "@preview1", "bell.witx".
  std::string name;
  const model::Model& model;
  const model::Layouts& layouts;
};

struct Question {
  const wasm::Module& module;
  // A source that stands for the module in messages; its text is empty.
  support::SourceId source;
  // By function index, whether any code needs it; nothing where that is not known.
  std::optional<std::vector<bool>> used;
  // What the engine offers.
  std::vector<Offer> offers;
  // What is known besides, and would explain a mistake.
  std::vector<Offer> others;
};

// A name as it can stand in a line: control characters are written as in the text format, "\0a".
[[nodiscard]] std::string printable(std::string_view name);

// Reports what keeps the module from running.
void check(const Question& question, diagnostics::Sink& findings);

// How many functions the offer defines, and whether it has, with equal signatures, every function that the module imports.
[[nodiscard]] std::size_t function_count(const Offer& offer);
[[nodiscard]] bool satisfies(const Offer& offer, const wasm::Module& module);

}  // namespace imports
