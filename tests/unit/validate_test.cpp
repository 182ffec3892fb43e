// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each rule beside a control: a text that breaks it, and one as near to it as can be that does not.
#include "validate/validate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "../front_end.h"

namespace validate {
namespace {

using diagnostics::Code;

struct Row {
  Code code;
  const char* wrong;
  const char* right;
};

#define FUNCTION(fields) "(module $m (@interface func (export \"f\") " fields "))"
#define FLAT(fields) "(module $test (export \"f\" (func " fields ")))"
#define ERRNO "(typename $e (enum (@witx tag u16) $ok)) (typename $n u32) "

const Row rows[] = {
    {Code::duplicate_member, "(typename $x (enum (@witx tag u8) $a $a))", "(typename $x (enum (@witx tag u8) $a $A))"},
    {Code::duplicate_member, "(typename $x (flags (@witx repr u8) $a $a))",
     "(typename $x (flags (@witx repr u8) $a $b))"},
    {Code::duplicate_member, "(typename $x (record (field $a u8) (field $a u8)))",
     "(typename $x (record (field $a u8) (field $b u8)))"},
    {Code::duplicate_member, "(typename $x (variant (case $a) (case $a)))",
     "(typename $x (variant (case $a) (case $b)))"},
    {Code::duplicate_member, "(typename $x (union (field $a u8) (field $a u8)))",
     "(typename $x (union (field $a u8) (field $b u8)))"},
    {Code::duplicate_member, "(typename $x (int u8 (const $a 1) (const $a 2)))",
     "(typename $x (int u8 (const $a 1) (const $b 2)))"},
    {Code::duplicate_member, FUNCTION("(param $a u8) (result $a u8)"), FUNCTION("(param $a u8) (result $b u8)")},
    {Code::duplicate_name, "(module $m (import \"a\" (memory)) (@interface func (export \"a\")))",
     "(module $m (import \"a\" (memory)) (@interface func (export \"b\")))"},
    {Code::duplicate_name, "(@witx const $a $x 1) (@witx const $a $x 1)",
     "(@witx const $a $x 1) (@witx const $b $x 1)"},
    {Code::empty_type, "(typename $x (record))", "(typename $x (tuple))"},
    {Code::empty_type, "(typename $x (enum (@witx tag u8)))", "(typename $x (enum (@witx tag u8) $a))"},
    {Code::too_many_flags, "(typename $x (flags (@witx repr u8) $a $b $c $d $e $f $g $h $i))",
     "(typename $x (flags (@witx repr u8) $a $b $c $d $e $f $g $h))"},
    {Code::value_out_of_range, "(typename $x (int u16 (const $a 65536)))", "(typename $x (int u16 (const $a 65535)))"},
    {Code::duplicate_value, "(typename $x (int u16 (const $a 1) (const $b 0x1)))",
     "(typename $x (int u16 (const $a 1) (const $b 2)))"},
    {Code::buffer_returned, FLAT("(result $b (in-buffer u8))"), FLAT("(param $b (in-buffer u8))")},
    {Code::buffer_returned, FLAT("(result $b (tuple u8 (option (out-buffer u8))))"),
     FLAT("(param $b (tuple u8 (option (out-buffer u8))))")},
    {Code::buffer_returned, FLAT("(param $b (out-buffer (in-buffer u8)))"),
     FLAT("(param $b (in-buffer (out-buffer u8)))")},
    {Code::buffer_returned, FLAT("(param $b (list (out-buffer (tuple u8 (out-buffer u8)))))"),
     FLAT("(param $b (list (out-buffer (tuple u8 (list u8)))))")},
    {Code::buffer_returned, FLAT("(result $b (list (in-buffer u8)))"), FLAT("(param $b (list (in-buffer u8)))")},
    {Code::pointer_in_flat_function, FLAT("(param $b (@witx pointer u8))"), FLAT("(param $b (list u8))")},
    {Code::pointer_in_flat_function, FLAT("(param $b (tuple u8 (list (@witx usize))))"),
     FLAT("(param $b (tuple u8 (list u32)))")},
    {Code::pointer_in_flat_function, FLAT("(param $b (@witx char8))"),
     "(module $test (typename $x u8) (@interface func (export \"f\") (param $b (@witx char8))))"},
    {Code::control_in_string, "(module $m (@interface func (export \"f\\n\")))",
     "(module $m (@interface func (export \"f\\\"\")))"},
    {Code::too_many_results, ERRNO FUNCTION("(result $x (expected (error $e))) (result $y u8)"),
     ERRNO FUNCTION("(result $x (expected (error $e)))")},
    {Code::bad_result_type, ERRNO FUNCTION("(result $x $e)"), ERRNO FUNCTION("(result $x $n)")},
    {Code::bad_result_type, FUNCTION("(result $x string)"), FUNCTION("(result $x u64)")},
    {Code::bad_result_type, FUNCTION("(result $x (tuple u8))"), FUNCTION("(result $x (@witx pointer u8))")},
    {Code::bad_result_type, FUNCTION("(result $x bool)"), FUNCTION("(result $x char)")},
    {Code::bad_result_type, ERRNO FUNCTION("(result $x (variant (case $err $e) (case $ok)))"),
     ERRNO FUNCTION("(result $x (variant (case $ok) (case $err $e)))")},
    {Code::bad_ok_type, ERRNO FUNCTION("(result $x (expected u32 (error $e)))"),
     ERRNO FUNCTION("(result $x (expected $n (error $e)))")},
    {Code::bad_ok_type, ERRNO FUNCTION("(result $x (expected (tuple $n u8) (error $e)))"),
     ERRNO FUNCTION("(result $x (expected (tuple $n $n) (error $e)))")},
    {Code::bad_error_type, FUNCTION("(result $x (expected (error u8)))"),
     ERRNO FUNCTION("(result $x (expected (error $n)))")},
    {Code::noreturn_with_results, FUNCTION("(result $x u8) (@witx noreturn)"),
     FUNCTION("(param $x u8) (@witx noreturn)")},
    // Old functions: the first of several results returns as a value.
    {Code::bad_result_type, "(typename $s (struct (field $a u8)))" FUNCTION("(result $x $s) (result $y u8)"),
     "(typename $s (struct (field $a u8)))" FUNCTION("(result $y u8) (result $x $s)")},
};

bool reports(const char* text, Code code) {
  tests::FrontEnd front;
  front.read_text(text);
  const auto& all = front.diagnostics.all();
  return std::any_of(all.begin(), all.end(), [code](const diagnostics::Diagnostic& d) { return d.code == code; });
}

std::string messages(const char* text) {
  tests::FrontEnd front;
  front.read_text(text);
  std::string found;
  for (const diagnostics::Diagnostic& d : front.diagnostics.all()) found += d.message + "\n";
  return found;
}

TEST(Validate, EveryRuleFindsWhatBreaksItAndNothingElse) {
  for (const Row& row : rows) {
    tests::FrontEnd front;
    front.read_text(row.wrong);
    ASSERT_EQ(front.diagnostics.all().size(), 1U) << row.wrong << "\n" << messages(row.wrong);
    EXPECT_EQ(front.diagnostics.all()[0].code, row.code) << row.wrong << "\n" << messages(row.wrong);
    EXPECT_EQ(messages(row.right), "") << row.right;
  }
}

// Each text with a mistake in it, with those that are too long to be written down.
std::vector<std::string> wrong_texts() {
  std::vector<std::string> texts;
  for (const Row& row : rows) texts.emplace_back(row.wrong);
  std::string cases;
  for (int i = 0; i < 257; ++i) cases += " $c" + std::to_string(i);
  texts.push_back("(typename $x (enum (@witx tag u8)" + cases + "))");
  std::string chain = "(typename $t0 u8)";
  for (int i = 1; i <= 1000; ++i)
    chain += "(typename $t" + std::to_string(i) + " (list $t" + std::to_string(i - 1) + "))";
  texts.push_back(std::move(chain));
  std::string doubled = "(typename $d0 u8)";
  for (int i = 1; i <= 32; ++i) {
    const std::string half = "$d" + std::to_string(i - 1);
    doubled += "(typename $d" + std::to_string(i) + " (record (field $a " + half + ") (field $b " + half + ")))";
  }
  texts.push_back(std::move(doubled));
  std::string params;
  for (int i = 0; i < 1001; ++i) params += " (param $p" + std::to_string(i) + " u8)";
  texts.push_back("(module $m (export \"f\" (func" + params + ")))");
  return texts;
}

// What one rule alone says of a text.
std::vector<diagnostics::Diagnostic> said_by(const Rule& rule, const std::string& text) {
  tests::FrontEnd front;
  front.read_text(text);
  diagnostics::Sink diagnostics;
  rule.check(front.model, {}, diagnostics);
  return {diagnostics.all().begin(), diagnostics.all().end()};
}

TEST(Validate, EveryRuleIsTheOnlyOneToSpeakOfSomeText) {
  const std::vector<std::string> texts = wrong_texts();
  for (const Rule& rule : all_rules()) {
    bool alone = false;
    for (const std::string& text : texts) {
      const std::vector<diagnostics::Diagnostic> said = said_by(rule, text);
      if (said.size() != 1 || said[0].code != rule.code) continue;
      EXPECT_EQ(said[0].severity, info(rule.code).severity) << rule.purpose;
      alone |= std::all_of(all_rules().begin(), all_rules().end(), [&](const Rule& other) {
        return other.check == rule.check || said_by(other, text).empty();
      });
    }
    EXPECT_TRUE(alone) << rule.purpose;
  }
}

TEST(Validate, EveryRuleIsShownAbove) {
  std::set<std::string_view> purposes;
  std::set<Code> shown{Code::too_many_cases, Code::nesting_too_deep, Code::too_many_values, Code::type_too_large};
  for (const Row& row : rows) shown.insert(row.code);
  for (const Rule& rule : all_rules()) {
    EXPECT_TRUE(shown.contains(rule.code)) << rule.purpose;
    EXPECT_FALSE(rule.purpose.empty());
    EXPECT_TRUE(purposes.insert(rule.purpose).second) << rule.purpose;
  }
}

TEST(Validate, CasesFitTheirTag) {
  std::string cases;
  for (int i = 0; i < 256; ++i) cases += " $c" + std::to_string(i);
  EXPECT_FALSE(reports(("(typename $x (enum (@witx tag u8)" + cases + "))").c_str(), Code::too_many_cases));
  EXPECT_TRUE(reports(("(typename $x (enum (@witx tag u8)" + cases + " $more))").c_str(), Code::too_many_cases));
}

TEST(Validate, TypesNestSoDeepAndNoDeeper) {
  const auto chain = [](int depth) {
    std::string text = "(typename $t0 u8)";
    for (int i = 1; i < depth; ++i)
      text += "(typename $t" + std::to_string(i) + " (list $t" + std::to_string(i - 1) + "))";
    return text;
  };
  // A thousand: the list and the name of its element, each step.
  EXPECT_FALSE(reports(chain(500).c_str(), Code::nesting_too_deep));
  EXPECT_TRUE(reports(chain(501).c_str(), Code::nesting_too_deep));
  EXPECT_TRUE(reports(chain(100'000).c_str(), Code::nesting_too_deep));
}

// The most that an engine takes is 1000; several results of one call come back through one more address.
TEST(Validate, AFunctionHasAThousandValuesAndNoMore) {
  const auto too_many = [](int params, const std::string& more) {
    std::string text = "(module $m (export \"f\" (func";
    for (int i = 0; i < params; ++i) text += " (param $p" + std::to_string(i) + " u8)";
    return reports((text + more + ")))").c_str(), Code::too_many_values);
  };
  EXPECT_FALSE(too_many(1000, ""));
  EXPECT_TRUE(too_many(1001, ""));
  EXPECT_FALSE(too_many(1000, "(result $a u8)"));
  EXPECT_FALSE(too_many(999, "(result $a u8) (result $b u8)"));
  EXPECT_TRUE(too_many(1000, "(result $a u8) (result $b u8)"));
  // Two values for what has a length, one and those of the largest case for what has a tag.
  for (const char* pair : {"(param $x string)", "(param $x (out-buffer u8))", "(param $x (tuple u8 u16))",
                           "(param $x (variant (case $a) (case $b u8) (case $c u8)))"}) {
    EXPECT_FALSE(too_many(998, pair)) << pair;
    EXPECT_TRUE(too_many(999, pair)) << pair;
  }
}

// Each record holds the one before it twice: 2^60 values, and none of them is ever written down.
TEST(Validate, FlattenedParametersAreCountedWithoutBeingMade) {
  std::string text = "(module $test (typename $r0 (record (field $a u8) (field $b u8)))";
  for (int i = 1; i < 60; ++i) {
    const std::string last = "$r" + std::to_string(i - 1);
    text += "(typename $r" + std::to_string(i) + " (record (field $a " + last + ") (field $b " + last + ")))";
  }
  EXPECT_TRUE(reports((text + "(export \"f\" (func (param $x $r59))))").c_str(), Code::too_many_values));
  EXPECT_FALSE(reports((text + "(export \"f\" (func (param $x $r8))))").c_str(), Code::too_many_values));
}

}  // namespace
}  // namespace validate
