// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/layout_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "../front_end.h"

namespace {

constexpr const char* text = R"(
(typename $size u32)
(typename $errno (enum (@witx tag u16) $success $bad))
(typename $rights (flags (@witx repr u16) $read $write))
(typename $stat (record (field $kind u8) (field $rights $rights) (field $count u64) (field $last u8)))
(typename $event (union (@witx tag $errno) u8 $stat))
(typename $choice (variant (@witx tag u8) (case $none) (case $some u16)))
(typename $again $errno)
(typename $bytes (list u8))
(module $m
  (@interface func (export "read")
    (param $b $bytes)
    (param $s $stat)
    (result $error (expected (tuple $size $stat) (error $errno))))
  (@interface func (export "exit") (param $code $size) (@witx noreturn)))
)";

std::optional<std::string> table(std::string_view name) {
  tests::FrontEnd read;
  read.read_text(text);
  EXPECT_EQ(read.diagnostics.errors(), 0U);
  return report::layout_table(read.model, model::Layouts(read.model, {}), name);
}

TEST(LayoutTable, ShowsEveryGapOfARecord) {
  EXPECT_EQ(table("stat"), R"(stat: record, size 24, align 8

  offset  size  field   type
       0     1  kind    u8
       1     1          (padding)
       2     2  rights  rights
       4     4          (padding)
       8     8  count   u64
      16     1  last    u8
      17     7          (padding)
)");
}

TEST(LayoutTable, ShowsTagAndPayloads) {
  EXPECT_EQ(table("event"), R"(event: union with a tag of u16, size 32, align 8

  offset  size  part     type
       0     2  tag      errno
       2     6           (padding)
       8    24  payload

  value  case     size  payload
      0  success     1  u8
      1  bad        24  stat
)");
  EXPECT_EQ(table("choice"), R"(choice: variant with a tag of u8, size 4, align 2

  offset  size  part     type
       0     1  tag      u8
       1     1           (padding)
       2     2  payload

  value  case  size  payload
      0  none
      1  some     2  u16
)");
}

TEST(LayoutTable, ShowsValuesAndBits) {
  EXPECT_EQ(table("errno"), R"(errno: enum of u16, size 2, align 2

  value  case
      0  success
      1  bad
)");
  EXPECT_EQ(table("rights"), R"(rights: flags of u16, size 2, align 2

  bit  value   flag
    0  0x0001  read
    1  0x0002  write
)");
}

TEST(LayoutTable, LooksBehindOtherNames) {
  EXPECT_EQ(table("again"), R"(again: errno = enum of u16, size 2, align 2

  value  case
      0  success
      1  bad
)");
  EXPECT_EQ(table("size"), "size: u32, size 4, align 4\n");
}

TEST(LayoutTable, ShowsTheTwoWordsOfAList) {
  EXPECT_EQ(table("bytes"), R"(bytes: (list u8), size 8, align 4

  offset  size  part     type
       0     4  pointer  first u8
       4     4  length   number of elements
)");
}

TEST(LayoutTable, SaysWhatEveryCoreParameterCarries) {
  EXPECT_EQ(table("read"), R"(read: function of m, returns 0 or the error, writes 2 results through pointers

  (func (param i32 i32 i32 i32 i32) (result i32))

  core  type  name   carries              witx type
  0     i32   b      address of elements  bytes
  1     i32   b      number of elements   bytes
  2     i32   s      address              stat
  3     i32   error  result               size
  4     i32   error  result               stat
  =     i32   error  0 or the error       (expected (tuple size stat) (error errno))
)");
  EXPECT_EQ(table("m::exit"), R"(exit: function of m, does not return

  (func (param i32))

  core  type  name  carries  witx type
  0     i32   code  value    size
)");
}

// The first line says how a call ends: what there is, whatever the dialect has for others.
TEST(LayoutTable, SaysHowEachFunctionEnds) {
  const auto ends = [](const std::string& function, std::optional<syntax::Dialect> dialect = {}) {
    tests::FrontEnd read;
    const bool whole = function.starts_with("(module");
    read.read_text(
        whole ? function
              : "(typename $errno (enum (@witx tag u16) $success $bad)) (typename $n u32) (typename $l (list u8))"
                "(module $m (@interface func (export \"f\") " +
                    function + "))",
        {}, dialect);
    EXPECT_EQ(read.diagnostics.errors(), 0U) << function;
    const auto shown = report::layout_table(read.model, model::Layouts(read.model, {}), "f");
    const std::string line = shown ? shown->substr(0, shown->find('\n')) : std::string();
    return line.substr(std::min(line.find(", "), line.size()));
  };
  EXPECT_EQ(ends(""), ", returns nothing");
  EXPECT_EQ(ends("(param $x $n)"), ", returns nothing");
  EXPECT_EQ(ends("(@witx noreturn)"), ", does not return");
  EXPECT_EQ(ends("(result $x u64)"), ", returns the result");
  EXPECT_EQ(ends("(result $e (expected (error $errno)))"), ", returns 0 or the error");
  EXPECT_EQ(ends("(result $e (expected (tuple) (error $errno)))"), ", returns 0 or the error");
  EXPECT_EQ(ends("(result $e (expected $n (error $errno)))"),
            ", returns 0 or the error, writes 1 result through a pointer");
  EXPECT_EQ(ends("(result $e (expected (tuple $n) (error $errno)))"),
            ", returns 0 or the error, writes 1 result through a pointer");
  EXPECT_EQ(ends("(result $e (expected (tuple $n $n $n) (error $errno)))"),
            ", returns 0 or the error, writes 3 results through pointers");
  // The older calls: of a list an address and a length are written, and it is one result.
  constexpr auto old = syntax::Dialect::d5;
  EXPECT_EQ(ends("(result $e $errno)", old), ", returns the result");
  EXPECT_EQ(ends("(result $e $errno) (result $n $n)", old),
            ", returns the first result, writes 1 result through a pointer");
  EXPECT_EQ(ends("(result $e $errno) (result $l $l)", old),
            ", returns the first result, writes 1 result through a pointer");
  EXPECT_EQ(ends("(result $e $errno) (result $l $l) (result $n $n)", old),
            ", returns the first result, writes 2 results through pointers");
  // The flat calls.
  const auto flat = [](const std::string& parts) { return "(module $test (export \"f\" (func " + parts + ")))"; };
  EXPECT_EQ(ends(flat("(param $x (list u8))")), ", returns nothing");
  EXPECT_EQ(ends(flat("(result $x u64)")), ", returns the result");
  EXPECT_EQ(ends(flat("(result $x (tuple u8))")), ", returns the result");
  EXPECT_EQ(ends(flat("(result $x u8) (result $y u8)")), ", writes all results through one pointer");
  EXPECT_EQ(ends(flat("(result $x string)")), ", writes all results through one pointer");
}

TEST(LayoutTable, KnowsOnlyWhatIsDefined) {
  EXPECT_EQ(table("nothing"), std::nullopt);
  EXPECT_EQ(table("other.read"), std::nullopt);
  EXPECT_EQ(table(".size"), std::nullopt);
}

}  // namespace
