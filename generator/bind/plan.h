// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The plan of a binding: what is declared and in which order, under which names, and how each function is called. Everything that
// back-ends decide alike is decided here; no language's words are.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bind/calls.h"
#include "bind/forms.h"
#include "bind/names.h"
#include "bind/options.h"
#include "bind/outline.h"
#include "bind/place.h"
#include "model/layout.h"
#include "model/types.h"

namespace bind {

struct TypePlan {
  const Declaration* declaration;
  Form form = Form::alias;
  // As far as the form has them.
  std::span<const model::Value> values = {};
  std::span<const model::Field> fields = {};
  std::span<const model::Case> cases = {};
  const model::Variant* variant = nullptr;
  // The integer that represents it or its tag; null where there is none.
  const model::Repr* repr = nullptr;
  // Of a variant: the first case that carries something that takes memory, or the number of cases.
  std::size_t first_payload = 0;
  // The enum that names its cases, or null.
  const Declaration* tag = nullptr;
  // Of a handle: those that it may stand in for.
  std::vector<const Declaration*> supertypes = {};
};

struct FunctionPlan {
  const model::Module* module;
  const model::Function* function;
  const FunctionNames* names;
  CallPlan call;
};

struct ModulePlan {
  const model::Module* module;
  const Name* name;
  // Those that are asked for.
  std::vector<FunctionPlan> functions;
};

struct ConstantPlan {
  const NamedConstant* named;
  // Null, if the specification does not define the type.
  const Declaration* type;
};

// Refers to what it was made of, and to itself: it stays where it is.
struct Plan {
  Plan(const model::Model& of, const model::Layouts& with, const Options& asked, const Naming& language);
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  const model::Model& model;
  const model::Layouts& layouts;
  const Options& options;
  // With the styles that the options ask for.
  Naming naming;
  Place place;
  Outline outline;
  // Of the outline, what the functions need that are asked for.
  std::vector<TypePlan> types;
  std::vector<ConstantPlan> constants;
  std::vector<ModulePlan> modules;
};

// What options.renames may name in a document: "errno", "errno.2big", "wasi_snapshot_preview1.fd_write.iovs". Nothing where
// nothing is renamed.
[[nodiscard]] std::set<std::string> rename_paths(const model::Model& model, const Options& options,
                                                 const Naming& language);

// What the specification says of a type or resource.
[[nodiscard]] std::string_view docs_of(const model::Model& model, const Declaration& declaration);

// What the options leave of docs.
[[nodiscard]] std::string_view shown_docs(const Options& options, std::string_view docs);

// The same as lines of a comment, and behind them a note for what could not keep its name.
[[nodiscard]] std::vector<std::string> docs_lines(const Options& options, std::string_view docs);
[[nodiscard]] std::vector<std::string> docs_lines(const Options& options, std::string_view docs, const Name& name,
                                                  std::string_view spec_name);

}  // namespace bind
