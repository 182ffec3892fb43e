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

// The members of one type.
struct MemberGroup {
  // Empty where the type has no name; the span is then the type's own, else that of the name.
  std::string_view type;
  support::Span span;
  std::vector<Item> items;
};

// Of every type that has any whose names are the author's.
[[nodiscard]] std::vector<MemberGroup> all_member_groups(const model::Model& model);

// The members of types whose names are the author's.
[[nodiscard]] std::vector<Item> all_members(const model::Model& model);

// The parameters and results of functions.
[[nodiscard]] std::vector<Item> all_parameters(const model::Model& model);

}  // namespace lint
