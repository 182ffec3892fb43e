// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is printed is exactly the shortest, what is parsed exactly the nearest: millions of random numbers, and those that
// algorithms have stumbled over, against the host's library.

#include <gtest/gtest.h>

#include <barewasi/number.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "digits_of.h"

namespace {

using barewasi::fixed;
using barewasi::parse;
using barewasi::ParseError;
using barewasi::s128;
using barewasi::scientific;
using barewasi::Str;
using barewasi::u128;
using Kind = ParseError::Kind;

template <class Part>
std::string shown(const Part& part) {
  static char room[2000];
  const Str text = barewasi::format_into(room, part);
  return {text.data(), text.size()};
}

template <class Float, class... How>
std::string by_library(Float value, How... how) {
  char room[2000];
  const auto end = std::to_chars(room, room + sizeof room, value, how...).ptr;
  return {room, end};
}

const std::vector<double>& hard_cases() {
  static const std::vector<double> cases = [] {
    std::vector<double> all = {5e-324,
                               2.2250738585072014e-308,
                               2.225073858507201e-308,
                               1.7976931348623157e308,
                               9007199254740991.0,
                               9007199254740993.0,
                               9.5367431640625e-7,
                               1e23,
                               8.5e22,
                               1e22,
                               1e21,
                               123456789012345680.0,
                               0.1,
                               0.2,
                               0.3,
                               1.0 / 3,
                               2.0 / 3,
                               1e-5,
                               1e-6,
                               1e-7,
                               4.35,
                               0.000123,
                               2.989102097996e-312,
                               9.0608011534336e15,
                               4.708356024711512e18,
                               9.409340012568248e18,
                               1.8531501765868567e21,
                               -3.347727380279489e33,
                               2.0e-323,
                               1.2e-322,
                               6.9294956446009195e15,
                               4.1419510880791e-312};
    for (int power = -1074; power < 1024; ++power) {
      const double value = std::ldexp(1.0, power);
      all.insert(all.end(), {value, std::nextafter(value, 0.0), std::nextafter(value, HUGE_VAL)});
    }
    for (int power = -323; power <= 308; ++power) {
      const double value = std::strtod(("1e" + std::to_string(power)).c_str(), nullptr);
      all.insert(all.end(), {value, std::nextafter(value, 0.0), std::nextafter(value, HUGE_VAL), value * 5, value * 9});
    }
    std::erase_if(all, [](double value) { return !std::isfinite(value) || value == 0; });
    return all;
  }();
  return cases;
}

// The same numbers every time: bits at random, and numbers as people write them.
template <class Check>
void for_many(int count, Check check) {
  for (const double value : hard_cases()) check(value);
  std::mt19937_64 random(20261122);
  for (int i = 0; i < count; ++i) {
    const auto value = std::bit_cast<double>(random());
    if (std::isfinite(value)) check(value);
    check(static_cast<double>(random() % 1'000'000'000) / 1000);
    check(static_cast<double>(static_cast<std::int64_t>(random()) >> (random() % 63)));
  }
}

TEST(Numbers, DoublesShowAsTheShortestThatReadsBack) {
  for_many(700'000, [](double value) {
    if (value == 0) return;
    ASSERT_EQ(digits_of(shown(value)), digits_of(by_library(value, std::chars_format::scientific)));
  });
}

TEST(Numbers, FloatsShowAsTheShortestThatReadsBack) {
  std::mt19937 random(20261122);
  for (int i = 0; i < 1'000'000; ++i) {
    const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
    if (!std::isfinite(value) || value == 0) continue;
    ASSERT_EQ(digits_of(shown(value)), digits_of(by_library(value, std::chars_format::scientific)));
  }
}

TEST(Numbers, ShapesAreThosePeopleExpect) {
  EXPECT_EQ(shown(0.0), "0");
  EXPECT_EQ(shown(-0.0), "-0");
  EXPECT_EQ(shown(1.0), "1");
  EXPECT_EQ(shown(-12.5), "-12.5");
  EXPECT_EQ(shown(0.1f), "0.1");
  EXPECT_EQ(shown(0.00001), "0.00001");
  EXPECT_EQ(shown(0.000001), "1e-6");
  EXPECT_EQ(shown(1e20), "100000000000000000000");
  EXPECT_EQ(shown(1e21), "1e21");
  EXPECT_EQ(shown(1.5e22), "1.5e22");
  EXPECT_EQ(shown(5e-324), "5e-324");
  EXPECT_EQ(shown(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(shown(-std::numeric_limits<float>::infinity()), "-inf");
  EXPECT_EQ(shown(std::numeric_limits<double>::quiet_NaN()), "nan");
}

TEST(Numbers, PrecisionIsExact) {
  std::mt19937 random(7);
  for_many(30'000, [&](double value) {
    const auto precision = static_cast<int>(random() % 25);
    ASSERT_EQ(shown(fixed(value, static_cast<unsigned>(precision))),
              by_library(value, std::chars_format::fixed, precision))
        << value;
    ASSERT_EQ(shown(scientific(value, static_cast<unsigned>(precision))),
              by_library(value, std::chars_format::scientific, precision))
        << value;
  });
  for (const double value : {0.5, 1.5, 2.5, 0.25, 0.125, 0.05, 9.5, 99.5, 0.0, -0.5, 5e-324, 0.001}) {
    for (int precision = 0; precision < 4; ++precision) {
      EXPECT_EQ(shown(fixed(value, static_cast<unsigned>(precision))),
                by_library(value, std::chars_format::fixed, precision))
          << value;
    }
  }
  EXPECT_EQ(shown(fixed(5e-324, 1074)), by_library(5e-324, std::chars_format::fixed, 1074));
}

TEST(Numbers, WhatIsShownReadsBack) {
  for_many(300'000, [](double value) {
    const std::string text = shown(value);
    const auto back = parse<double>(text);
    ASSERT_TRUE(back) << text;
    ASSERT_EQ(std::bit_cast<std::uint64_t>(*back), std::bit_cast<std::uint64_t>(value)) << text;
  });
}

// A text halfway between two numbers, or a digit beside it.
void expect_nearest(const std::string& text) {
  double theirs = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), theirs);
  const auto ours = parse<double>(text);
  if (read.ec == std::errc::result_out_of_range) {
    ASSERT_TRUE(ours ? *ours == 0 : ours.error().kind == Kind::out_of_range) << text;
    return;
  }
  ASSERT_TRUE(ours) << text;
  ASSERT_EQ(std::bit_cast<std::uint64_t>(*ours), std::bit_cast<std::uint64_t>(theirs)) << text;
}

TEST(Numbers, TextsReadAsTheNearest) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 200'000; ++i) {
    std::string text = std::to_string(random());
    if (i % 3 == 0) text.insert(1 + random() % (text.size() - 1), ".");
    expect_nearest(text + "e" + std::to_string(static_cast<int>(random() % 680) - 350));
  }
  for (const double value : hard_cases()) {
    const double next = std::nextafter(value, HUGE_VAL);
    if (!std::isfinite(next)) continue;
    // Exactly in between: long double has the bits, where the numbers are not the smallest.
    char room[1200];
    const long double middle = (static_cast<long double>(value) + static_cast<long double>(next)) / 2;
    const auto end = std::to_chars(room, room + sizeof room, middle, std::chars_format::scientific, 780).ptr;
    const std::string text(room, end);
    const auto exponent = text.find('e');
    expect_nearest(text);
    expect_nearest(text.substr(0, exponent) + std::string(40, '0') + "1" + text.substr(exponent));
  }
  for (const char* const text :
       {"1e309", "1.7976931348623158e308", "1.7976931348623159e308", "2e-324", "3e-324", "0e999999999999",
        "1e-999999999", "00000000000000000000001", "0.00000000000000000000000000000000001e40"}) {
    expect_nearest(text);
  }
}

template <class T, class... Base>
void expect_refused(std::string_view text, Kind kind, std::size_t at, Base... base) {
  const auto number = parse<T>(text, base...);
  ASSERT_FALSE(number) << text;
  EXPECT_EQ(number.error().kind, kind) << text;
  EXPECT_EQ(number.error().at, at) << text;
}

template <class T>
void expect_out_of_range(std::string_view text) {
  expect_refused<T>(text, Kind::out_of_range, 0);
}

struct Refused {
  std::string_view text;
  Kind kind;
  std::size_t at;
};

TEST(Numbers, WhatIsNotANumberSaysWhere) {
  constexpr auto bad = Kind::invalid_character;
  constexpr auto end = Kind::unexpected_end;
  constexpr Refused cases[] = {
      {"", end, 0},       {"-", end, 1},     {".", end, 1},        {"-.", end, 2},     {"e5", bad, 0},
      {".e5", bad, 1},    {"1e", end, 2},    {"1e+", end, 3},      {"1e-", end, 3},    {"1.2.3", bad, 3},
      {"1 ", bad, 1},     {" 1", bad, 0},    {"0x10", bad, 1},     {"1e5.5", bad, 3},  {"--1", bad, 1},
      {"+1", bad, 0},     {"1e++1", bad, 3}, {"infinity", bad, 3}, {"na", end, 2},     {"nab", bad, 2},
      {"-i", end, 2},     {"-in1", bad, 3},  {"nann", bad, 3},     {"Inf", bad, 0},    {"1f", bad, 1},
      {"1e400x", bad, 5}, {"1,5", bad, 1},   {"\x80", bad, 0},     {"1.5e3e", bad, 5},
  };
  for (const Refused& one : cases) {
    expect_refused<double>(one.text, one.kind, one.at);
    expect_refused<float>(one.text, one.kind, one.at);
  }
  for (const char* const text : {"1e400", "-1e400", "1.7976931348623159e308"}) expect_out_of_range<double>(text);
  expect_out_of_range<float>("3.5e38");
  EXPECT_EQ(*parse<float>("16777217"), 16777216.0F);
  EXPECT_TRUE(std::isinf(*parse<float>("-inf")) && *parse<float>("-inf") < 0);
  EXPECT_TRUE(std::isnan(*parse<float>("nan")));
}

TEST(Numbers, IntegersReadWithinTheirRange) {
  EXPECT_EQ(*parse<std::int8_t>("-128"), -128);
  EXPECT_EQ(*parse<std::uint8_t>("ff", 16), 255);
  EXPECT_EQ(*parse<std::int64_t>("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(*parse<std::uint64_t>("18446744073709551615"), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(*parse<int>("Z", 36), 35);
  EXPECT_EQ(*parse<int>("-0"), 0);
  EXPECT_EQ(parse<int>("x").value_or(7), 7);
  for (const char* const text : {"128", "-129", "999999999999999999999"}) expect_out_of_range<std::int8_t>(text);
  for (const char* const text : {"4294967296", "18446744073709551616", "36893488147419103232"}) {
    expect_out_of_range<unsigned>(text);
  }
  constexpr auto bad = Kind::invalid_character;
  constexpr auto end = Kind::unexpected_end;
  // Also behind what is too large already.
  constexpr Refused cases[] = {
      {"", end, 0},
      {"-", end, 1},
      {"1.0", bad, 1},
      {"a", bad, 0},
      {"99999999999999999999999x", bad, 23},
      {"+1", bad, 0},
      {"1 ", bad, 1},
      {" 1", bad, 0},
      {"0x1", bad, 1},
      {"1'000", bad, 1},
      {"--1", bad, 1},
      {"1-", bad, 1},
      {"/", bad, 0},
      {":", bad, 0},
      {"340282366920938463463374607431768211456:", bad, 39},
  };
  for (const Refused& one : cases) {
    expect_refused<int>(one.text, one.kind, one.at);
    expect_refused<std::int64_t>(one.text, one.kind, one.at);
    expect_refused<s128>(one.text, one.kind, one.at);
  }
  expect_refused<unsigned>("-1", bad, 0);
  expect_refused<int>("12", bad, 1, 2U);
  expect_refused<int>("fg", bad, 1, 16U);
}

// What a text is refused for is the first byte with which nothing can follow any more that would make it a number: all
// before it can be continued, and with it no continuation of up to three bytes is one.
TEST(Numbers, TheFirstBadByteIsTheFirstAfterWhichNoNumberFollows) {
  constexpr std::string_view alphabet = "-+.e0infa";
  std::vector<std::string> tails = {""};
  for (std::size_t at = 0; at < tails.size(); ++at) {
    if (tails[at].size() == 3) continue;
    const std::string tail = tails[at];
    for (const char letter : alphabet) tails.push_back(tail + letter);
  }
  const auto goes_on = [&](const std::string& begin) {
    return std::any_of(tails.begin(), tails.end(),
                       [&](const std::string& tail) { return static_cast<bool>(parse<double>(begin + tail)); });
  };
  std::mt19937 random(5);
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (auto size = random() % 7; size != 0; --size) text += alphabet[random() % alphabet.size()];
    const auto number = parse<double>(text);
    if (number) continue;
    ++refused;
    const auto [kind, at] = number.error();
    ASSERT_LE(at, text.size());
    ASSERT_EQ(kind == Kind::unexpected_end, at == text.size()) << text;
    ASSERT_TRUE(goes_on(text.substr(0, at))) << text;
    if (at != text.size()) {
      ASSERT_FALSE(goes_on(text.substr(0, at + 1))) << text;
    }
  }
  EXPECT_GT(refused, 1000);
}

TEST(Numbers, AnErrorSaysWhatIsWrong) {
  EXPECT_EQ(shown(parse<int>("12x").error()), "invalid character at byte 2");
  EXPECT_EQ(shown(parse<int>("-").error()), "unexpected end");
  EXPECT_EQ(shown(parse<signed char>("1000").error()), "out of range");
}

// Digit by digit, with the division that the runtime does without.
std::string slow_decimal(barewasi::u128 value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  return digits;
}

TEST(Numbers, IntegersOf128BitsShowAndReadBack) {
  std::mt19937_64 random(128);
  const u128 all = ~u128{0};
  std::vector<u128> values = {0, 9, 10, all, all / 2, all / 2 + 1, u128{1} << 64, u128{1'000'000'000} * 1'000'000'000};
  for (int i = 0; i < 100'000; ++i) values.push_back((u128{random()} << 64 | random()) >> (random() % 128));
  for (const u128 value : values) {
    const std::string text = shown(value);
    ASSERT_EQ(text, slow_decimal(value));
    const auto back = parse<u128>(text);
    ASSERT_TRUE(back && *back == value) << text;

    const auto negative = static_cast<s128>(value);
    const std::string negative_text = shown(negative);
    ASSERT_EQ(negative_text, negative < 0 ? "-" + slow_decimal(-value) : slow_decimal(value));
    const auto negative_back = parse<s128>(negative_text);
    ASSERT_TRUE(negative_back && *negative_back == negative) << negative_text;
  }
  for (const char* const text :
       {"340282366920938463463374607431768211456", "3402823669209384634633746074317682114550"}) {
    expect_out_of_range<u128>(text);
  }
  expect_refused<u128>("-1", Kind::invalid_character, 0);
  expect_out_of_range<s128>("170141183460469231731687303715884105728");
  expect_out_of_range<s128>("-170141183460469231731687303715884105729");
}

}  // namespace
