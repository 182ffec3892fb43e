// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The fewest digits that are nearer to a number than to any other of its type, and of
// those the nearest, in the shape that people expect: 0.001, 12.5, 1e21.
//
// After Schubfach (R. Giulietti) and "unrounded" scaling (R. Cox): the number and the
// two points halfway to its neighbours are taken times the power of ten that makes
// their distance at least 1 and less than 10. Then at most one multiple of 10 lies
// between them, which has the fewest digits; else one of the whole numbers there, the
// nearest, has.

#include "digits.h"
#include "power.h"

namespace barewasi::number {
namespace {

// From here on a number has an exponent, as in JavaScript.
constexpr int largest_point = 21;
constexpr int smallest_point = -5;

// A whole number times 10 to the power of `exponent`.
struct Decimal {
  u64 whole = 0;
  int exponent = 0;
};

Decimal shortest(Binary number) noexcept {
  if (number.mantissa == 0) return {};
  // log10(4/3) less where only three quarters lie between the two points.
  const int p = -((number.exponent * 315653 - (number.lower_is_near ? 131008 : 0)) >> 20);
  const Power power = power_of_10(p);
  // The number is shifted up until 4 bits of a product's upper half are behind the point.
  constexpr int shift = 4;
  const int up = power.exponent + number.exponent + 128 + shift;
  const u128 middle = product(number.mantissa << up, power.bits);
  // The power without its lowest 65 - up bits.
  const auto upper = static_cast<u64>(power.bits >> 64);
  u128 half = u128{upper >> (65 - up)} << 64 | (upper << (up - 1) | static_cast<u64>(power.bits) >> (65 - up));
  // A point halfway belongs to the number with the even mantissa.
  const u128 nudge = (number.mantissa & 1) != 0 ? -u128{most_missing} : u128{most_missing + 2};
  const auto last = static_cast<u64>((middle + half + nudge) >> 64) >> shift;
  if (number.lower_is_near) half >>= 1;
  const u64 first = (static_cast<u64>((middle - half - nudge) >> 64) >> shift) + 1;

  u64 whole = last / 10;
  if (whole * 10 >= first) {
    int exponent = 1 - p;
    for (; whole % 10 == 0; whole /= 10) ++exponent;
    return {whole, exponent};
  }
  whole = nearest(middle, shift);
  // Below a power of two the other half of the way is nearer.
  return {whole < first ? first : whole, -p};
}

// Of a Binary in its parts, which so are no memory.
char* shortest_before(char* end, u64 mantissa, int binary_exponent, bool lower_is_near) noexcept {
  const auto [whole, exponent] = shortest({mantissa, binary_exponent, lower_is_near});
  char* first = detail::decimal_before(end, whole);
  int point = static_cast<int>(end - first) + exponent;
  if (point <= smallest_point || point > largest_point) {
    const int power = point - 1;
    end = detail::decimal_before(end, static_cast<u64>(power < 0 ? -power : power));
    if (power < 0) *--end = '-';
    *--end = 'e';
    point = 1;
  } else if (exponent > 0) {
    for (int zeros = exponent; zeros != 0; --zeros) *--end = '0';
  } else {
    return set_point(first, end, point);
  }
  // Something follows the digits.
  return set_point(detail::decimal_before(end, whole), end, point);
}

template <class Float>
char* shortest_before(char* end, Float value) noexcept {
  return signed_before(end, value, [](char* before, Binary number) noexcept {
    return shortest_before(before, number.mantissa, number.exponent, number.lower_is_near);
  });
}

}  // namespace
}  // namespace barewasi::number

namespace barewasi::detail {

char* shortest_before(char* end, double value) noexcept { return number::shortest_before(end, value); }
char* shortest_before(char* end, float value) noexcept { return number::shortest_before(end, value); }

}  // namespace barewasi::detail
