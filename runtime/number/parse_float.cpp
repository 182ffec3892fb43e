// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Texts as floating-point numbers. The first 19 digits are a whole number, which is
// taken times a power of ten (after M. Eisel and D. Lemire). What that leaves open,
// because there are more digits or because the product is too near to a tie, the whole of
// the text decides, against the middle of the two numbers that are left.

#include "big.h"
#include "digits.h"
#include "not_a_number.h"
#include "power.h"

namespace barewasi {
namespace {

using number::Big;
using number::u128;

// The first of them are `whole`, which is to be taken times 10^p.
struct Decimal {
  u64 whole = 0;
  int p = 0;
  // How many digits `whole` has, and how many follow it.
  int count = 0;
  int more = 0;
  const char* first = nullptr;
};

constexpr int most_in_whole = 19;

// Of a byte that is not a digit, 10 or more.
[[gnu::always_inline]] inline unsigned digit_of(char letter) noexcept {
  return static_cast<unsigned char>(letter - '0');
}

// Here and below, `at` comes to the end, or to what cannot stand where it stands.

// The exponent behind an "e", which is added. What is beyond all numbers stays there.
bool add_exponent(const char*& at, const char* end, int& p) noexcept {
  const bool is_negative = at != end && *at == '-';
  if (at != end && (*at == '-' || *at == '+')) ++at;
  if (at == end) return false;
  int sum = 0;
  for (; at != end; ++at) {
    const unsigned digit = digit_of(*at);
    if (digit > 9) return false;
    if (sum < 100'000'000) sum = sum * 10 + static_cast<int>(digit);
  }
  p += is_negative ? -sum : sum;
  return true;
}

bool read_decimal(const char*& at, const char* end, Decimal& decimal) noexcept {
  bool any = false;
  bool behind_the_point = false;
  decimal.first = at;
  for (; at != end; ++at) {
    const unsigned digit = digit_of(*at);
    if (digit <= 9) {
      any = true;
      if (decimal.count == most_in_whole) {
        ++decimal.more;
        if (!behind_the_point) ++decimal.p;
        continue;
      }
      decimal.whole = decimal.whole * 10 + digit;
      if (decimal.whole != 0) ++decimal.count;
      if (behind_the_point) --decimal.p;
    } else if (*at == '.' && !behind_the_point) {
      behind_the_point = true;
    } else if (any && (*at == 'e' || *at == 'E')) {
      return add_exponent(++at, end, decimal.p);
    } else {
      return false;
    }
  }
  return any;
}

// "inf" or "nan", as the word is.
bool read_word(const char*& at, const char* end, const char* word) noexcept {
  for (; *word != 0; ++word, ++at) {
    if (at == end || *at != *word) return false;
  }
  return at == end;
}

// Whether all digits are above the middle of two numbers, `twice` times 2^exponent, or on
// it and `a_tie_counts`.
bool is_above(const Decimal& decimal, u64 twice, int exponent, bool a_tie_counts) noexcept {
  // What lies in the middle has fewer digits: all that others can matter by is not being
  // zero.
  constexpr int most = 770;
  Big text(0);
  int p = decimal.p;
  int count = 0;
  const char* at = decimal.first;
  for (int left = decimal.count + decimal.more; left > 0; ++at) {
    const unsigned digit = digit_of(*at);
    if (digit > 9) continue;
    if (text.size == 0 && digit == 0) continue;
    --left;
    if (count < most) {
      multiply(text, 10, digit);
      ++count;
    } else if (digit != 0) {
      text.words[0] |= 1;
    }
  }
  p += decimal.count - count;
  Big middle(twice);
  multiply_by_power(p > 0 ? text : middle, 10, static_cast<unsigned>(p > 0 ? p : -p));
  multiply_by_power(exponent > 0 ? middle : text, 2, static_cast<unsigned>(exponent > 0 ? exponent : -exponent));
  return compare(text, middle) >= (a_tie_counts ? 0 : 1);
}

// How a type stores numbers.
struct Shape {
  int mantissa_bits;
  int smallest;
  u64 infinite;
};

// The bits of the nearest number of this shape; `infinite` where there is none.
u64 nearest(const Decimal& decimal, const Shape& shape) noexcept {
  // Below half the smallest double, and above the largest.
  const int point = decimal.p + decimal.count;
  if (decimal.whole == 0 || point < -323) return 0;
  if (point > 309) return shape.infinite;

  const int unused = __builtin_clzll(decimal.whole);
  const number::Power power = number::power_of_10(decimal.p);
  const u128 product = number::product(decimal.whole << unused, power.bits);
  // Of the lowest bit of the upper half, and of the lowest that there is room for.
  const int lowest = power.exponent - unused + 128;
  int exponent = lowest + 64 - __builtin_clzll(static_cast<u64>(product >> 64)) - shape.mantissa_bits;
  if (exponent < shape.smallest) exponent = shape.smallest;
  const int shift = exponent - lowest;
  if (shift > 64) return 0;
  const u64 least = number::nearest_with(-u128{1}, product, shift);
  // What stands behind makes the number larger, but not by one there.
  const u128 missing = decimal.more != 0 ? u128{1} << 63 << unused : number::most_missing / 2;
  u64 mantissa = number::nearest_with(missing, product, shift);
  if (least != mantissa && !is_above(decimal, 2 * least + 1, exponent - 1, (least & 1) != 0)) mantissa = least;
  // Where rounding reaches the next power of two, the sum is its bits as well; and
  // so it is for the largest, whose successor is infinite.
  const u64 bits = mantissa + (static_cast<u64>(exponent - shape.smallest) << (shape.mantissa_bits - 1));
  return bits < shape.infinite ? bits : shape.infinite;
}

template <class Float>
u64 parse(Str text, Float& value) noexcept {
  using Format = number::Format<Float>;
  using Bits = typename Format::Bits;
  const char* at = text.begin();
  const bool is_negative = at != text.end() && *at == '-';
  if (is_negative) ++at;
  Bits bits = Format::infinite;
  const char first = at != text.end() ? *at : '\0';
  if (first == 'n' || first == 'i') {
    if (!read_word(at, text.end(), first == 'n' ? "nan" : "inf")) return detail::not_a_number(text, at);
    if (first == 'n') bits |= Bits{1} << (Format::mantissa_bits - 2);
  } else {
    Decimal decimal;
    if (!read_decimal(at, text.end(), decimal)) return detail::not_a_number(text, at);
    bits = static_cast<Bits>(nearest(decimal, {Format::mantissa_bits, Format::smallest, Format::infinite}));
    if (bits == Format::infinite) return detail::out_of_range;
  }
  if (is_negative) bits |= Bits{1} << (sizeof(Bits) * 8 - 1);
  value = __builtin_bit_cast(Float, bits);
  return 0;
}

}  // namespace

u64 detail::parse_number(Str text, double& value) noexcept { return parse(text, value); }
u64 detail::parse_number(Str text, float& value) noexcept { return parse(text, value); }

}  // namespace barewasi
