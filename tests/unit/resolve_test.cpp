// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/resolve.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "../front_end.h"

namespace model {
namespace {

struct Resolved : tests::FrontEnd {
  explicit Resolved(std::string text, std::map<std::string, std::string> others = {}) {
    read_text(std::move(text), std::move(others));
  }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const Definition& d : model.definitions) found.push_back(d.name);
    return found;
  }
  [[nodiscard]] std::vector<diagnostics::Code> codes() const {
    std::vector<diagnostics::Code> found;
    for (const diagnostics::Diagnostic& d : diagnostics.all()) found.push_back(d.code);
    return found;
  }
  // The shape behind the name, aliases followed.
  template <typename Shape>
  [[nodiscard]] const Shape& shape(const std::string& name) const {
    for (const Definition& d : model.definitions) {
      if (d.name == name) return std::get<Shape>(model::resolved(model, d.type).shape);
    }
    throw std::runtime_error("no " + name);
  }
};

using Codes = std::vector<diagnostics::Code>;
using Names = std::vector<std::string>;

TEST(Resolve, AUsedFileStandsWhereItIsUsedAndOnce) {
  const Resolved r("(typename $a u8) (use \"b.witx\") (typename $c (tuple $a $b)) (use \"b.witx\")",
                   {{"b.witx", "(typename $b u8)"}});
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.names(), (Names{"a", "b", "c"}));
}

TEST(Resolve, FilesMayUseEachOther) {
  const Resolved r("(use \"b.witx\") (typename $a $b)", {{"b.witx", "(use \"test.witx\") (typename $b u8)"}});
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.names(), (Names{"b", "a"}));
}

TEST(Resolve, APathIsLookedForBesideItsHolderThenBesideTheEntry) {
  const Resolved r("(use \"sub/b.witx\")",
                   {{"sub/b.witx", "(use \"c.witx\") (use \"d.witx\") (typename $b (tuple $near $far))"},
                    {"sub/c.witx", "(typename $near u8)"},
                    {"c.witx", "(typename $wrong u8)"},
                    {"d.witx", "(typename $far u8)"}});
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.names(), (Names{"near", "far", "b"}));
}

TEST(Resolve, SeveralEntriesAreOneDocument) {
  const support::MemoryFiles files({{"a.witx", "(use \"t.witx\") (typename $a $t)"},
                                    {"b.witx", "(use \"t.witx\") (typename $b $t)"},
                                    {"t.witx", "(typename $t u8)"}});
  tests::FrontEnd front;
  front.read({"a.witx", "b.witx"}, files);
  EXPECT_EQ(front.diagnostics.errors(), 0U);
  EXPECT_EQ(front.model.definitions.size(), 3U);
}

TEST(Resolve, AMissingFileIsOneMistake) {
  EXPECT_EQ(Resolved("(use \"no.witx\") (use \"no.witx\") (typename $a $x) (typename $b (tuple $y $z))").codes(),
            Codes{diagnostics::Code::use_not_found});
  // A control: the same names without the missing file.
  EXPECT_EQ(Resolved("(typename $a $x) (typename $b (tuple $y $z))").codes().size(), 3U);
}

TEST(Resolve, ModulesKeepTheirNamesApart) {
  const Resolved r("(module $test (use $a ($b as $c) from $other) (typename $b u8) (typename $d (tuple $a $c $b)))",
                   {{"other.witx", "(module $other (typename $a u8) (typename $b u16))"}});
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.names(), (Names{"a", "b", "b", "d"}));
}

TEST(Resolve, ModulesThatUseEachOtherAreRefused) {
  EXPECT_EQ(Resolved("(module $test (use $b from $other) (typename $a u8))",
                     {{"other.witx", "(module $other (use $a from $test) (typename $b u8))"}})
                .codes(),
            Codes{diagnostics::Code::use_cycle});
}

TEST(Resolve, AChainOfFilesHasAnEnd) {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 3000; ++i)
    files["f" + std::to_string(i) + ".witx"] = "(use \"f" + std::to_string(i + 1) + ".witx\")";
  files["f3000.witx"] = "(typename $a u8)";
  EXPECT_EQ(Resolved("(use \"f0.witx\")", files).codes(), Codes{diagnostics::Code::nesting_too_deep});
}

TEST(Resolve, AliasesLeadToTheirEnd) {
  std::string text = "(typename $a0 (record (field $x u64)))";
  for (int i = 1; i < 20'000; ++i) text += "(typename $a" + std::to_string(i) + " $a" + std::to_string(i - 1) + ")";
  const Resolved r(text);
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.shape<Record>("a19999").fields.size(), 1U);
}

TEST(Resolve, PartsStandBeforeTheirWholes) {
  const Resolved r("(typename $a (list (tuple u8 (list u16)))) (typename $b (expected (tuple $a) (error $a)))");
  for (const Definition& d : r.model.definitions) EXPECT_EQ(d.type.index() < r.model.types.size(), true);
  for (std::size_t i = 0; i < r.model.types.size(); ++i) {
    if (const auto* list = std::get_if<List>(&r.model.types[TypeId(i)].shape)) {
      EXPECT_LT(list->element.index(), i);
    }
    if (const auto* record = std::get_if<Record>(&r.model.types[TypeId(i)].shape)) {
      for (const Field& field : record->fields) EXPECT_LT(field.type.index(), i);
    }
  }
}

TEST(Resolve, CasesFollowTheirTag) {
  const Resolved r(
      "(typename $t (enum (@witx tag u16) $a $b $c)) (typename $v (variant (@witx tag $t) (case $c u8) (case $a) (case "
      "$b u16)))"
      "(typename $u (union (@witx tag $t) u8 u16 u32)) (typename $n (union (@witx tag u8) u8 u16))"
      "(typename $b bool) (typename $w (variant (@witx tag $b) (case $true u8) (case $false)))");
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  const auto names = [&r](const std::string& name) {
    std::string text;
    for (const Case& c : r.shape<Variant>(name).cases) text += c.name + (c.payload ? "+ " : " ");
    return text;
  };
  EXPECT_EQ(names("v"), "a b+ c+ ");
  EXPECT_EQ(names("u"), "a+ b+ c+ ");
  EXPECT_EQ(names("n"), "0+ 1+ ");
  EXPECT_EQ(names("w"), "false true+ ");
  EXPECT_EQ(r.shape<Variant>("u").repr, Repr::u16);
  EXPECT_EQ(r.shape<Variant>("n").repr, Repr::u8);
}

TEST(Resolve, CasesOfAnOldUnionFollowTheirTag) {
  const Resolved r("(typename $t (enum u8 $a $b)) (typename $u (union $t (field $b u8) (empty $a)))");
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.shape<Variant>("u").cases[0].name, "a");
  EXPECT_FALSE(r.shape<Variant>("u").cases[0].payload);
}

TEST(Resolve, WhatDialectsWriteDifferentlyIsOneThing) {
  const Resolved old(
      "(typename $s (struct (field $a u8))) (typename $l (array $s)) (typename $e (enum u8 $x)) (typename $f (flags u8 "
      "$x))");
  const Resolved now(
      "(typename $s (record (field $a u8))) (typename $l (list $s)) (typename $e (enum (@witx tag u8) $x)) (typename "
      "$f (flags (@witx repr u8) $x))");
  ASSERT_EQ(old.model.types.size(), now.model.types.size());
  for (std::size_t i = 0; i < old.model.types.size(); ++i) {
    EXPECT_EQ(old.model.types[TypeId(i)].shape.index(), now.model.types[TypeId(i)].shape.index()) << i;
  }
}

TEST(Resolve, AStringIsAListOfChar) {
  const Resolved r("(typename $s string)");
  EXPECT_EQ(std::get<Primitive>(r.model.types[r.shape<List>("s").element].shape), Primitive::char_);
}

TEST(Resolve, FlagsAndCasesAreNumberedFromZero) {
  const Resolved r("(typename $f (flags (@witx repr u8) $a $b)) (typename $e (enum (@witx tag u8) $a $b))");
  EXPECT_EQ(r.shape<Flags>("f").flags[1].value, 1U);
  EXPECT_EQ(r.shape<Enum>("e").cases[1].value, 1U);
}

TEST(Resolve, ConstantsNeedNoType) {
  const Resolved r("(@witx const $nowhere $a 7)");
  EXPECT_EQ(r.diagnostics.errors(), 0U);
  EXPECT_EQ(r.model.constants.at(0).type, "nowhere");
  EXPECT_EQ(r.model.constants.at(0).value, 7U);
}

TEST(Resolve, OneUnknownNameIsOneMistakeHoweverOftenItIsUsed) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "(typename $a" + std::to_string(i) + " (list $unknown))";
  EXPECT_EQ(Resolved(text).codes(), Codes{diagnostics::Code::unknown_name});
}

TEST(Resolve, TypesMayFollowFunctionsInTheLastDialect) {
  EXPECT_EQ(Resolved("(module $test (export \"f\" (func (param $x $late))) (typename $late u8))").diagnostics.errors(),
            0U);
  EXPECT_EQ(Resolved("(module $m (@interface func (export \"f\") (param $x $late))) (typename $late u8)").codes(),
            Codes{diagnostics::Code::used_before_definition});
}

}  // namespace
}  // namespace model
