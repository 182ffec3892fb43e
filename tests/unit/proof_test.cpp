// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the proof of a rewritten document notices: each kind of change alone, and which changes are none.
#include "upgrade/proof.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "../front_end.h"

namespace {

constexpr const char* errno_type = "(typename $errno (enum (@witx tag u16) $success $bad))\n";

std::optional<std::string> difference(const std::string& before, const std::string& after,
                                      std::optional<syntax::Dialect> old_dialect = {}) {
  tests::FrontEnd then;
  then.read_text(before, {}, old_dialect);
  EXPECT_EQ(then.diagnostics.errors(), 0U) << before;
  tests::FrontEnd now;
  now.read_text(after);
  EXPECT_EQ(now.diagnostics.errors(), 0U) << after;
  return upgrade::difference(then.model, now.model);
}

std::string function(const std::string& parts) {
  return std::string(errno_type) + "(typename $n u32)\n(module $m (@interface func (export \"f\") " + parts + "))";
}

struct Change {
  std::string before;
  std::string after;
  // How the difference begins.
  std::string_view told;
};

TEST(Proof, NoticesEachKindOfChange) {
  const Change changes[]{
      {"(typename $a u8)", "(typename $b u8)", "type 'a' would be gone"},
      {"(typename $a u8)", "(typename $a u16)", "type 'a' would change"},
      {"(typename $a u32)", "(typename $a s32)", "type 'a' would change"},
      {"(typename $a (enum (@witx tag u8) $x $y))", "(typename $a (enum (@witx tag u8) $y $x))",
       "type 'a' would change"},
      {"(typename $a (enum (@witx tag u8) $x))", "(typename $a (enum (@witx tag u16) $x))", "type 'a' would change"},
      {"(typename $a (flags (@witx repr u8) $x $y))", "(typename $a (flags (@witx repr u8) $y $x))",
       "type 'a' would change"},
      {"(typename $a (record (field $x u8) (field $y u16)))", "(typename $a (record (field $y u16) (field $x u8)))",
       "type 'a' would change"},
      {"(typename $a (record (field $x u32)))", "(typename $a (record (field $x s32)))", "type 'a' would change"},
      {"(typename $a (list u8))", "(typename $a (list u16))", "type 'a' would change"},
      {"(typename $a (@witx pointer u8))", "(typename $a (@witx const_pointer u8))", "type 'a' would change"},
      {"(typename $a (@witx pointer u8))", "(typename $a (@witx pointer u16))", "type 'a' would change"},
      {";;; A.\n(typename $a u8)", "(typename $a u8)", "docs of type 'a' would be gone"},
      {";;; A.\n(typename $a u8)", ";;; B.\n(typename $a u8)", "docs of type 'a' would change"},
      {"(typename $a u8)", ";;; A.\n(module $a)", "type 'a' would be gone"},
      {"(typename $a (enum (@witx tag u8) ;;; X.\n$x))", "(typename $a (enum (@witx tag u8) $x))",
       "docs of 'a.x' would be gone"},
      {"(typename $a u8) (@witx const $a $x 1)", "(typename $a u8) (@witx const $a $x 2)",
       "constant 'a.x' would change"},
      {"(typename $a u8) (@witx const $a $x 1)", "(typename $a u8)", "constant 'a.x' would be gone"},
      {"(typename $a u8)", "(typename $a u8) (@witx const $a $x 1)", "constant 'a.x' would be new"},
      {function("(param $x u32)"), function("(param $x u64)"), "'m.f' has the core signature"},
      {function("(param $x u32)"), function("(param $x s32)"), "'m.f' exchanges"},
      {function("(param $x u32)"), function("(param $y u32)"), "parameter names of 'm.f' would change"},
      {function("(param $x u32)"), function(""), "parameter names of 'm.f' would change"},
      {function("(result $e (expected $n (error $errno)))"), function("(result $e (expected (error $errno)))"),
       "'m.f' has the core signature"},
      {function("(result $e u32)"), function("(result $e u64)"), "'m.f' has the core signature"},
      {function("(result $e u32)"), function("(result $e s32)"), "'m.f' exchanges"},
      {function(""), function("(@witx noreturn)"), "'m.f' never returns now"},
      {function(";;; R.\n(result $e u32)"), function("(result $e u32)"), "docs of the results of 'm.f' would be gone"},
      {";;; M.\n(module $m)", "(module $m)", "docs of module 'm' would be gone"},
      {"(typename $a u8)", "(typename $a u8) (module $m)", "module 'm' would be new"},
  };
  for (const Change& change : changes) {
    const std::optional<std::string> told = difference(change.before, change.after);
    EXPECT_TRUE(told && told->starts_with(change.told)) << change.before << '\n'
                                                        << change.after << '\n'
                                                        << told.value_or("");
    EXPECT_EQ(difference(change.before, change.before), std::nullopt);
  }
}

TEST(Proof, SeesThroughWhatOnlyTheDialectsWriteDifferently) {
  using syntax::Dialect;
  EXPECT_EQ(difference("(typename $a (int u64 (const $x 1)))", "(typename $a u64) (@witx const $a $x 1)", Dialect::d4),
            std::nullopt);
  EXPECT_EQ(difference("(typename $a (struct (field $x (array u8))))", "(typename $a (record (field $x (list u8))))",
                       Dialect::d2),
            std::nullopt);
  EXPECT_EQ(difference(function("(result $e $errno) (result $x $n)"),
                       function("(result $e (expected $n (error $errno)))"), Dialect::d5),
            std::nullopt);
  EXPECT_EQ(difference(function("(result $e $errno) (result $x u32)"),
                       "(typename $f_x u32)\n" + function("(result $e (expected $f_x (error $errno)))"), Dialect::d5),
            std::nullopt);
  // The same core values, and not the same meaning.
  EXPECT_TRUE(difference(function("(result $e $errno) (result $x $n)"),
                         "(typename $s s32)\n" + function("(result $e (expected $s (error $errno)))"), Dialect::d5));
}

}  // namespace
