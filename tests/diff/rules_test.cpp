// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every rule by hand-written cases, and that each rule is needed: without it a case fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "diff/cases.h"
#include "diff/diff.h"
#include "front_end.h"

namespace {

using diff::Change;
using diff::Changes;
using diff::Rule;

struct Pair {
  tests::FrontEnd before;
  tests::FrontEnd after;

  explicit Pair(const tests::DiffCase& c) {
    before.read_text(std::string(c.before));
    after.read_text(std::string(c.after));
  }
};

std::vector<std::string> expected(const tests::DiffCase& c) {
  std::vector<std::string> list = c.changes;
  std::ranges::sort(list);
  return list;
}

TEST(DiffRules, CasesAreValid) {
  for (const tests::DiffCase& c : tests::diff_cases()) {
    const Pair pair(c);
    for (const tests::FrontEnd* side : {&pair.before, &pair.after}) {
      EXPECT_EQ(side->diagnostics.errors(), 0U)
          << c.name << ": " << (side->diagnostics.all().empty() ? "" : side->diagnostics.all()[0].message);
    }
  }
}

TEST(DiffRules, EachCaseFindsItsChangesAndNoOthers) {
  for (const tests::DiffCase& c : tests::diff_cases()) {
    const Pair pair(c);
    EXPECT_EQ(tests::told(diff::diff(pair.before.model, pair.after.model)), expected(c)) << c.name;
  }
}

// A companion would hide what the table says of a rule, were verdicts not told one by one; alone, nothing can.
TEST(DiffRules, EveryRuleIsAloneInACase) {
  // Whatever else carries something new is told as well.
  const std::set<Rule> never_alone{Rule::passing_changed, Rule::parameter_added, Rule::parameter_removed,
                                   Rule::result_added,    Rule::result_removed,  Rule::union_resized,
                                   Rule::variant_resized};
  for (const diff::RuleInfo& row : diff::all_rules()) {
    const diagnostics::CodeInfo& rule = info(row.rule);
    const bool alone = std::ranges::any_of(tests::diff_cases(), [&rule](const tests::DiffCase& c) {
      return !c.changes.empty() &&
             std::ranges::all_of(c.changes, [&rule](const std::string& change) { return change.starts_with(rule.id); });
    });
    EXPECT_NE(alone, never_alone.contains(row.rule)) << rule.id << " " << rule.title;
  }
}

TEST(DiffRules, NothingDiffersFromItself) {
  for (const tests::DiffCase& c : tests::diff_cases()) {
    const Pair pair(c);
    EXPECT_TRUE(diff::diff(pair.before.model, pair.before.model).empty()) << c.name;
    EXPECT_TRUE(diff::diff(pair.after.model, pair.after.model).empty()) << c.name;
  }
}

TEST(DiffRules, EveryRuleHasACaseAndIsMissedWithoutIt) {
  for (const diff::RuleInfo& row : diff::all_rules()) {
    const diagnostics::CodeInfo& rule = info(row.rule);
    bool missed = false;
    for (const tests::DiffCase& c : tests::diff_cases()) {
      const bool about_it =
          std::ranges::any_of(c.changes, [&rule](const std::string& change) { return change.starts_with(rule.id); });
      if (!about_it) continue;
      const Pair pair(c);
      missed |= tests::told(diff::diff(pair.before.model, pair.after.model,
                                       {.module_names = {}, .target = {}, .only = {}, .disabled = {row.rule}})) !=
                expected(c);
    }
    EXPECT_TRUE(missed) << rule.id << " " << rule.title;
  }
}

// The rule by which the way back is told. Those that are not listed are their own.
const std::map<Rule, Rule> opposites{
    {Rule::module_added, Rule::module_removed},
    {Rule::memory_import_added, Rule::memory_import_removed},
    {Rule::function_added, Rule::function_removed},
    {Rule::parameter_added, Rule::parameter_removed},
    {Rule::result_added, Rule::result_removed},
    {Rule::type_added, Rule::type_removed},
    {Rule::type_hidden, Rule::type_shown},
    {Rule::resource_added, Rule::resource_removed},
    {Rule::supertype_added, Rule::supertype_removed},
    {Rule::field_added, Rule::field_removed},
    // Where a field came into padding, padding stays when it goes; but what was there is lost.
    {Rule::field_added_in_padding, Rule::field_removed},
    {Rule::member_added, Rule::member_removed},
    {Rule::case_added, Rule::case_removed},
    {Rule::payload_added, Rule::payload_removed},
    {Rule::flag_added, Rule::flag_removed},
    {Rule::value_added, Rule::value_removed},
    {Rule::constant_added, Rule::constant_removed},
};

// The kind of a change without its direction.
Rule undirected(Rule rule) {
  const auto found = opposites.find(rule);
  return found == opposites.end() ? rule : found->second;
}

bool comes(Rule rule) { return opposites.contains(rule); }
bool goes(Rule rule) {
  return std::ranges::any_of(opposites, [rule](const auto& pair) { return pair.second == rule; });
}

TEST(DiffRules, TheWayBackIsTheMirrorImage) {
  for (const tests::DiffCase& c : tests::diff_cases()) {
    const Pair pair(c);
    std::multiset<Rule> there;
    std::multiset<Rule> back;
    int balance = 0;
    for (const Change& change : diff::diff(pair.before.model, pair.after.model)) {
      there.insert(undirected(change.rule));
      balance += comes(change.rule) ? 1 : goes(change.rule) ? -1 : 0;
    }
    for (const Change& change : diff::diff(pair.after.model, pair.before.model)) {
      back.insert(undirected(change.rule));
      balance += comes(change.rule) ? 1 : goes(change.rule) ? -1 : 0;
    }
    EXPECT_EQ(there, back) << c.name;
    EXPECT_EQ(balance, 0) << c.name;
  }
}

TEST(DiffRules, TableSpeaksOfEachRule) {
  std::set<std::string_view> ids;
  std::set<std::string_view> titles;
  std::map<std::string_view, std::set<std::string_view>> explained;
  for (const diff::RuleInfo& row : diff::all_rules()) {
    const diagnostics::CodeInfo& rule = info(row.rule);
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_FALSE(rule.title.empty()) << rule.id;
    EXPECT_TRUE(titles.insert(rule.title).second) << rule.id;
    explained[rule.explanation].insert(rule.id);
    EXPECT_TRUE(rule.explanation.ends_with('.')) << rule.id;
    // As severe as for those whom it hurts most.
    constexpr std::array severities{diagnostics::Severity::note, diagnostics::Severity::warning,
                                    diagnostics::Severity::error};
    EXPECT_EQ(rule.severity, severities[static_cast<std::size_t>(std::max(row.hurts.first, row.hurts.second))])
        << rule.id;
    // Only what touches bytes can move them.
    EXPECT_TRUE(!row.moves_bytes || row.level == diff::Level::abi) << rule.id;
  }
  // What hurts for one reason, and nothing else, is explained by one sentence.
  const std::set<std::set<std::string_view>> of_one_reason{{"WD0127", "WD0128"},
                                                           {"WD0221", "WD0225"},
                                                           {"WD0222", "WD0226", "WD0314", "WD0422", "WD0424", "WD0432"},
                                                           {"WD0312", "WD0402"},
                                                           {"WD0403", "WD0423"}};
  std::set<std::set<std::string_view>> shared;
  for (const auto& [sentence, rules] : explained) {
    if (rules.size() > 1) shared.insert(rules);
  }
  EXPECT_EQ(shared, of_one_reason);
}

}  // namespace
