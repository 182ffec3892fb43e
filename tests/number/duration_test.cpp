// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Durations: no sum, product or quotient wraps. What is expected is computed with 128 bits and cut to the range.

#include <gtest/gtest.h>

#include <barewasi/duration.hpp>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

using barewasi::Duration;
using barewasi::s128;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Duration within(s128 nanoseconds) {
  if (nanoseconds > most) return {most};
  if (nanoseconds < least) return {least};
  return {static_cast<std::int64_t>(nanoseconds)};
}

std::vector<std::int64_t> numbers() {
  std::vector<std::int64_t> all = {
      0,          1,          -1,           2,     -2,        1000,      -1000,         most,
      most - 1,   most / 2,   most / 2 + 1, least, least + 1, least / 2, least / 2 - 1, 3037000499,
      3037000500, -3037000500};
  std::mt19937_64 random(9);
  for (int i = 0; i < 200; ++i) all.push_back(static_cast<std::int64_t>(random()) >> (random() % 64));
  return all;
}

TEST(Durations, NothingWraps) {
  for (const std::int64_t a : numbers()) {
    EXPECT_EQ(-Duration{a}, within(-s128{a})) << a;
    for (const std::int64_t b : numbers()) {
      EXPECT_EQ(Duration{a} + Duration{b}, within(s128{a} + b)) << a << ' ' << b;
      EXPECT_EQ(Duration{a} - Duration{b}, within(s128{a} - b)) << a << ' ' << b;
      EXPECT_EQ(Duration{a} * b, within(s128{a} * b)) << a << ' ' << b;
      EXPECT_EQ(b * Duration{a}, within(s128{a} * b)) << a << ' ' << b;
      if (b != 0) {
        EXPECT_EQ(Duration{a} / b, within(s128{a} / b)) << a << ' ' << b;
      }
      EXPECT_EQ(Duration{a} < Duration{b}, a < b);
      EXPECT_EQ(Duration{a} >= Duration{b}, a >= b);
    }
  }
}

template <class T>
void expect_counts(T count) {
  EXPECT_EQ(barewasi::nanoseconds(count), within(count)) << count;
  EXPECT_EQ(barewasi::microseconds(count), within(s128{count} * 1000)) << count;
  EXPECT_EQ(barewasi::milliseconds(count), within(s128{count} * 1'000'000)) << count;
  EXPECT_EQ(barewasi::seconds(count), within(s128{count} * 1'000'000'000)) << count;
}

TEST(Durations, AreMadeFromAnyInteger) {
  for (const std::int64_t count : numbers()) {
    expect_counts(count);
    expect_counts(static_cast<std::uint64_t>(count));
    expect_counts(static_cast<std::int32_t>(count));
    expect_counts(static_cast<std::uint32_t>(count));
    expect_counts(static_cast<std::int8_t>(count));
  }
  Duration sum = barewasi::seconds(1);
  sum += barewasi::milliseconds(500);
  sum -= barewasi::seconds(2);
  EXPECT_EQ(sum, barewasi::milliseconds(-500));
  static_assert(barewasi::seconds(3) / 2 * 4 == barewasi::seconds(6));
  static_assert(Duration::longest() + barewasi::nanoseconds(1) == Duration::longest());
}

TEST(Durations, ShowWithTheirSign) {
  const auto shown = [](Duration duration) {
    char room[64];
    const barewasi::Str text = barewasi::format_into(room, duration);
    return std::string(text.data(), text.size());
  };
  EXPECT_EQ(shown({}), "0s");
  EXPECT_EQ(shown(barewasi::milliseconds(-1500)), "-1.5s");
  EXPECT_EQ(shown(barewasi::nanoseconds(-1)), "-1ns");
  EXPECT_EQ(shown(barewasi::microseconds(-20)), "-20us");
  // A unit begins with one of it, not before and not after.
  const std::vector<std::pair<long long, std::string>> rows = {{1, "1ns"},
                                                               {999, "999ns"},
                                                               {1'000, "1us"},
                                                               {1'001, "1.001us"},
                                                               {999'999, "999.999us"},
                                                               {1'000'000, "1ms"},
                                                               {1'000'001, "1.000001ms"},
                                                               {999'999'999, "999.999999ms"},
                                                               {1'000'000'000, "1s"},
                                                               {1'000'000'001, "1.000000001s"},
                                                               {10'000'000'000, "10s"}};
  for (const auto& [count, text] : rows) {
    EXPECT_EQ(shown(barewasi::nanoseconds(count)), text);
    EXPECT_EQ(shown(barewasi::nanoseconds(-count)), "-" + text);
  }
  EXPECT_EQ(shown(Duration::longest()), "9223372036.854775807s");
  EXPECT_EQ(shown(Duration::longest_back()), "-9223372036.854775808s");
}

}  // namespace
