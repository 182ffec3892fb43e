// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Numbers in the shapes that are asked for: in hexadecimal and binary, to so many digits, of enumerations. What is
// expected is made bit by bit, or by the host's library.

#include <gtest/gtest.h>

#include <barewasi/number.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace {

using barewasi::bin;
using barewasi::fixed;
using barewasi::hex;
using barewasi::s128;
using barewasi::scientific;
using barewasi::significant;
using barewasi::Str;
using barewasi::u128;

template <class Part>
std::string shown(const Part& part) {
  static char room[2000];
  const Str text = barewasi::format_into(room, part);
  return {text.data(), text.size()};
}

// `bits` bits a digit, zeros in front up to `width`.
std::string slow_digits(u128 value, unsigned bits, unsigned width) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[static_cast<unsigned>(value) & ((1U << bits) - 1)]);
    value >>= bits;
  } while (value != 0);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

template <class T>
void expect_digits(T value, unsigned width) {
  constexpr unsigned shown_bits = sizeof(T) > 8 ? 128 : 64;
  u128 bits = static_cast<u128>(value);
  if (sizeof(T) < sizeof(u128)) bits &= (u128{1} << 8 * (sizeof(T) % 16)) - 1;
  EXPECT_EQ(shown(hex(value, width)), slow_digits(bits, 4, std::min(width, shown_bits / 4)));
  EXPECT_EQ(shown(bin(value, width)), slow_digits(bits, 1, std::min(width, shown_bits)));
}

TEST(Shapes, HexadecimalAndBinaryOfEveryWidth) {
  std::mt19937_64 random(16);
  std::vector<u128> values = {
      0, 1, 15, 16, ~u128{0}, u128{1} << 63, u128{1} << 64, (u128{1} << 64) - 1, u128{1} << 127};
  for (int i = 0; i < 200; ++i) values.push_back((u128{random()} << 64 | random()) >> (random() % 128));
  for (const u128 value : values) {
    for (const unsigned width : {0U, 1U, 15U, 16U, 17U, 31U, 32U, 33U, 63U, 64U, 65U, 127U, 128U, 129U, ~0U}) {
      expect_digits(value, width);
      expect_digits(static_cast<s128>(value), width);
      expect_digits(static_cast<std::uint64_t>(value), width);
      expect_digits(static_cast<std::int64_t>(value), width);
      expect_digits(static_cast<std::int32_t>(value), width);
      expect_digits(static_cast<signed char>(value), width);
    }
  }
  EXPECT_EQ(shown(barewasi::right(hex(~u128{0}), 34, '.')), ".." + std::string(32, 'f'));
}

std::string by_library(double value, int digits) {
  char room[2000];
  const auto end = std::to_chars(room, room + sizeof room, value, std::chars_format::general, digits).ptr;
  return {room, end};
}

TEST(Shapes, SignificantDigitsAreThoseOfTheLibrary) {
  std::mt19937_64 random(3);
  std::vector<double> values = {0.0,    -0.0,    1.0,   9.5,   99.5,   999.5,  0.0001, 0.00001,  0.000099999,
                                100000, 1e6,     1e20,  1e21,  0.5,    0.25,   2.5,    5e-324,   1e-5,
                                123456, 1234567, 1e100, 1e308, 9.9e-5, 9.99e5, -1.25,  HUGE_VAL, -HUGE_VAL};
  for (int i = 0; i < 30'000; ++i) {
    const auto value = std::bit_cast<double>(random());
    if (std::isfinite(value)) values.push_back(value);
    values.push_back(static_cast<double>(random() % 1'000'000'000) /
                     std::pow(10.0, static_cast<double>(random() % 20)));
  }
  for (const double value : values) {
    for (const int digits : {0, 1, 2, 3, 6, static_cast<int>(random() % 30)}) {
      ASSERT_EQ(shown(significant(value, static_cast<unsigned>(digits))), by_library(value, digits)) << value;
    }
  }
  EXPECT_EQ(shown(significant(std::numeric_limits<double>::quiet_NaN(), 3)), "nan");
}

// Takes what is put into it as it comes.
struct Pieces {
  std::vector<std::string> texts;
  void write(Str text) { texts.emplace_back(text.data(), text.size()); }
};

TEST(Shapes, ANumberIsOnePieceAlsoWhereItIsPadded) {
  using Texts = std::vector<std::string>;
  const auto pieces = [](const auto& part) {
    Pieces out;
    barewasi::put(out, part);
    return out.texts;
  };
  const auto price = fixed(-2.5, 2);
  EXPECT_EQ(pieces(price), Texts{"-2.50"});
  EXPECT_EQ(pieces(scientific(0.5, 1)), Texts{"5.0e-01"});
  EXPECT_EQ(pieces(significant(0.5, 3)), Texts{"0.5"});
  EXPECT_EQ(pieces(barewasi::right(price, 7, '.')), (Texts{".", ".", "-2.50"}));
  EXPECT_EQ(pieces(barewasi::left(price, 6)), (Texts{"-2.50", " "}));
  EXPECT_EQ(pieces(barewasi::right(0.5F, 4)), (Texts{" ", "0.5"}));
  EXPECT_EQ(pieces(barewasi::right(-12, 4)), (Texts{" ", "-12"}));
  EXPECT_EQ(pieces(barewasi::left(significant(0.5, 1), 2)), Texts{"0.5"});
}

// A number of digits that nobody can mean, as a negative one becomes, is neither none nor four billion.
TEST(Shapes, DigitsWithoutEndEnd) {
  constexpr std::size_t most = 1100;
  EXPECT_EQ(shown(fixed(0.5, ~0U)), "0.5" + std::string(most - 1, '0'));
  EXPECT_EQ(shown(fixed(0.5, 1101)), shown(fixed(0.5, 1100)));
  EXPECT_EQ(shown(scientific(0.5, ~0U)), "5." + std::string(most, '0') + "e-01");
  EXPECT_EQ(shown(significant(0.1, ~0U)), by_library(0.1, 800));
  EXPECT_EQ(shown(significant(5e-324, ~0U)), by_library(5e-324, 800));
}

enum Plain { zero, one, minus = -1 };
enum class Scoped : std::uint64_t { most = ~std::uint64_t{0} };
enum class Letter : char { a = 'a' };
enum class Truth : bool { no, yes };
enum class Small : std::int8_t { least = -128 };
enum { anonymous = 7 };
enum class Named { known, unknown };
std::string_view name(Named value) { return value == Named::known ? "known" : ""; }
enum class Shown { one };
template <class Out>
void show(Out& out, Shown) {
  out.write("as it likes");
}
struct Bits {
  Plain plain : 3;
};

TEST(Shapes, EnumerationsShowAsTheirNumber) {
  EXPECT_EQ(shown(one), "1");
  EXPECT_EQ(shown(minus), "-1");
  EXPECT_EQ(shown(Scoped::most), "18446744073709551615");
  EXPECT_EQ(shown(Letter::a), "97");
  EXPECT_EQ(shown(Truth::yes), "1");
  EXPECT_EQ(shown(Small::least), "-128");
  EXPECT_EQ(shown(anonymous), "7");
  EXPECT_EQ(shown(barewasi::right(one, 3)), "  1");
  EXPECT_EQ(shown(Bits{minus}.plain), "-1");
}

TEST(Shapes, EnumerationsShowAsTheirTypeSays) {
  EXPECT_EQ(shown(Named::known), "known");
  EXPECT_EQ(shown(Named::unknown), "1");
  EXPECT_EQ(shown(Shown::one), "as it likes");
}

}  // namespace
