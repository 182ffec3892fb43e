// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pairs of documents and what differs between them, written by hand: at least one for every rule.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct DiffCase {
  std::string_view name;
  std::string_view before;
  std::string_view after;
  // "WD0201 path" for every change, in any order.
  std::vector<std::string> changes;
};

[[nodiscard]] std::span<const DiffCase> diff_cases();

}  // namespace tests
