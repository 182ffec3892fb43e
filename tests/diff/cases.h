// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pairs of documents and what differs between them, written by hand: at least one for every rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diff/changes.h"

namespace tests {

struct DiffCase {
  std::string_view name;
  std::string_view before;
  std::string_view after;
  // Every change, in any order, as told() says it.
  std::vector<std::string> changes;
};

[[nodiscard]] std::vector<DiffCase> diff_cases_of_functions();
[[nodiscard]] std::vector<DiffCase> diff_cases_of_types();
[[nodiscard]] std::vector<DiffCase> diff_cases_of_members();
// All of them.
[[nodiscard]] const std::vector<DiffCase>& diff_cases();

// "WD0303 abi breaking/breaking t.b, t 8->4 c 4->0": id, level, the verdicts for guests and for hosts, path; then the layouts that
// the change alters, each with its members that move.
[[nodiscard]] std::string told(const diff::Change& change);
// In the order of the alphabet.
[[nodiscard]] std::vector<std::string> told(const diff::Changes& changes);

}  // namespace tests
