// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Texts as floating-point numbers, by division of whole numbers: exact for any
// number of digits.

#include "big.h"
#include "digits.h"
#include "not_a_number.h"

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

// The quotient's first 64 bits, the highest of which may be 0, and whether
// anything follows; times 2 to the power of the result.
int divide(Big& above, Big& below, u64& quotient, bool& rest) noexcept {
  const int shift = static_cast<int>(bit_length(below)) - static_cast<int>(bit_length(above));
  if (shift > 0) {
    shift_left(above, static_cast<unsigned>(shift));
  } else {
    shift_left(below, static_cast<unsigned>(-shift));
  }
  for (int i = 0; i < 64; ++i) {
    const bool fits = compare(above, below) >= 0;
    if (fits) subtract(above, below, 1);
    quotient = quotient << 1 | (fits ? 1U : 0U);
    shift_left(above, 1);
  }
  rest = above.size != 0;
  return -63 - shift;
}

// The bits of the nearest number of this format; its largest exponent when there
// is none.
u64 nearest(const detail::Digits& digits, const Format& format) noexcept {
  // Below all numbers and above all numbers there is nothing to compute.
  if (digits.count == 0 || digits.point < -400) return 0;
  const u64 infinite = static_cast<u64>(format.above) << (format.mantissa_bits - 1);
  if (digits.point > 400) return infinite;

  Big above(0);
  for (int i = 0; i < digits.count; ++i) {
    multiply(above, 10);
    add(above, Big(static_cast<u64>(digits.digits[i] - '0')));
  }
  Big below(1);
  const int power = digits.point - digits.count;
  multiply_by_power_of_10(power > 0 ? above : below, static_cast<unsigned>(power > 0 ? power : -power));

  u64 quotient = 0;
  bool rest = false;
  int exponent = divide(above, below, quotient, rest);
  const int unused = __builtin_clzll(quotient);
  quotient <<= unused;
  exponent -= unused;

  int dropped = 64 - format.mantissa_bits;
  if (exponent + dropped < format.smallest) dropped = format.smallest - exponent;
  if (dropped > 64) return 0;
  const u64 kept = dropped == 64 ? 0 : quotient >> dropped;
  const u64 half = u64{1} << (dropped - 1);
  const u64 lost = quotient & (half | (half - 1));
  const bool up = lost > half || (lost == half && (rest || (kept & 1) != 0));
  // Where rounding reaches the next power of two, the sum is its bits as well; and
  // so it is for the largest, whose successor is infinite.
  const u64 biased = static_cast<u64>(exponent + dropped - format.smallest);
  const u64 bits = kept + (biased << (format.mantissa_bits - 1)) + (up ? 1 : 0);
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
