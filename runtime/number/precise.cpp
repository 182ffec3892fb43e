// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Digits in the number that was asked for.

#include "digits.h"
#include "power.h"

namespace barewasi::number {
namespace {

// A number as 64 bits with the highest set, times 2 to the power of `exponent`.
struct Normalized {
  u64 bits = 0;
  int exponent = 0;
};

Normalized normalized(const Binary& number) noexcept {
  const int unused = __builtin_clzll(number.mantissa);
  return {number.mantissa << unused, number.exponent - unused};
}

// The number times 10^p, rounded to a whole one; false where that is too large for 64
// bits, or the power for the table.
bool times_power_of_10(const Normalized& number, int p, u64& whole) noexcept {
  if (p < smallest_power || p > largest_power) return false;
  const Power power = power_of_10(p);
  const int shift = -(power.exponent + number.exponent + 2) - 128;
  if (shift < 1) return false;
  whole = nearest(scaled(number.bits, power, shift));
  return true;
}

}  // namespace
}  // namespace barewasi::number

namespace barewasi::detail {

void fixed_digits(double magnitude, int places, Digits& out) noexcept {
  if (magnitude == 0) return;
  const number::Binary binary = number::binary(magnitude);
  u64 whole = 0;
  if (number::times_power_of_10(number::normalized(binary), places, whole))
    return number::set_digits(whole, -places, out);
  number::exact(binary, places, true, out);
}

void scientific_digits(double magnitude, int places, Digits& out) noexcept {
  if (magnitude == 0) return;
  const number::Binary binary = number::binary(magnitude);
  const number::Normalized normalized = number::normalized(binary);
  // By the binary logarithm: as many digits as are wanted, or one more.
  int p = places - number::floor_log10_of_power_of_2(normalized.exponent + 63);
  u64 whole = 0;
  while (places < 18 && number::times_power_of_10(normalized, p, whole)) {
    number::set_digits(whole, -p, out);
    if (out.count <= places + 1) return;
    --p;
  }
  number::exact(binary, places + 1, false, out);
}

Str digits_from(const Digits& from, int begin, int end) noexcept {
  constexpr static char zeros[] = "0000000000000000";
  constexpr int most = sizeof zeros - 1;
  if (begin >= 0 && begin < from.count) {
    return {from.digits + begin, static_cast<usize>((from.count < end ? from.count : end) - begin)};
  }
  const int size = (begin < 0 && end > 0 ? 0 : end) - begin;
  return {zeros, static_cast<usize>(size < most ? size : most)};
}

Str exponent_text(char (&buffer)[8], int exponent) noexcept {
  char* const end = buffer + sizeof buffer;
  const auto magnitude = static_cast<u64>(exponent < 0 ? -exponent : exponent);
  char* first = decimal_before(end, magnitude);
  if (magnitude < 10) *--first = '0';
  *--first = exponent < 0 ? '-' : '+';
  *--first = 'e';
  return between(first, end);
}

}  // namespace barewasi::detail
