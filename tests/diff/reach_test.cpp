// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How far a change reaches: layouts, functions, and which side it hurts.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diff/approvals.h"
#include "diff/diff.h"
#include "diff/judgement.h"
#include "front_end.h"

namespace {

using diff::Change;
using diff::Changes;
using diff::Rule;
using diff::Verdict;
using diff::Verdicts;

Changes between(std::string before, std::string after, const diff::Options& options = {}) {
  tests::FrontEnd a;
  tests::FrontEnd b;
  a.read_text(std::move(before));
  b.read_text(std::move(after));
  EXPECT_EQ(a.diagnostics.errors() + b.diagnostics.errors(), 0U);
  return diff::diff(a.model, b.model, options);
}

const Change& only(const Changes& changes, Rule rule) {
  const auto found = std::ranges::find(changes, rule, &Change::rule);
  EXPECT_NE(found, changes.end()) << info(rule).title;
  static const Change none;
  return found == changes.end() ? none : *found;
}

std::vector<std::string> paths(const std::vector<diff::Effect>& effects) {
  std::vector<std::string> list;
  for (const diff::Effect& effect : effects) list.push_back(effect.path);
  return list;
}

using Paths = std::vector<std::string>;

TEST(DiffReach, LayoutsGrowThroughValuesAndNotThroughPointers) {
  const std::string rest =
      "(typename $inner (record (field $a $t) (field $b u8))) (typename $outer (record (field $p u8) (field $i "
      "$inner)))"
      "(typename $far (record (field $p (@witx pointer $inner)) (field $l (list $t))))";
  const Changes changes = between("(typename $t u32) " + rest, "(typename $t u64) " + rest);
  const Change& change = only(changes, Rule::retyped);
  EXPECT_EQ(paths(change.effects), (Paths{"t", "inner", "outer"}));
  const diff::Effect& outer = change.effects.at(2);
  EXPECT_EQ(outer.size.before, 12U);
  EXPECT_EQ(outer.size.after, 24U);
  ASSERT_EQ(outer.moves.size(), 1U);
  EXPECT_EQ(outer.moves[0].name, "i");
  EXPECT_EQ(outer.moves[0].offset.before, 4U);
  EXPECT_EQ(outer.moves[0].offset.after, 8U);
}

TEST(DiffReach, AnEffectBelongsToItsCauseAlone) {
  const Changes changes = between(
      "(typename $f (flags (@witx repr u8) $a)) (typename $n u8) (typename $r (record (field $f $f) (field $n $n)))",
      "(typename $f (flags (@witx repr u8) $a $b)) (typename $n u32) (typename $r (record (field $f $f) (field $n "
      "$n)))");
  EXPECT_TRUE(only(changes, Rule::flag_added).effects.empty());
  EXPECT_EQ(paths(only(changes, Rule::retyped).effects), (Paths{"n", "r"}));
}

TEST(DiffReach, ATagNamesTheUnionsThatChangeWithIt) {
  const std::string rest =
      "(typename $any (union (@witx tag $k) u8 u16)) (typename $some (variant (@witx tag $k) (case $a u8) (case $b)))"
      R"((module $m (@interface func (export "f") (param $p (@witx pointer $any)))))";
  const Changes changes =
      between("(typename $k (enum (@witx tag u8) $a $b)) " + rest, "(typename $k (enum (@witx tag u8) $b $a)) " + rest);
  const Change& change = only(changes, Rule::case_value_changed);
  EXPECT_EQ(change.path, "k.a");
  EXPECT_EQ(change.text, "has the value 1 instead of 0 (tag of any, some)");
  EXPECT_EQ(change.functions, (Paths{"f"}));
  EXPECT_EQ(std::ranges::count(changes, Rule::case_value_changed, &Change::rule), 2);
}

TEST(DiffReach, FunctionsAreReachedThroughAnything) {
  const std::string rest = R"((typename $r (record (field $e $e))) (typename $p (@witx pointer $r)) (module $m
      (@interface func (export "by_value") (param $e $e))
      (@interface func (export "by_list") (param $l (list $p)))
      (@interface func (export "not_at_all") (param $n u32))))";
  const Changes changes =
      between("(typename $e (enum (@witx tag u8) $a)) " + rest, "(typename $e (enum (@witx tag u8) $a $b)) " + rest);
  EXPECT_EQ(only(changes, Rule::case_added).functions, (Paths{"by_value", "by_list"}));
}

// The verdict on an added case, by how the type travels.
Verdicts added_case(const std::string& functions) {
  const std::string rest = "(typename $ok (enum (@witx tag u8) $ok)) (module $m " + functions + ")";
  return only(between("(typename $e (enum (@witx tag u8) $a)) " + rest,
                      "(typename $e (enum (@witx tag u8) $a $b)) " + rest),
              Rule::case_added)
      .verdicts;
}

TEST(DiffReach, AnAddedCaseEndangersWhoeverReceivesIt) {
  const Verdicts host{.guest = Verdict::compatible, .host = Verdict::dangerous};
  const Verdicts guest{.guest = Verdict::dangerous, .host = Verdict::compatible};
  const Verdicts both{.guest = Verdict::dangerous, .host = Verdict::dangerous};
  EXPECT_EQ(added_case(R"((@interface func (export "f") (param $e $e)))"), host);
  EXPECT_EQ(added_case(R"((@interface func (export "f") (param $e (list $e))))"), host);
  EXPECT_EQ(added_case(R"((@interface func (export "f") (param $e (@witx const_pointer $e))))"), host);
  EXPECT_EQ(added_case(R"((@interface func (export "f") (result $r (expected $e (error $ok)))))"), guest);
  EXPECT_EQ(added_case(R"((@interface func (export "f") (result $r (expected (error $e)))))"), guest);
  EXPECT_EQ(added_case(R"((@interface func (export "f") (param $e (@witx pointer $e))))"), both);
  EXPECT_EQ(
      added_case(
          R"((@interface func (export "f") (param $e $e)) (@interface func (export "g") (result $r (expected $e (error $ok)))))"),
      both);
  // Nobody is known to carry it.
  EXPECT_EQ(added_case(""), both);
}

TEST(DiffReach, FunctionsComeAndGoForOneSide) {
  const std::string with = R"((module $m (@interface func (export "f"))))";
  const Changes there = between("(module $m)", with);
  const Changes back = between(with, "(module $m)");
  EXPECT_EQ(only(there, Rule::function_added).verdicts,
            (Verdicts{.guest = Verdict::compatible, .host = Verdict::breaking}));
  EXPECT_EQ(only(back, Rule::function_removed).verdicts,
            (Verdicts{.guest = Verdict::breaking, .host = Verdict::compatible}));
}

TEST(DiffReach, MappedModulesAreTheSame) {
  const std::string before = R"((module $a (@interface func (export "f"))) (module $b))";
  const std::string after = R"((module $x (@interface func (export "f"))) (module $b))";
  EXPECT_EQ(between(before, after).size(), 2U);
  const Changes mapped =
      between(before, after, {.module_names = {{"a", "x"}}, .target = {}, .only = {}, .disabled = {}});
  ASSERT_EQ(mapped.size(), 1U);
  EXPECT_EQ(mapped[0].rule, Rule::module_renamed);
}

TEST(DiffReach, PointersOfSixtyFourBitsCountDouble) {
  const std::string types = "(typename $p (@witx pointer u8)) (typename $r (record (field $x $p) (field $y ";
  const Changes changes = between(types + "u8)))", types + "u64)))",
                                  {.module_names = {}, .target = {.pointer_size = 8}, .only = {}, .disabled = {}});
  const Change& change = only(changes, Rule::retyped);
  EXPECT_TRUE(change.effects.empty());
  EXPECT_EQ(change.path, "r.y");
}

TEST(DiffReach, FingerprintsIgnoreLinesAndSeeShapes) {
  const auto fingerprint = [](std::string before, std::string after) {
    return only(between(std::move(before), std::move(after)), Rule::retyped).fingerprint;
  };
  const std::string first = fingerprint("(typename $t u32)", "(typename $t u64)");
  EXPECT_EQ(first.size(), 16U);
  EXPECT_EQ(first, fingerprint("\n\n;; moved\n(typename $t u32)", "(typename $x u8)\n(typename $t u64)"));
  EXPECT_NE(first, fingerprint("(typename $t u32)", "(typename $t u16)"));
  EXPECT_NE(first, fingerprint("(typename $s u32)", "(typename $s u64)"));
}

TEST(DiffJudgement, LevelsAndThresholdsDecide) {
  const Changes changes =
      between("(typename $e (enum (@witx tag u8) $a))", "(typename $e (enum (@witx tag u8) $a $b))");
  const Change& change = only(changes, Rule::case_added);
  using enum diff::Level;
  EXPECT_FALSE(is_shown(change, {.level = link, .fail_on = Verdict::breaking, .perspective = {}}));
  EXPECT_TRUE(is_shown(change, {.level = abi, .fail_on = Verdict::breaking, .perspective = {}}));
  EXPECT_FALSE(fails(change, {.level = source, .fail_on = Verdict::breaking, .perspective = {}}));
  EXPECT_TRUE(fails(change, {.level = source, .fail_on = Verdict::dangerous, .perspective = {}}));
  EXPECT_TRUE(fails(change, {.level = docs, .fail_on = Verdict::compatible, .perspective = {}}));
  EXPECT_FALSE(fails(change, {.level = link, .fail_on = Verdict::compatible, .perspective = {}}));
}

TEST(DiffJudgement, PerspectiveChoosesTheVerdict) {
  const Changes changes = between("(module $m)", R"((module $m (@interface func (export "f"))))");
  const Change& change = only(changes, Rule::function_added);
  EXPECT_FALSE(fails(change, {.perspective = diff::Perspective::guest}));
  EXPECT_TRUE(fails(change, {.perspective = diff::Perspective::host}));
  EXPECT_TRUE(fails(change, {}));
}

// What was approved is that very change: another type of the same size and name is another change.
TEST(DiffApprovals, AnApprovalIsOfWhatIsExchanged) {
  const std::string rest =
      R"( (module $m (@interface func (export "f") (param $p $e)) (@interface func (export "g") (param $p $n))))";
  const std::string other =
      R"( (module $m (@interface func (export "f") (param $p $n)) (@interface func (export "g") (param $p $n))))";
  const auto document = [](const std::string& n, const std::string& functions) {
    return "(typename $e (record (field $a u64))) (typename $n (record " + n + "))" + functions;
  };
  const std::string one = "(field $a u32) (field $b f32)";
  const std::string two = "(field $b f32) (field $a u32)";
  const Changes approved = between(document(one, rest), document(one, other));
  const Changes later = between(document(two, rest), document(two, other));
  EXPECT_NE(only(approved, Rule::retyped).fingerprint, only(later, Rule::retyped).fingerprint);
}

TEST(DiffReach, OnlyKnowsAModuleByBothOfItsNames) {
  const std::string before = R"((module $old (@interface func (export "f") (param $p u32))) (module $k))";
  const std::string after = R"((module $new (@interface func (export "f") (param $p u64))) (module $k))";
  for (const char* const name : {"old::f", "new::f", "f"}) {
    const Changes changes =
        between(before, after, {.module_names = {{"old", "new"}}, .target = {}, .only = {name}, .disabled = {}});
    EXPECT_EQ(only(changes, Rule::signature_changed).path, "new::f") << name;
  }
}

TEST(DiffApprovals, WhatIsWrittenApprovesAndWhatIsGoneIsUnused) {
  const Changes changes = between("(typename $t u32) (typename $s u8)", "(typename $t u64) (typename $s u16)");
  ASSERT_EQ(changes.size(), 2U);
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const auto read = [&](std::string text) {
    return diff::read_approvals(sources.add("approved", std::move(text)), sources, diagnostics);
  };
  const std::vector<diff::Approval> both = read(diff::write_approvals({&changes[0], &changes[1]}));
  EXPECT_EQ(diff::apply(both, changes).changes, (std::vector<bool>{true, true}));
  EXPECT_TRUE(diff::apply(both, changes).unused.empty());
  const Changes fewer = between("(typename $t u32)", "(typename $t u64)");
  EXPECT_EQ(diff::apply(both, fewer).unused, (std::vector<std::size_t>{1}));
  EXPECT_EQ(diff::apply(read("# nothing\n\n"), changes).changes, (std::vector<bool>{false, false}));
  EXPECT_EQ(diagnostics.errors(), 0U);
}

TEST(DiffApprovals, ALineWithoutFingerprintIsReportedAtItsPlace) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const support::SourceId file =
      sources.add("approved", "# fine\r\n0123456789abcdef WD0201 t\r\n  linkcount is fine\n");
  EXPECT_EQ(diff::read_approvals(file, sources, diagnostics).size(), 1U);
  ASSERT_EQ(diagnostics.errors(), 1U);
  EXPECT_EQ(sources.text(diagnostics.all()[0].primary.span), "linkcount");
}

}  // namespace
