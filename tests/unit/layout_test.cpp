// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../front_end.h"

namespace model {
namespace {

struct Measured {
  std::uint64_t size;
  std::uint32_t align;
  std::vector<std::uint64_t> offsets;

  friend bool operator==(const Measured&, const Measured&) = default;
  friend void PrintTo(const Measured& m, std::ostream* out) {
    *out << m.size << "/" << m.align << " " << testing::PrintToString(m.offsets);
  }
};

// Of the last type that the text defines.
Measured measure(const std::string& text, std::uint32_t pointer_size = 4) {
  tests::FrontEnd front;
  front.read_text(text);
  EXPECT_EQ(front.diagnostics.errors(), 0U) << text;
  const Layouts layouts(front.model, {.pointer_size = pointer_size});
  const Layout& layout = layouts[front.model.definitions[DefinitionId(front.model.definitions.size() - 1)].type];
  return {.size = layout.size, .align = layout.align, .offsets = layout.offsets};
}

Measured of(const std::string& type, std::uint32_t pointer_size = 4) {
  return measure("(typename $x " + type + ")", pointer_size);
}

TEST(Layout, Scalars) {
  for (const char* const type : {"u8", "s8", "(@witx char8)", "(enum (@witx tag u8) $a)", "(flags (@witx repr u8) $a)"})
    EXPECT_EQ(of(type), (Measured{1, 1, {}})) << type;
  for (const char* const type : {"u16", "s16", "(enum (@witx tag u16) $a)"})
    EXPECT_EQ(of(type), (Measured{2, 2, {}})) << type;
  for (const char* const type : {"u32", "s32", "f32", "char", "bool", "(handle)", "(@witx usize)", "(@witx pointer u8)",
                                 "(@witx const_pointer u64)", "(enum $a)", "(flags $a)"}) {
    EXPECT_EQ(of(type), (Measured{4, 4, {}})) << type;
  }
  for (const char* const type : {"u64", "s64", "f64", "(flags (@witx repr u64) $a)"})
    EXPECT_EQ(of(type), (Measured{8, 8, {}})) << type;
  for (const char* const type : {"string", "(list u64)", "(array u8)"})
    EXPECT_EQ(of(type), (Measured{8, 4, {}})) << type;
}

TEST(Layout, PointersOf64Bits) {
  EXPECT_EQ(of("(@witx usize)", 8), (Measured{8, 8, {}}));
  EXPECT_EQ(of("(@witx pointer u8)", 8), (Measured{8, 8, {}}));
  EXPECT_EQ(of("string", 8), (Measured{16, 8, {}}));
  EXPECT_EQ(of("(handle)", 8), (Measured{4, 4, {}}));
  EXPECT_EQ(of("(record (field $a u32) (field $b (@witx pointer u8)))", 8), (Measured{16, 8, {0, 8}}));
}

TEST(Layout, RecordPadsToItsLargestMember) {
  EXPECT_EQ(of("(record (field $a u8) (field $b u64) (field $c u16))"), (Measured{24, 8, {0, 8, 16}}));
  EXPECT_EQ(of("(record (field $a u8) (field $b u8))"), (Measured{2, 1, {0, 1}}));
  EXPECT_EQ(of("(tuple u8 u16 u8)"), (Measured{6, 2, {0, 2, 4}}));
  EXPECT_EQ(of("(tuple)"), (Measured{0, 1, {}}));
}

TEST(Layout, VariantPutsItsPayloadWhereEveryCaseCanStand) {
  EXPECT_EQ(of("(variant (case $a))"), (Measured{4, 4, {4}}));
  EXPECT_EQ(of("(variant (@witx tag u8) (case $a) (case $b u16))"), (Measured{4, 2, {2, 2}}));
  EXPECT_EQ(of("(expected u64 (error u8))"), (Measured{16, 8, {8, 8}}));
  EXPECT_EQ(of("(union (@witx tag u8) u8 u64)"), (Measured{16, 8, {8, 8}}));
  // Aligned each by itself, the record of 16 bytes would end at 20: 4 + 16.
  EXPECT_EQ(measure("(typename $r (record (field $a u32) (field $b u32) (field $c u32) (field $d u32)))"
                    "(typename $u (union (@witx tag u8) u64 $r))"),
            (Measured{24, 8, {8, 8}}));
  EXPECT_EQ(of("(union (@witx tag u8) (tuple))"), (Measured{1, 1, {1}}));
}

TEST(Layout, UnionWithoutATagIsOneOfC) {
  EXPECT_EQ(measure("(typename $s (struct (field $a u8) (field $b u8) (field $c u8) (field $d u8) (field $e u8)))"
                    "(typename $u (union (field $a u32) (field $b $s)))"),
            (Measured{8, 4, {0, 0}}));
}

TEST(Layout, RepresentationsAreInferredInTheLastDialect) {
  const auto in_module = [](const std::string& type) { return measure("(module $test (typename $x " + type + "))"); };
  const auto cases = [](std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += " $c" + std::to_string(i);
    return text;
  };
  EXPECT_EQ(in_module("(enum" + cases(254) + ")").size, 1U);
  EXPECT_EQ(in_module("(enum" + cases(255) + ")").size, 2U);
  EXPECT_EQ(in_module("(enum" + cases(65534) + ")").size, 2U);
  EXPECT_EQ(in_module("(enum" + cases(65535) + ")").size, 4U);
  EXPECT_EQ(in_module("(flags" + cases(8) + ")").size, 1U);
  EXPECT_EQ(in_module("(flags" + cases(9) + ")").size, 2U);
  EXPECT_EQ(in_module("(flags" + cases(33) + ")").size, 8U);
  const auto bools = [](std::size_t n) {
    std::string text = "(record";
    for (std::size_t i = 0; i < n; ++i) text += " (field $b" + std::to_string(i) + " bool)";
    return text + ")";
  };
  // The narrowest integer that has a bit for each, up to 64; more of them are a record of bytes.
  for (const auto& [count, size] : {std::pair<std::size_t, std::uint64_t>{1, 1},
                                    {8, 1},
                                    {9, 2},
                                    {16, 2},
                                    {17, 4},
                                    {32, 4},
                                    {33, 8},
                                    {64, 8},
                                    {65, 65}}) {
    EXPECT_EQ(in_module(bools(count)).size, size) << count;
    if (count > 64) continue;
    EXPECT_EQ(in_module("(flags" + cases(count) + ")").size, size) << count;
  }
  EXPECT_EQ(in_module("bool").size, 1U);
  EXPECT_EQ(in_module("(option u8)"), (Measured{2, 1, {1, 1}}));
  EXPECT_EQ(in_module("(expected u64 (error u8))"), (Measured{16, 8, {8, 8}}));
  EXPECT_EQ(in_module("(record (field $a bool) (field $b bool))"), (Measured{1, 1, {}}))
      << "a record of bools is a set of flags";
  EXPECT_EQ(in_module("(record (field $a bool) (field $b u8))"), (Measured{2, 1, {0, 1}}));
}

}  // namespace
}  // namespace model
