// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is said of a text that is wrong in one place: each thing once, and reading goes on behind it.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "../front_end.h"
#include "diagnostics/codes.h"

namespace {

using diagnostics::Code;

using Codes = std::vector<std::string>;

Codes codes_of(const tests::FrontEnd& front) {
  Codes codes;
  for (const diagnostics::Diagnostic& d : front.diagnostics.all()) codes.emplace_back(info(d.code).id);
  std::ranges::sort(codes);
  return codes;
}

Codes codes_of(const std::string& text) {
  tests::FrontEnd front;
  front.read_text(text);
  return codes_of(front);
}

std::string id(Code code) { return std::string(info(code).id); }

TEST(ReaderEdges, ControlCharactersInAStringAreReportedOnce) {
  const auto said = [](const std::string& text) {
    return codes_of("(module $m (@interface func (export \"" + text + "\")))");
  };
  for (const char* const fine : {"a", "", "a b", "\xc3\xa4"}) EXPECT_EQ(said(fine), Codes{}) << fine;
  for (const char* const wrong : {"\x01", "a\x1f", "\x7f", "\x7f\x01\x02", "a\x02\x62\x7f"})
    EXPECT_EQ(said(wrong), Codes{id(Code::control_in_string)}) << wrong;
}

// (@witx tag ...) twice, mistyped, or with nothing in it: the cases behind it are read all the same.
TEST(ReaderEdges, ARepresentationIsJudgedOnItsOwn) {
  struct Row {
    const char* repr;
    Codes codes;
  };
  const std::string bad = id(Code::bad_repr);
  for (const Row& row : std::vector<Row>{{"(@witx tag u8)", {}},
                                         {"(@witx tag u8) (@witx tag u16)", {bad}},
                                         {"(@witx tag u8) (@witx tag u16) (@witx tag u32)", {bad, bad}},
                                         {"(@witx tga u8)", {bad}},
                                         {"(@witx tga)", {bad}},
                                         {"(@witx tag u8) (@witx tga u8)", {bad}},
                                         {"(@witx colour u8)", {bad}}}) {
    tests::FrontEnd front;
    front.read_text(std::string("(typename $e (enum ") + row.repr + " $first $second))");
    EXPECT_EQ(codes_of(front), row.codes) << row.repr;
    ASSERT_EQ(front.model.definitions.size(), 1U) << row.repr;
    const auto* const e = std::get_if<model::Enum>(&front.model.types[front.model.definitions.begin()->type].shape);
    ASSERT_NE(e, nullptr) << row.repr;
    EXPECT_EQ(e->cases.size(), 2U) << row.repr;
  }
}

// What stands too much in a form is an error, and what stands behind the form is read.
TEST(ReaderEdges, NothingStandsBehindTheLastPart) {
  for (const char* const form : {"(@interface func (export \"f\" 1))", "(@interface func (export \"f\" \"g\"))",
                                 "(import \"memory\" (memory 1))", "(import \"memory\" (memory) 1)",
                                 "(export \"f\" (func) 1)", "(export \"f\" (func) (func))"}) {
    tests::FrontEnd front;
    front.read_text(std::string("(module $m ") + form + " (@interface func (export \"last\")))");
    EXPECT_EQ(front.diagnostics.errors(), 1U) << form;
    ASSERT_EQ(front.model.modules.size(), 1U) << form;
    ASSERT_FALSE(front.model.modules.begin()->functions.empty()) << form;
    EXPECT_EQ(front.model.modules.begin()->functions.back().name, "last") << form;
  }
  for (const char* const form : {"(typename $t u8 u8)", "(resource $r 1)", "(use $m ($x as $y $z))"}) {
    tests::FrontEnd front;
    front.read_text(std::string(form) + " (typename $last u8)", {{"m.witx", "(module (typename $x u8))"}});
    EXPECT_GE(front.diagnostics.errors(), 1U) << form;
    EXPECT_TRUE(std::ranges::any_of(front.model.definitions, [](const auto& d) { return d.name == "last"; })) << form;
  }
}

// Where types, resources and modules have names of their own, one name may stand for one of each; elsewhere for one thing.
TEST(ReaderEdges, NamesAreSharedOrNotAsTheDialectHasIt) {
  using syntax::Dialect;
  const auto said = [](const std::string& text, Dialect dialect) {
    tests::FrontEnd front;
    front.read_text(text, {}, dialect);
    return std::ranges::count(codes_of(front), id(Code::duplicate_name));
  };
  const std::string two_types = "(typename $x u8) (typename $x u8)";
  const std::string type_and_resource = "(resource $x) (typename $x u8)";
  const std::string type_and_module = "(typename $x u8) (module $x)";
  const std::string all_apart = "(resource $x) (typename $y u8) (module $z)";
  for (const Dialect dialect : {Dialect::d6, Dialect::d7, Dialect::d8}) {
    EXPECT_EQ(said(two_types, dialect), 1);
    EXPECT_EQ(said(all_apart, dialect), 0);
    EXPECT_EQ(said(type_and_resource, dialect), dialect == Dialect::d6 ? 1 : 0) << static_cast<int>(dialect);
    EXPECT_EQ(said(type_and_module, dialect), dialect == Dialect::d6 ? 1 : 0) << static_cast<int>(dialect);
  }
}

}  // namespace
