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

struct Decimal {
  bool is_negative = false;
  detail::Digits digits;
};

// How a type stores numbers: the bits of the mantissa, the exponent of its lowest
// bit in the smallest numbers, and what the exponent never reaches.
struct Format {
  int mantissa_bits;
  int smallest;
  int above;
};

bool is_digit(char letter) noexcept { return letter >= '0' && letter <= '9'; }

// Here and below, `at` comes to the end, or to what cannot stand where it stands.

// The exponent behind an "e". What is beyond all numbers stays where it is.
bool read_exponent(const char*& at, const char* end, int& exponent) noexcept {
  const bool is_negative = at != end && *at == '-';
  if (at != end && (*at == '-' || *at == '+')) ++at;
  if (at == end) return false;
  int sum = 0;
  for (; at != end; ++at) {
    if (!is_digit(*at)) return false;
    if (sum < 100'000'000) sum = sum * 10 + (*at - '0');
  }
  exponent = is_negative ? -sum : sum;
  return true;
}

// The last place is for the digits that no longer fit: what lies halfway between
// two numbers has fewer, so that all they can matter by is not being zero.
void note_digit(detail::Digits& digits, char digit) noexcept {
  constexpr int last = detail::Digits::capacity - 1;
  if (digits.count < last) {
    digits.digits[digits.count++] = digit;
  } else if (digit != '0') {
    digits.digits[last] = '1';
    digits.count = last + 1;
  }
}

bool read_decimal(const char*& at, const char* end, detail::Digits& digits) noexcept {
  bool any = false;
  bool behind_the_point = false;
  int exponent = 0;
  for (; at != end; ++at) {
    if (*at == '.' && !behind_the_point) {
      behind_the_point = true;
    } else if (is_digit(*at)) {
      any = true;
      const bool leads = digits.count == 0 && *at == '0';
      if (!leads) note_digit(digits, *at);
      if (leads ? behind_the_point : !behind_the_point) digits.point += leads ? -1 : 1;
    } else if (any && (*at == 'e' || *at == 'E')) {
      if (!read_exponent(++at, end, exponent)) return false;
      break;
    } else {
      return false;
    }
  }
  digits.point += exponent;
  return any;
}

// "inf" or "nan", as the word is.
bool read_word(const char*& at, const char* end, const char* word) noexcept {
  for (; *word != 0; ++word, ++at) {
    if (at == end || *at != *word) return false;
  }
  return at == end;
}

// A number between two of a format: a quarter of `quarters` times 2^exponent, which is
// the lowest bit of the lower one.
struct Between {
  number::Unrounded quarters = 0;
  int exponent = 0;
  // The quarters may be those of a number that is a very little larger.
  bool is_near_an_end = false;
};

// whole * 10^p, where the power is one of power_of_10.
Between times_power_of_10(u64 whole, int p, const Format& format) noexcept {
  const int unused = __builtin_clzll(whole);
  const number::Power power = number::power_of_10(p);
  const number::Product product = number::product(whole << unused, power.high, power.low);
  // Of the product's lowest bit, and of the lowest that the format has room for.
  const int lowest = power.exponent - unused;
  int exponent = lowest + 192 - (product.high >> 63 == 0 ? 1 : 0) - format.mantissa_bits;
  if (exponent < format.smallest) exponent = format.smallest;
  const int shift = exponent - 2 - lowest - 128;
  // From -27 to 55 a product that seems to end does.
  const bool is_exact = p >= -27 && p <= 55;
  return {number::unrounded(product, shift), exponent, shift < 64 && !is_exact && number::ends_at(product, shift)};
}

// Whether digits times 10^p are above the middle of two numbers, twice whose lower one is
// `twice` - 1, or on it and `a_tie_counts`.
bool is_above_the_middle(const detail::Digits& digits, u64 twice, int exponent, bool a_tie_counts) noexcept {
  Big text(0);
  for (int i = 0; i < digits.count; ++i) multiply(text, 10, static_cast<number::u32>(digits.digits[i] - '0'));
  Big middle(twice);
  const int p = digits.point - digits.count;
  multiply_by_power(p > 0 ? text : middle, 10, static_cast<unsigned>(p > 0 ? p : -p));
  multiply_by_power(exponent > 0 ? middle : text, 2, static_cast<unsigned>(exponent > 0 ? exponent : -exponent));
  return compare(text, middle) >= (a_tie_counts ? 0 : 1);
}

// The lower of two numbers, or the higher: what its mantissa is.
u64 nearest(const detail::Digits& digits, const Between& between) noexcept {
  const u64 lower = between.quarters >> 2;
  const bool up = is_above_the_middle(digits, 2 * lower + 1, between.exponent - 1, (lower & 1) != 0);
  return lower + (up ? 1 : 0);
}

// The bits of the nearest number of this format; its largest exponent when there
// is none.
u64 nearest(const detail::Digits& digits, const Format& format) noexcept {
  const u64 infinite = static_cast<u64>(format.above) << (format.mantissa_bits - 1);
  // Below half the smallest double, and above the largest.
  if (digits.count == 0 || digits.point < -323) return 0;
  if (digits.point > 309) return infinite;

  // What stands behind the nineteenth digit makes the number larger, but not by one there.
  constexpr int most = 19;
  const int count = digits.count < most ? digits.count : most;
  u64 whole = 0;
  for (int i = 0; i < count; ++i) whole = whole * 10 + static_cast<u64>(digits.digits[i] - '0');
  const int p = digits.point - count;
  const Between between = times_power_of_10(whole, p, format);
  u64 mantissa = number::nearest(between.quarters);
  bool is_open = between.is_near_an_end;
  if (digits.count > most) {
    const Between end = times_power_of_10(whole + 1, p, format);
    is_open =
        is_open || end.is_near_an_end || end.exponent != between.exponent || number::nearest(end.quarters) != mantissa;
  }
  if (is_open) mantissa = nearest(digits, between);
  // Where rounding reaches the next power of two, the sum is its bits as well; and
  // so it is for the largest, whose successor is infinite.
  const u64 bits = mantissa + (static_cast<u64>(between.exponent - format.smallest) << (format.mantissa_bits - 1));
  return bits < infinite ? bits : infinite;
}

template <class Float, class Bits>
u64 parse(Str text, const Format& format, Float& value) noexcept {
  const char* at = text.begin();
  const bool is_negative = at != text.end() && *at == '-';
  if (is_negative) ++at;
  const Bits infinite = static_cast<Bits>(static_cast<Bits>(format.above) << (format.mantissa_bits - 1));
  Bits bits = infinite;
  const char first = at != text.end() ? *at : '\0';
  if (first == 'n' || first == 'i') {
    if (!read_word(at, text.end(), first == 'n' ? "nan" : "inf")) return detail::not_a_number(text, at);
    if (first == 'n') bits |= Bits{1} << (format.mantissa_bits - 2);
  } else {
    detail::Digits digits;
    if (!read_decimal(at, text.end(), digits)) return detail::not_a_number(text, at);
    bits = static_cast<Bits>(nearest(digits, format));
    if (bits == infinite) return detail::out_of_range;
  }
  if (is_negative) bits |= Bits{1} << (sizeof(Bits) * 8 - 1);
  value = __builtin_bit_cast(Float, bits);
  return 0;
}

}  // namespace

u64 detail::parse_number(Str text, double& value) noexcept {
  return parse<double, u64>(text, {.mantissa_bits = 53, .smallest = -1074, .above = 0x7ff}, value);
}

u64 detail::parse_number(Str text, float& value) noexcept {
  return parse<float, u32>(text, {.mantissa_bits = 24, .smallest = -149, .above = 0xff}, value);
}

}  // namespace barewasi
