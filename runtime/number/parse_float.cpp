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

using number::u128;

// Of a byte that is not a digit, 10 or more.
[[gnu::always_inline]] inline unsigned digit_of(char letter) noexcept {
  return static_cast<unsigned char>(letter - '0');
}

// What a text says: `whole` times 10^(last + more), where `more` digits have no room in it.
// All digits, and maybe a point between them, are from `first` up to `end`, the last of them
// times 10^last.
struct Decimal {
  u64 whole = 0;
  int last = 0;
  int more = 0;
  const char* first = nullptr;
  const char* end = nullptr;
};

// Here and below, `at` comes to the end, or to what cannot stand where it stands. Inlined, it
// is no memory.

[[gnu::always_inline]] inline bool read_decimal(const char*& at, const char* end, Decimal& decimal) noexcept {
  // Room for one more digit.
  constexpr u64 most = 1'000'000'000'000'000'000;
  int behind = 0;
  bool any = false;
  decimal.first = at;
  for (; at != end; ++at) {
    const unsigned digit = digit_of(*at);
    if (digit <= 9) {
      any = true;
      decimal.last -= behind;
      if (decimal.whole < most) {
        decimal.whole = decimal.whole * 10 + digit;
      } else {
        ++decimal.more;
      }
    } else if (*at == '.' && behind == 0) {
      behind = 1;
    } else {
      break;
    }
  }
  decimal.end = at;
  if (at == end || !any || (*at | 0x20) != 'e') return any && at == end;
  ++at;
  const bool is_negative = at != end && *at == '-';
  if (at != end && (*at == '-' || *at == '+')) ++at;
  if (at == end) return false;
  // What is beyond all numbers stays there.
  int exponent = 0;
  for (; at != end; ++at) {
    const unsigned digit = digit_of(*at);
    if (digit > 9) return false;
    if (exponent < 100'000'000) exponent = exponent * 10 + static_cast<int>(digit);
  }
  decimal.last += is_negative ? -exponent : exponent;
  return true;
}

// "inf" or "nan", as the word is.
[[gnu::always_inline]] inline bool read_word(const char*& at, const char* end, const char* word) noexcept {
  for (; *word != 0; ++word, ++at) {
    if (at == end || *at != *word) return false;
  }
  return at == end;
}

// Whether all digits are above the middle of two numbers, `twice` times 2^exponent, or on
// it and `a_tie_counts`. Digit by digit of both, from the last to the first.
bool is_above(const Decimal& decimal, u64 twice, int exponent, bool a_tie_counts) noexcept {
  number::Big middle(twice);
  const bool is_whole = exponent >= 0;
  multiply_by_power(middle, is_whole ? 2 : 5, static_cast<unsigned>(is_whole ? exponent : -exponent));
  const int last = is_whole ? 0 : exponent;
  bool is_above = a_tie_counts;
  const char* at = decimal.end;
  for (int place = last < decimal.last ? last : decimal.last; at != decimal.first || middle.size != 0; ++place) {
    unsigned digit = 10;
    while (digit > 9 && place >= decimal.last && at != decimal.first) digit = digit_of(*--at);
    if (digit > 9) digit = 0;
    const unsigned other = place >= last ? last_digit(middle) : 0;
    if (digit != other) is_above = digit > other;
  }
  return is_above;
}

// The bits of the nearest number of a type with so many bits of mantissa, whose lowest is
// 2^smallest in the smallest numbers; `infinite` where there is none.
[[gnu::always_inline]] inline u64 nearest(const Decimal& decimal, int mantissa_bits, int smallest,
                                          u64 infinite) noexcept {
  // Below half the smallest double, and above the largest.
  const int p = decimal.last + decimal.more;
  if (decimal.whole == 0 || p < -342) return 0;
  if (p > 308) return infinite;

  const int unused = __builtin_clzll(decimal.whole);
  const number::Power power = number::power_of_10(p);
  const u128 product = number::product(decimal.whole << unused, power.bits);
  // Of the lowest bit of the upper half, and of the lowest that there is room for.
  const int lowest = power.exponent - unused + 128;
  int exponent = lowest + 64 - __builtin_clzll(static_cast<u64>(product >> 64)) - mantissa_bits;
  if (exponent < smallest) exponent = smallest;
  const int shift = exponent - lowest;
  if (shift > 64) return 0;
  const u64 least = number::nearest_with(-u128{1}, product, shift);
  // What stands behind makes the number larger, but not by one there.
  const u128 missing = decimal.more != 0 ? u128{u64{1} << unused} << 63 : number::most_missing / 2;
  u64 mantissa = number::nearest_with(missing, product, shift);
  if (least != mantissa && !is_above(decimal, 2 * least + 1, exponent - 1, (least & 1) != 0)) mantissa = least;
  // Where rounding reaches the next power of two, the sum is its bits as well; and
  // so it is for the largest, whose successor is infinite.
  const u64 bits = mantissa + (static_cast<u64>(exponent - smallest) << (mantissa_bits - 1));
  return bits < infinite ? bits : infinite;
}

// Of any text, as `value`, a float or a double; returns 0, or why it is none.
u64 parse(Str text, int mantissa_bits, int smallest, u64 infinite, void* value) noexcept {
  const char* at = text.begin();
  const char* const end = text.end();
  const bool is_negative = at != end && *at == '-';
  if (is_negative) ++at;
  const char first = at != end ? *at : '\0';
  Decimal decimal;
  bool is_number = false;
  u64 magnitude = infinite;
  if (first == 'n' || first == 'i') {
    is_number = read_word(at, end, first == 'n' ? "nan" : "inf");
    if (first == 'n') magnitude |= magnitude >> 1;
  } else {
    is_number = read_decimal(at, end, decimal);
    if (is_number) {
      magnitude = nearest(decimal, mantissa_bits, smallest, infinite);
      if (magnitude == infinite) return detail::out_of_range;
    }
  }
  if (!is_number) return detail::not_a_number(text, at);
  if (mantissa_bits == number::Format<double>::mantissa_bits) {
    magnitude |= u64{is_negative} << 63;
    __builtin_memcpy(value, &magnitude, sizeof(double));
  } else {
    const auto bits = static_cast<u32>(magnitude | u64{is_negative} << 31);
    __builtin_memcpy(value, &bits, sizeof(float));
  }
  return 0;
}

template <class Float>
[[gnu::always_inline]] inline u64 parse(Str text, Float& value) noexcept {
  using Format = number::Format<Float>;
  return parse(text, Format::mantissa_bits, Format::smallest, Format::infinite, &value);
}

}  // namespace

u64 detail::parse_number(Str text, double& value) noexcept { return parse(text, value); }
u64 detail::parse_number(Str text, float& value) noexcept { return parse(text, value); }

}  // namespace barewasi
