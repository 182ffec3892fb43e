// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string_view>
#include <vector>

#include "model/types.h"

namespace lint {

// Anything that somebody has named.
struct Item {
  // "type", "function", "field", ...
  std::string_view what;
  std::string_view name;
  const model::Docs& docs;
  support::Span span;
};

// Types and functions, in the order of the document; none that generators skip.
[[nodiscard]] std::vector<Item> all_items(const model::Model& model);

// The members of types whose names are the author's.
[[nodiscard]] std::vector<Item> all_members(const model::Model& model);

// The parameters and results of functions.
[[nodiscard]] std::vector<Item> all_parameters(const model::Model& model);

}  // namespace lint
