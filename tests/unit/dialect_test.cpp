// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every row of the table of features: a text that shows it, and what the guess makes of it.
#include "syntax/dialect.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "../front_end.h"

namespace syntax {
namespace {

struct Row {
  Feature feature;
  const char* text;
  const char* guess;
};

const std::array<Row, feature_count> rows{{
    {Feature::positional_repr, "(typename $a (enum u8 $x))", "d4"},
    {Feature::struct_keyword, "(typename $a (struct (field $x u8)))", "d4"},
    {Feature::array_keyword, "(typename $a (array u8))", "d4"},
    {Feature::data_type, "(typename $a data)", "d1"},
    {Feature::flag_group, "(typename $a (flags u8 (flag $x)))", "d1"},
    {Feature::bare_flag, "(typename $a (flags u8 $x))", "d4"},
    {Feature::untagged_union, "(typename $a (union (field $x u8)))", "d3"},
    {Feature::handle, "(typename $a (handle))", "d6"},
    {Feature::named_handle, "(typename $a (handle)) (typename $b (handle $a))", "d4"},
    {Feature::handle_supertypes, "(typename $a (handle)) (typename $b (handle)) (typename $c (handle $a $b))", "d4"},
    {Feature::open_int, "(typename $a (int u8 (const $x 1)))", "d4"},
    {Feature::bare_char8, "(typename $a char8)", "d4"},
    {Feature::witx_usize, "(typename $a (@witx usize))", "d6"},
    {Feature::witx_char8, "(typename $a (@witx char8))", "d6"},
    {Feature::bare_usize, "(typename $a usize)", "dx"},
    {Feature::noreturn, "(module $m (@interface func (export \"f\") (@witx noreturn)))", "d6"},
    {Feature::union_with_tag_name, "(typename $t (enum u8 $x)) (typename $a (union $t (field $x u8)))", "d4"},
    {Feature::several_results, "(module $m (@interface func (export \"f\") (result $a u8) (result $b u8)))", "d4"},
    {Feature::witx_tag, "(typename $a (enum (@witx tag u8) $x))", "d6"},
    {Feature::witx_bitflags, "(typename $a (flags (@witx bitflags u8) $x))", "d5"},
    {Feature::witx_repr, "(typename $a (flags (@witx repr u8) $x))", "d6"},
    {Feature::default_repr, "(typename $a (enum $x))", "d6"},
    {Feature::record_keyword, "(typename $a (record (field $x u8)))", "d6"},
    {Feature::list_keyword, "(typename $a (list u8))", "d6"},
    {Feature::variant_keyword, "(typename $a (variant (case $x)))", "d6"},
    {Feature::bare_member_union, "(typename $a (union u8 u16))", "d6"},
    {Feature::constant, "(@witx const $a $x 1)", "d6"},
    {Feature::expected, "(typename $a (expected (error)))", "d6"},
    {Feature::tuple, "(typename $a (tuple u8))", "d6"},
    {Feature::bool_type, "(typename $a bool)", "d6"},
    {Feature::char_type, "(typename $a char)", "d6"},
    {Feature::hidden_type, "(typename hidden $a u8)", "dx"},
    {Feature::use_path, "(use \"other.witx\")", "d6"},
    {Feature::use_names, "(use * from $other)", "d7"},
    {Feature::resource, "(resource $a)", "d7"},
    {Feature::module_scope, "(module $test (typename $a u8))", "d8"},
    {Feature::option, "(typename $a (option u8))", "d8"},
    {Feature::buffer, "(module $test (export \"f\" (func (param $a (in-buffer u8)))))", "d8"},
    {Feature::flat_function, "(module $test (export \"f\" (func)))", "d8"},
    {Feature::interface_function, "(module $m (@interface func (export \"f\")))", "d6"},
    {Feature::memory_import, "(module $m (import \"memory\" (memory)))", "d6"},
    {Feature::profile, "(profile $p (import \"f\" (@interface func)))", "d4"},
}};

TEST(Dialect, EveryFeatureIsNoticedAndPlaced) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    ASSERT_EQ(static_cast<std::size_t>(row.feature), i) << "rows stand in the order of the features";
    EXPECT_EQ(info(row.feature).feature, row.feature);
    tests::FrontEnd front;
    front.read_text(row.text, {{"other.witx", "(typename $other u8)"}});
    EXPECT_TRUE(front.document.features.place(row.feature)) << row.text;
    EXPECT_EQ(info(front.dialect).id, row.guess) << row.text;
    EXPECT_EQ(front.diagnostics.errors(), 0U) << row.text;
  }
}

TEST(Dialect, AForcedOneRefusesTheFeaturesThatItLacks) {
  for (const Row& row : rows) {
    for (const DialectInfo& dialect : all_dialects()) {
      tests::FrontEnd front;
      front.read_text(row.text, {{"other.witx", "(typename $other u8)"}}, dialect.dialect);
      bool refused = false;
      for (const diagnostics::Diagnostic& d : front.diagnostics.all()) {
        refused =
            refused || d.code == diagnostics::Code::wrong_dialect || d.code == diagnostics::Code::too_many_results;
      }
      const bool has = (info(row.feature).dialects & set_of(dialect.dialect)) != 0;
      if (!has) {
        EXPECT_TRUE(refused) << dialect.id << ": " << row.text;
      }
    }
  }
}

TEST(Dialect, NamesLeadBack) {
  for (const DialectInfo& dialect : all_dialects()) EXPECT_EQ(dialect_named(dialect.id), dialect.dialect);
  EXPECT_EQ(dialect_named("d9"), std::nullopt);
}

TEST(Dialect, NothingTellingMeansTheStandard) {
  const DialectGuess guess = guess_dialect({});
  EXPECT_EQ(guess.dialect, Dialect::d6);
  EXPECT_TRUE(guess.telling.empty());
}

TEST(Dialect, AMixtureIsReadByMostOfItAndSaysSoOnce) {
  tests::FrontEnd front;
  front.read_text(
      "(typename $a (enum u8 $x)) (typename $b (record (field $x $a))) (typename $c (list u8)) (typename $d (array "
      "u8))");
  EXPECT_EQ(front.dialect, Dialect::d5);
  ASSERT_EQ(front.diagnostics.all().size(), 1U);
  EXPECT_EQ(front.diagnostics.all().front().code, diagnostics::Code::mixed_dialects);
}

TEST(Dialect, APlainErrorReturnsByValueInAMixtureWithoutExpected) {
  tests::FrontEnd front;
  front.read_text(
      "(typename $e (enum u16 $ok)) (typename $r (record (field $x $e)))"
      "(module $m (@interface func (export \"f\") (result $e $e)))");
  EXPECT_EQ(front.diagnostics.errors(), 0U);
  tests::FrontEnd control;
  control.read_text(
      "(typename $e (enum (@witx tag u16) $ok)) (module $m (@interface func (export \"f\") (result $e $e)))");
  EXPECT_EQ(control.diagnostics.errors(), 1U);
}

}  // namespace
}  // namespace syntax
