// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A type is spelled as it is written: what is read and spelled again is the same text.
#include "model/spell.h"

#include <gtest/gtest.h>

#include <string>

#include "../front_end.h"

namespace {

// The last type of a text, spelled.
std::string spelled_last(const std::string& text) {
  tests::FrontEnd front;
  front.read_text(text);
  EXPECT_EQ(front.diagnostics.errors(), 0U) << text << front.diagnostics.all()[0].message;
  const auto& definitions = front.model.definitions;
  const model::DefinitionId last(static_cast<std::uint32_t>(definitions.size() - 1));
  return model::witx_type(front.model, definitions[last].type, model::Detail::full);
}

TEST(Spelling, IsWhatWasRead) {
  for (const char* type : {"u8",
                           "u16",
                           "u32",
                           "u64",
                           "s8",
                           "s16",
                           "s32",
                           "s64",
                           "f32",
                           "f64",
                           "char",
                           "(@witx char8)",
                           "(@witx usize)",
                           "bool",
                           "(enum (@witx tag u8) $a $b)",
                           "(enum (@witx tag u64) $a)",
                           "(flags (@witx repr u16) $a $b)",
                           "(flags (@witx repr u32) $a)",
                           "(record (field $a u8) (field $b (list u16)))",
                           "(tuple u8 u16)",
                           "string",
                           "(@witx pointer u8)",
                           "(@witx const_pointer u8)",
                           "(variant (case $a) (case $b u8))",
                           "(expected u8 (error u16))",
                           "(expected (error u16))",
                           "(expected u8 (error))",
                           "(expected (error))",
                           "(handle)"}) {
    EXPECT_EQ(spelled_last(std::string("(typename $t ") + type + ")"), type);
  }
}

TEST(Spelling, NamesStandForWhatTheyName) {
  EXPECT_EQ(spelled_last("(typename $n u8) (typename $t (list $n))"), "(list n)");
  EXPECT_EQ(spelled_last("(typename $n u8) (typename $t (@witx pointer $n))"), "(@witx pointer n)");
  EXPECT_EQ(spelled_last("(typename $n u8) (typename $t (record (field $f $n)))"), "(record (field $f n))");
  EXPECT_EQ(spelled_last("(typename $n u8) (typename $t $n)"), "n");
  EXPECT_EQ(spelled_last("(typename $t (union u8 u16))"), "(union u8 u16)");
  EXPECT_EQ(spelled_last("(resource $r) (typename $t (handle $r))"), "(handle $r)");
  EXPECT_EQ(spelled_last("(typename $t (int u16 (const $a 1) (const $b 2)))"), "(int u16 (const $a 1) (const $b 2))");
}

TEST(Spelling, BuffersAndOptionsAreOfTheirDialect) {
  const auto param = [](const std::string& type) {
    tests::FrontEnd front;
    front.read_text("(module $test (export \"f\" (func (param $p " + type + "))))");
    EXPECT_EQ(front.diagnostics.errors(), 0U) << type;
    return model::witx_type(front.model, front.model.modules[model::ModuleId(0)].functions[0].params[0].type,
                            model::Detail::full);
  };
  for (const char* type : {"(in-buffer u8)", "(out-buffer (list u16))", "(option u8)"}) EXPECT_EQ(param(type), type);
  EXPECT_EQ(param("(list char)"), "string");
}

TEST(Spelling, EachRepresentationAndFormHasItsWord) {
  EXPECT_EQ(model::word(model::Repr::u8), "u8");
  EXPECT_EQ(model::word(model::Repr::u16), "u16");
  EXPECT_EQ(model::word(model::Repr::u32), "u32");
  EXPECT_EQ(model::word(model::Repr::u64), "u64");
  EXPECT_EQ(model::word(model::Variant::Form::variant), "variant");
  EXPECT_EQ(model::word(model::Variant::Form::union_), "union");
  EXPECT_EQ(model::word(model::Variant::Form::expected), "expected");
  EXPECT_EQ(model::word(model::Variant::Form::option), "option");
}

}  // namespace
