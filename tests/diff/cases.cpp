// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/cases.h"

#include <fmt/format.h>

#include <algorithm>

namespace tests {

const std::vector<DiffCase>& diff_cases() {
  static const std::vector<DiffCase> all = [] {
    std::vector<DiffCase> cases = diff_cases_of_functions();
    for (const auto& more : {diff_cases_of_types(), diff_cases_of_members()})
      cases.insert(cases.end(), more.begin(), more.end());
    return cases;
  }();
  return all;
}

std::string told(const diff::Change& change) {
  std::string text = fmt::format("{} {} {}/{} {}", info(change.rule).id, name_of(diff::row(change.rule).level),
                                 name_of(change.verdicts.guest), name_of(change.verdicts.host), change.path);
  for (const diff::Effect& effect : change.effects) {
    text += fmt::format(", {} {}->{}", effect.path, effect.size.before, effect.size.after);
    for (const diff::Move& move : effect.moves)
      text += fmt::format(" {} {}->{}", move.name, move.offset.before, move.offset.after);
  }
  return text;
}

std::vector<std::string> told(const diff::Changes& changes) {
  std::vector<std::string> list;
  for (const diff::Change& change : changes) list.push_back(told(change));
  std::ranges::sort(list);
  return list;
}

}  // namespace tests
