// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Core signatures: for each convention, what every kind of type becomes as a parameter and as a result.
#include "model/abi.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../front_end.h"

namespace model {
namespace {

// "i32 i64 -> i32": the signature of the first function.
std::string signature(const std::string& text, std::optional<syntax::Dialect> forced = {},
                      std::uint32_t pointer_size = 4) {
  tests::FrontEnd front;
  front.read_text(text, {}, forced);
  for (const diagnostics::Diagnostic& d : front.diagnostics.all()) {
    if (d.severity == diagnostics::Severity::error) return d.message;
  }
  const Layouts layouts(front.model, {.pointer_size = pointer_size});
  const Signature lowered = lower(front.model, layouts, front.model.modules.begin()->functions.front());
  std::string result;
  for (const CoreParam& param : lowered.params) result += std::string(name_of(param.core)) + " ";
  result += "->";
  for (const Core core : lowered.results) result += std::string(" ") + name_of(core);
  return result;
}

const std::string standard_types =
    "(typename $e (enum (@witx tag u8) $a $b)) (typename $e64 (enum (@witx tag u64) $a $b)) (typename $h (handle))"
    "(typename $f (flags (@witx repr u8) $a)) (typename $f64 (flags (@witx repr u64) $a)) (typename $n u16)"
    "(typename $r (record (field $x u64) (field $y u8))) (typename $l (list $r))"
    "(typename $w (variant (@witx tag u64) (case $ok) (case $err $e)))"
    "(typename $t (tuple $n $r)) (typename $u (union u8 u64))";

std::string standard(const std::string& fields, std::uint32_t pointer_size = 4) {
  return signature(standard_types + "(module $m (@interface func (export \"f\") " + fields + "))", syntax::Dialect::d6,
                   pointer_size);
}

struct Row {
  const char* type;
  const char* lowered;
};

TEST(Abi, Preview1Parameters) {
  const std::vector<Row> rows{
      {"u8", "i32 ->"},
      {"s8", "i32 ->"},
      {"u16", "i32 ->"},
      {"s16", "i32 ->"},
      {"u32", "i32 ->"},
      {"s32", "i32 ->"},
      {"u64", "i64 ->"},
      {"s64", "i64 ->"},
      {"f32", "f32 ->"},
      {"f64", "f64 ->"},
      {"char", "i32 ->"},
      {"bool", "i32 ->"},
      {"string", "i32 i32 ->"},
      {"(@witx char8)", "i32 ->"},
      {"(@witx usize)", "i32 ->"},
      {"(@witx pointer u64)", "i32 ->"},
      {"(@witx const_pointer u64)", "i32 ->"},
      {"$e", "i32 ->"},
      {"$e64", "i32 ->"},
      {"$h", "i32 ->"},
      {"$f", "i32 ->"},
      {"$f64", "i64 ->"},
      {"$n", "i32 ->"},
      {"$r", "i32 ->"},
      {"$l", "i32 i32 ->"},
      {"(list u8)", "i32 i32 ->"},
      {"(tuple u64 u64)", "i32 ->"},
      {"(variant (case $a u64))", "i32 ->"},
      {"$u", "i32 ->"},
      {"(expected $n (error $e))", "i32 ->"},
  };
  for (const Row& row : rows) EXPECT_EQ(standard(std::string("(param $x ") + row.type + ")"), row.lowered) << row.type;
}

TEST(Abi, Preview1Results) {
  const std::vector<Row> rows{
      {"u8", "-> i32"},
      {"u64", "-> i64"},
      {"f32", "-> f32"},
      {"f64", "-> f64"},
      {"char", "-> i32"},
      {"$h", "-> i32"},
      {"$f", "-> i32"},
      {"$f64", "-> i64"},
      {"(@witx usize)", "-> i32"},
      {"(@witx pointer u8)", "-> i32"},
      {"(expected (error $e))", "-> i32"},
      {"(expected (error $e64))", "-> i32"},
      {"(expected (error))", "-> i32"},
      {"(expected $n (error $e))", "i32 -> i32"},
      {"(expected $r (error $e))", "i32 -> i32"},
      {"(expected $l (error $e))", "i32 -> i32"},
      {"(expected (tuple) (error $e))", "-> i32"},
      {"(expected (tuple $n) (error $e))", "i32 -> i32"},
      {"(expected (tuple $n $r $l) (error $e))", "i32 i32 i32 -> i32"},
      {"(expected $t (error $e))", "i32 i32 -> i32"},
      {"$w", "-> i64"},
      {"(variant (case $ok $n) (case $err $e))", "i32 -> i32"},
  };
  for (const Row& row : rows) EXPECT_EQ(standard(std::string("(result $x ") + row.type + ")"), row.lowered) << row.type;
  EXPECT_EQ(standard("(@witx noreturn)"), "->");
  EXPECT_EQ(standard("(param $a u64) (result $x (expected $n (error $e))) (param $b f32)"), "i64 f32 i32 -> i32")
      << "out-pointers come last";
}

TEST(Abi, PointersOf64Bits) {
  EXPECT_EQ(standard("(param $x (@witx pointer u8)) (param $y (@witx usize)) (param $z $h)", 8), "i64 i64 i32 ->");
  EXPECT_EQ(standard("(param $x string) (param $y $r)", 8), "i64 i64 i64 ->");
  EXPECT_EQ(standard("(result $x (expected $n (error $e)))", 8), "i64 -> i32");
}

std::string old(const std::string& fields) {
  return signature(
      "(typename $e (enum u16 $a)) (typename $e64 (enum u64 $a)) (typename $i (int u64 (const $a 1)))"
      "(typename $r (struct (field $x u64))) (module $m (@interface func (export \"f\") " +
          fields + "))",
      syntax::Dialect::d4);
}

TEST(Abi, LegacyFunctions) {
  EXPECT_EQ(old("(param $a $e) (param $b $e64) (param $c $i) (param $d $r) (param $e (array u8))"),
            "i32 i64 i64 i32 i32 i32 ->");
  EXPECT_EQ(old("(result $a $e)"), "-> i32");
  EXPECT_EQ(old("(result $a $e64)"), "-> i64");
  EXPECT_EQ(old("(result $a $e) (result $b u64)"), "i32 -> i32");
  EXPECT_EQ(old("(param $p f32) (result $a $e) (result $b $r) (result $c string) (result $d u8)"),
            "f32 i32 i32 i32 i32 -> i32");
}

TEST(Abi, TheOldAndTheNewShapeOfAnErrorAreOneCoreType) {
  EXPECT_EQ(old("(param $x u8) (result $e $e) (result $r $r)"),
            standard("(param $x u8) (result $e (expected $r (error $e)))"));
}

std::string flat(const std::string& fields) {
  return signature(
      "(module $test (typename $e (enum $a $b)) (typename $p (record (field $x u64) (field $y f32)))"
      "(export \"f\" (func " +
      fields + ")))");
}

TEST(Abi, FlatFunctionsAreTakenApart) {
  EXPECT_EQ(flat("(param $a $e) (param $b $p) (param $c (list u8)) (param $d bool)"), "i32 i64 f32 i32 i32 i32 ->");
  EXPECT_EQ(flat("(param $a (tuple u8 (tuple u16 f64)))"), "i32 i32 f64 ->");
  EXPECT_EQ(flat("(param $a (option u64))"), "i32 i64 ->");
  EXPECT_EQ(flat("(param $a (in-buffer u8)) (param $b (out-buffer u8))"), "i32 i32 i32 i32 ->");
  EXPECT_EQ(flat("(result $a u64)"), "-> i64");
  EXPECT_EQ(flat("(result $a $e)"), "-> i32");
  EXPECT_EQ(flat("(result $a $p)"), "i32 ->");
  EXPECT_EQ(flat("(result $a u8) (result $b u8)"), "i32 ->");
}

TEST(Abi, CasesOfAFlatVariantShareTheirSlots) {
  const std::vector<Row> rows{
      {"(variant (case $a u32) (case $b u32))", "i32 i32 ->"},
      {"(variant (case $a u32) (case $b f32))", "i32 i32 ->"},
      {"(variant (case $a f32) (case $b f64))", "i32 f64 ->"},
      {"(variant (case $a u32) (case $b f64))", "i32 i64 ->"},
      {"(variant (case $a u64) (case $b f32))", "i32 i64 ->"},
      {"(variant (case $a) (case $b (tuple u8 f32)))", "i32 i32 f32 ->"},
      {"(variant (case $a u8) (case $b (list u8)))", "i32 i32 i32 ->"},
  };
  for (const Row& row : rows) EXPECT_EQ(flat(std::string("(param $x ") + row.type + ")"), row.lowered) << row.type;
}

TEST(Abi, RolesSayWhatEachValueCarries) {
  tests::FrontEnd front;
  front.read_text(standard_types +
                  "(module $m (@interface func (export \"f\") (param $l $l) (param $r $r) (param $n $n)"
                  "(result $x (expected (tuple $n $r) (error $e)))))");
  const Layouts layouts(front.model, {});
  const Signature lowered = lower(front.model, layouts, front.model.modules.begin()->functions.front());
  std::vector<Role> roles;
  for (const CoreParam& param : lowered.params) roles.push_back(param.role);
  EXPECT_EQ(roles, (std::vector{Role::list_pointer, Role::list_length, Role::indirect, Role::value, Role::result,
                                Role::result}));
  EXPECT_EQ(lowered.params[5].member, 1U);
  EXPECT_EQ(lowered.params[3].index, 2U);
  EXPECT_TRUE(lowered.result_is_error);
}

// Counting and taking apart are one answer, whatever the type; and counting ends where the caller has seen enough.
TEST(Abi, CountsWhatItTakesApart) {
  tests::FrontEnd front;
  front.read_text(standard_types + "(typename $many (tuple $r $w $l $e $f64 $r (tuple f32 f64 char bool)))");
  ASSERT_EQ(front.diagnostics.errors(), 0U);
  const Layouts layouts(front.model, {.pointer_size = 4});
  constexpr std::uint64_t most = 6;
  const std::vector<std::uint64_t> all = flat_counts(front.model, 1000);
  const std::vector<std::uint64_t> few = flat_counts(front.model, most);
  std::size_t larger = 0;
  for (std::uint32_t i = 0; i < front.model.types.size(); ++i) {
    EXPECT_EQ(all[i], flatten(front.model, layouts, TypeId(i)).size()) << i;
    EXPECT_EQ(few[i], std::min(all[i], most + 1)) << i;
    larger += all[i] > most + 1 ? 1 : 0;
  }
  EXPECT_GT(larger, 0U);
}

}  // namespace
}  // namespace model
