// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is printed is exactly the shortest, what is parsed exactly the nearest: millions of random numbers, and those that
// algorithms have stumbled over, against the host's library.

#include <gtest/gtest.h>

#include <barewasi/number.hpp>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

using barewasi::fixed;
using barewasi::parse;
using barewasi::scientific;
using barewasi::Str;

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

// "1.5e+10" as its digits and exponent, whatever the shape.
std::string digits_of(const std::string& text) {
  std::string digits;
  int exponent = 0;
  bool behind_the_point = false;
  std::string sign;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-') {
      sign = "-";
    } else if (text[i] == 'e') {
      exponent += std::stoi(text.substr(i + 1));
      break;
    } else if (text[i] == '.') {
      behind_the_point = true;
    } else {
      digits += text[i];
      if (behind_the_point) --exponent;
    }
  }
  while (digits.size() > 1 && digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  digits.erase(0, digits.find_first_not_of('0'));
  return sign + digits + "e" + std::to_string(exponent);
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
    double back = 0;
    ASSERT_TRUE(parse(Str(text.data(), text.size()), back)) << text;
    ASSERT_EQ(std::bit_cast<std::uint64_t>(back), std::bit_cast<std::uint64_t>(value)) << text;
  });
}

// A text halfway between two numbers, or a digit beside it.
void expect_nearest(const std::string& text) {
  double theirs = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), theirs);
  double ours = 0;
  const bool could = parse(Str(text.data(), text.size()), ours);
  if (read.ec == std::errc::result_out_of_range) {
    ASSERT_TRUE(!could || ours == 0) << text;
    return;
  }
  ASSERT_TRUE(could) << text;
  ASSERT_EQ(std::bit_cast<std::uint64_t>(ours), std::bit_cast<std::uint64_t>(theirs)) << text;
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

TEST(Numbers, WhatIsNoNumberChangesNothing) {
  for (const char* const text : {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "1 ", " 1", "0x10", "1e5.5", "--1", "+1",
                                 "infinity", "na", "1e400"}) {
    double value = 42;
    EXPECT_FALSE(parse(Str(text, std::char_traits<char>::length(text)), value)) << text;
    EXPECT_EQ(value, 42);
  }
  float small = 0;
  EXPECT_TRUE(parse("16777217", small));
  EXPECT_EQ(small, 16777216.0F);
  EXPECT_TRUE(parse("-inf", small));
  EXPECT_TRUE(std::isinf(small) && small < 0);
  EXPECT_TRUE(parse("nan", small));
  EXPECT_TRUE(std::isnan(small));
}

TEST(Numbers, IntegersReadWithinTheirRange) {
  const auto reads = [](auto value, const std::string& text, unsigned base = 10) {
    auto got = value;
    got = 1;
    return parse(Str(text.data(), text.size()), got, base) && got == value;
  };
  EXPECT_TRUE(reads(std::int8_t{-128}, "-128"));
  EXPECT_TRUE(reads(std::uint8_t{255}, "ff", 16));
  EXPECT_TRUE(reads(std::numeric_limits<std::int64_t>::min(), "-9223372036854775808"));
  EXPECT_TRUE(reads(std::numeric_limits<std::uint64_t>::max(), "18446744073709551615"));
  EXPECT_TRUE(reads(35, "Z", 36));
  EXPECT_TRUE(reads(0, "-0"));
  std::int8_t tiny = 7;
  unsigned word = 7;
  for (const char* const text : {"128", "-129", "", "-", "1.0", "999999999999999999999"}) {
    EXPECT_FALSE(parse(Str(text, std::char_traits<char>::length(text)), tiny)) << text;
  }
  for (const char* const text : {"-1", "4294967296", "18446744073709551616", "a"}) {
    EXPECT_FALSE(parse(Str(text, std::char_traits<char>::length(text)), word)) << text;
  }
  EXPECT_EQ(tiny, 7);
  EXPECT_EQ(word, 7U);
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
  using barewasi::i128;
  using barewasi::u128;
  std::mt19937_64 random(128);
  const u128 all = ~u128{0};
  std::vector<u128> values = {0, 9, 10, all, all / 2, all / 2 + 1, u128{1} << 64, u128{1'000'000'000} * 1'000'000'000};
  for (int i = 0; i < 100'000; ++i) values.push_back((u128{random()} << 64 | random()) >> (random() % 128));
  for (const u128 value : values) {
    const std::string text = shown(value);
    ASSERT_EQ(text, slow_decimal(value));
    u128 back = 1;
    ASSERT_TRUE(parse(Str(text.data(), text.size()), back)) << text;
    ASSERT_TRUE(back == value) << text;

    const auto negative = static_cast<i128>(value);
    const std::string negative_text = shown(negative);
    ASSERT_EQ(negative_text, negative < 0 ? "-" + slow_decimal(-value) : slow_decimal(value));
    i128 negative_back = 1;
    ASSERT_TRUE(parse(Str(negative_text.data(), negative_text.size()), negative_back)) << negative_text;
    ASSERT_TRUE(negative_back == negative) << negative_text;
  }
  u128 wide = 7;
  i128 narrow = 7;
  const auto is_refused = [](const std::string& text, auto& value) {
    return !parse(Str(text.data(), text.size()), value);
  };
  EXPECT_TRUE(is_refused("340282366920938463463374607431768211456", wide));
  EXPECT_TRUE(is_refused("3402823669209384634633746074317682114550", wide));
  EXPECT_TRUE(is_refused("-1", wide));
  EXPECT_TRUE(is_refused("170141183460469231731687303715884105728", narrow));
  EXPECT_TRUE(is_refused("-170141183460469231731687303715884105729", narrow));
  EXPECT_TRUE(wide == 7 && narrow == 7);
}

}  // namespace
