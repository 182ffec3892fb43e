// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types and conventions that WASI's own snapshots do not have.
#include <gtest/gtest.h>
#include <flat.hpp>
#include <oldest.hpp>
#include <shapes.hpp>

#include <cstring>
#include <string>

namespace {

struct Seen {
  std::string text;
  witx::u64 number = 0;
};
Seen seen;

}  // namespace

namespace shapes::raw {

witx::u32 scalars(witx::s32 a, witx::u32 b, witx::u32 c, witx::u32 d, witx::f32 e, witx::f64 f, witx::usize g,
                  witx::u32 h, witx::u32 i, witx::u64 j, witx::u32 k) noexcept {
  const bool right = a == -1 && b == 2 && c == U'c' && d == 1 && e == 0.5F && f == 0.25 && g == 7 && h == 8 && i == 3 &&
                     j == 4 && k == 'k';
  return right ? 200 : 0;
}

witx::s32 aggregates(const Point* p, const Value* v, const TupleU8U16* t, const Outcome* o, Value* value) noexcept {
  seen.number = p->register_;
  *value = *v;
  if (o->as_err() != nullptr) return static_cast<witx::s32>(*o->as_err());
  return t->_0 == 1 && t->_1 == 2 ? 0 : 4;
}

witx::s32 lists(const Point* a, witx::usize a_len, const Name*, witx::usize b_len, const char* c, witx::usize c_len,
                witx::u8* const*, witx::usize d_len, Small* _0, Point* _1) noexcept {
  seen.text.assign(c, c_len);
  seen.number = a_len * 100 + b_len * 10 + d_len;
  *_0 = 5;
  *_1 = a[0];
  return 0;
}

witx::u32 flags_back() noexcept { return 0x81; }
witx::u32 handle_back() noexcept { return 12; }
witx::s32 same_kind(Int* value) noexcept {
  *value = Int::errno_;
  return 0;
}

}  // namespace shapes::raw

namespace oldest::raw {

witx::s32 several(Count* n, Entry* e) noexcept {
  *n = 4;
  e->at = 9;
  return 0;
}
witx::s32 lists_back(const witx::u8** data, witx::usize* data_len, Count* n) noexcept {
  *data = reinterpret_cast<const witx::u8*>("bytes");
  *data_len = 5;
  *n = 6;
  return 1;
}
witx::u32 values(Count* second) noexcept {
  *second = 2;
  return 1;
}

}  // namespace oldest::raw

namespace flat::raw {

witx::u32 send(witx::u32 t, witx::u32 f_0, witx::f32 f_1, witx::u32, witx::u32 f_3, witx::u32 s_0, witx::u64 s_1,
               witx::f32, witx::u32, witx::u32, witx::u32 o_0, witx::u32 o_1) noexcept {
  witx::f32 real = 0;
  const auto bits = static_cast<witx::u32>(s_1);
  std::memcpy(&real, &bits, sizeof real);
  return t == 3 && f_0 == 1 && f_1 == 0.5F && f_3 == 2 && s_0 == 2 && real == 1.5F && o_0 == 1 && o_1 == 77 ? 1 : 0;
}
void receive(witx::u32, witx::u64* area) noexcept {
  area[0] = 1;
  area[1] = 1234567890123U;
}
void attempt(const witx::u8*, witx::usize in_len, witx::u8* out, witx::usize out_len, witx::u64* area) noexcept {
  std::memset(out, 'o', out_len);
  area[0] = in_len == 2 ? 0 : 1;
  area[1] = 2;
}
witx::u32 make(witx::u32 c) noexcept { return c + 30; }

}  // namespace flat::raw

namespace {

TEST(Shapes, ScalarsOfEveryKindArrive) {
  using namespace shapes;
  EXPECT_EQ(scalars(-1, 2, U'c', true, 0.5F, 0.25, 7, HandleA(8), Mode::read | Mode::write, Wide::f2, 'k'), 200);
}

TEST(Shapes, AggregatesTravelByReference) {
  using namespace shapes;
  const Point point{.x = 1, .y = 2, .register_ = 3};
  const auto back = aggregates(point, Value::number(99), {._0 = 1, ._1 = 2}, Outcome::ok(point));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back->as_number(), 99U);
  EXPECT_EQ(seen.number, 3U);
  EXPECT_EQ(aggregates(point, Value::nothing(), {}, Outcome::err(Int::_2d)).error(), Int::_2d);
  EXPECT_EQ(*Value::tag_(7).as_tag(), 7);
}

TEST(Shapes, SeveralListsInOneCall) {
  using namespace shapes;
  const Point points[]{{.x = 1, .y = 2, .register_ = 3}, {}};
  witx::u8 byte = 0;
  const auto result = lists(points, {witx::Str("one"), witx::Str("two")}, "text", {&byte});
  EXPECT_EQ(result->_0, 5);
  EXPECT_EQ(result->_1.register_, 3);
  EXPECT_EQ(seen.text, "text");
  EXPECT_EQ(seen.number, 221U);
}

TEST(Shapes, NamesThatCollideOrAreReservedAreMended) {
  using shapes::Int;
  static_assert(name(Int::class_) == "class" && name(Int::errno_) == "errno" && name(Int::_2d) == "2d");
  static_assert(name(Int::a_b) == "a-b" && name(Int::a_b_2) == "a_b");
  static_assert(static_cast<unsigned>(shapes::Mode::none) == 4);
  static_assert(shapes::small_answer == 42 && shapes::undefined_beyond == ~witx::u64{});
  static_assert(has(shapes::mode_everything, shapes::Mode::none));
}

TEST(Shapes, DirectResultsAreTyped) {
  EXPECT_EQ(static_cast<unsigned>(shapes::flags_back()), 0x81U);
  EXPECT_EQ(shapes::handle_back(), shapes::HandleA(12));
}

TEST(Shapes, ValueAndErrorMayBeOfOneType) {
  const auto result = shapes::same_kind();
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, shapes::Int::errno_);
}

TEST(Shapes, TruthTakesWhatTheSpecificationSays) {
  static_assert(sizeof(shapes::Choice) == 4);
  shapes::Row row{.cells = {}, .title = "t", .ready = true, .next = nullptr};
  EXPECT_TRUE(row.ready);
  row.ready.value = 2;
  EXPECT_TRUE(row.ready);
}

TEST(Oldest, ErrorFirstIsAResult) {
  const auto result = oldest::several();
  ASSERT_TRUE(result);
  EXPECT_EQ(result->n, 4U);
  EXPECT_EQ(result->e.at, 9U);
}

TEST(Oldest, ListsComeBackAsSpans) {
  const auto result = oldest::lists_back();
  EXPECT_EQ(result.error(), oldest::Errno::inval);
}

TEST(Oldest, ValuesWithoutErrorAreAnAggregate) {
  const auto [first, second] = oldest::values();
  EXPECT_EQ(first, 1U);
  EXPECT_EQ(second, 2U);
}

TEST(Flat, ValuesAreTakenApart) {
  using namespace flat;
  const witx::u8 bytes[]{1, 2};
  EXPECT_EQ(send(Thing(3), {.a = 1, .b = 0.5F, .c = bytes}, Several::real(1.5F), OptionU32::some(77)), 1U);
}

TEST(Flat, ValuesArePutTogether) {
  const auto several = flat::receive(flat::Thing(1));
  ASSERT_NE(several.as_word(), nullptr);
  EXPECT_EQ(*several.as_word(), 1234567890123U);
  EXPECT_EQ(flat::make(flat::Color::blue), flat::Thing(32));
}

TEST(Flat, BuffersAreReadAndWritten) {
  const witx::u8 in[]{1, 2};
  witx::u8 out[3]{};
  const auto result = flat::attempt(in, out);
  ASSERT_NE(result.as_ok(), nullptr);
  EXPECT_EQ(*result.as_ok(), 2U);
  EXPECT_EQ(out[2], 'o');
  EXPECT_EQ(*flat::attempt(witx::Span<const witx::u8>(), witx::Span<witx::u8>(out)).as_err(), flat::Color::blue);
}

}  // namespace
