// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Digits in the number that was asked for.

#include "big.h"
#include "digits.h"
#include "power.h"

namespace barewasi::number {
namespace {

// How many digits are shown where `precision` are asked for: after 1,100 a double has
// only zeros.
constexpr int places(unsigned precision) noexcept {
  constexpr unsigned most = 1100;
  return static_cast<int>(precision < most ? precision : most);
}

// The digits of the whole number that is nearest to the number times 10^p, a tie going to
// the even one.
char* digits_before(char* end, const Binary& number, int p) noexcept {
  if (number.mantissa != 0 && p >= smallest_power && p <= largest_power) {
    const int unused = __builtin_clzll(number.mantissa);
    const Power power = power_of_10(p);
    const int shift = -(power.exponent + number.exponent - unused) - 128;
    if (shift > 63) return detail::decimal_before(end, u64{0});
    // With fewer there would be a product that is not good enough.
    if (shift >= 3) return detail::decimal_before(end, nearest(product(number.mantissa << unused, power.bits), shift));
  }
  return exact_before(end, number, p);
}

// At least `count` digits before `end`, of the number times 10^p, for a p that makes them
// as many; nothing else has more.
char* digits_before(char* end, const Binary& number, int count, int& p) noexcept {
  // By the binary logarithm: as many as are wanted, or one more.
  const int bits = number.mantissa == 0 ? 0 : 63 - __builtin_clzll(number.mantissa) + number.exponent;
  p = count - 1 - floor_log10_of_power_of_2(bits);
  char* first = digits_before(end, number, p);
  if (end - first > count) first = digits_before(end, number, --p);
  while (end - first < count) *--first = '0';
  return first;
}

// "e+05", from `end` on; returns the new end.
char* exponent_from(char* end, int exponent) noexcept {
  *end++ = 'e';
  *end++ = exponent < 0 ? '-' : '+';
  const int magnitude = exponent < 0 ? -exponent : exponent;
  if (magnitude >= 100) *end++ = static_cast<char>('0' + magnitude / 100);
  *end++ = static_cast<char>('0' + magnitude / 10 % 10);
  *end++ = static_cast<char>('0' + magnitude % 10);
  return end;
}

}  // namespace
}  // namespace barewasi::number

namespace barewasi::detail {

Str fixed_text(PreciseBuffer& buffer, double value, unsigned precision) noexcept {
  char* const end = buffer.bytes + sizeof buffer.bytes;
  const auto text_before = [&](char*, const number::Binary& number) noexcept {
    const int behind = number::places(precision);
    char* const first = number::digits_before(end, number, behind);
    return number::set_point(first, end, static_cast<int>(end - first) - behind);
  };
  const char* const first = number::signed_before(end, value, text_before);
  return between(first, end);
}

Str scientific_text(PreciseBuffer& buffer, double value, unsigned precision) noexcept {
  // Behind it there is room for an exponent.
  char* end = buffer.bytes + sizeof buffer.bytes - 8;
  const auto text_before = [&](char* digits_end, const number::Binary& number) noexcept {
    const int behind = number::places(precision);
    int p = 0;
    char* const first = number::digits_before(digits_end, number, behind + 1, p);
    end = number::exponent_from(digits_end, behind - p);
    return number::set_point(first, digits_end, 1);
  };
  const char* const first = number::signed_before(end, value, text_before);
  return between(first, end);
}

Str significant_text(PreciseBuffer& buffer, double value, unsigned digits) noexcept {
  char* end = buffer.bytes + sizeof buffer.bytes - 8;
  const auto text_before = [&](char* digits_end, const number::Binary& number) noexcept {
    const int count = number::places(digits == 0 ? 1 : digits);
    int p = 0;
    char* const first = number::digits_before(digits_end, number, count, p);
    const int exponent = count - 1 - p;
    const bool is_plain = exponent >= -4 && exponent < count;
    // Zeros at the end go, but not before the point.
    const char* const least = first + (is_plain && exponent > 0 ? exponent + 1 : 1);
    while (digits_end > least && digits_end[-1] == '0') --digits_end;
    end = is_plain ? digits_end : number::exponent_from(digits_end, exponent);
    return number::set_point(first, digits_end, is_plain ? exponent + 1 : 1);
  };
  const char* const first = number::signed_before(end, value, text_before);
  return between(first, end);
}

}  // namespace barewasi::detail
