// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What back-ends for documents share: anchors, types in words, and the code in docs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "backend/base/keys.h"

namespace backend {

// Made of the name alone, so that it outlives other changes: '-' for all that cannot stand in a link.
[[nodiscard]] std::string anchor_of(std::string_view spec_name);

// Types come first: a function of the same name is told by its module.
[[nodiscard]] std::string function_anchor(const bind::Plan& plan, const At& at);

// How a markup writes a name that leads somewhere, and code.
struct Markup {
  std::function<std::string(std::string_view name)> link;
  std::function<std::string(std::string_view code)> code;
};

// "list of " and a link. `id` is the type of a definition's right-hand side, or of a member.
[[nodiscard]] std::string type_in_words(const model::Model& model, model::TypeId id, const Markup& markup);

// How many backticks stand at `at`.
[[nodiscard]] std::size_t ticks_at(std::string_view text, std::size_t at);
// Behind the code that the backticks at `at` begin; `at` if as many never end it.
[[nodiscard]] std::size_t code_end(std::string_view text, std::size_t at);
// Where a block of code begins or ends: its line of backticks, or nothing.
[[nodiscard]] std::string_view fence_of(std::string_view line);

}  // namespace backend
