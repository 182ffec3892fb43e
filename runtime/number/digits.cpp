// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Digits by long division of whole numbers, after Steele and White: slower than
// the algorithms with tables, exact without any, and a third of their size.

#include "digits.h"

#include "big.h"

namespace barewasi::number {
namespace {

// The number as a fraction, scaled so that the next digit is the whole part of
// ten times above / below; and half the distances to its neighbours, likewise.
struct Fraction {
  Big above;
  Big below;
  Big to_higher;
  Big to_lower;
  int point = 0;
};

void next_place(Fraction& f) noexcept {
  multiply(f.above, 10);
  multiply(f.to_higher, 10);
  multiply(f.to_lower, 10);
}

// Where the highest bit of `below` is in its word: high, so that words alone
// nearly tell the next digit; and with room above it for ten times as much.
constexpr unsigned top_bits = 28;

// Takes the whole part away from above / below: a digit.
unsigned take_digit(Fraction& f) noexcept {
  const unsigned size = f.below.size;
  if (f.above.size < size) return 0;
  // Exact, or one too small.
  unsigned digit = f.above.words[size - 1] / (f.below.words[size - 1] + 1);
  subtract(f.above, f.below, digit);
  if (compare(f.above, f.below) >= 0) {
    subtract(f.above, f.below, 1);
    ++digit;
  }
  return digit;
}

// Below 0, 0, above 0 as what is left is below, equal to or above one half.
int compare_with_half(const Fraction& f) noexcept { return compare_sum(f.above, f.above, f.below); }

// `at_the_edge` is 0 where the edge itself belongs to the number, else 1: it does
// for even mantissas.
Fraction scaled(const Binary& number, int at_the_edge) noexcept {
  const unsigned up = number.exponent > 0 ? static_cast<unsigned>(number.exponent) : 0;
  const unsigned down = number.exponent < 0 ? static_cast<unsigned>(-number.exponent) : 0;
  const unsigned finer = number.lower_is_near ? 2 : 1;
  Fraction f = {Big(number.mantissa), Big(1), Big(1), Big(1)};
  shift_left(f.above, up + finer);
  shift_left(f.below, down + finer);
  shift_left(f.to_higher, up + finer - 1);
  shift_left(f.to_lower, up);

  // The logarithm, from its binary one: exact, or one too small.
  const int log2 = 63 - __builtin_clzll(number.mantissa) + number.exponent;
  f.point = log2 * 78913 >> 18;
  if (f.point >= 0) {
    multiply_by_power_of_10(f.below, static_cast<unsigned>(f.point));
  } else {
    const auto power = static_cast<unsigned>(-f.point);
    multiply_by_power_of_10(f.above, power);
    multiply_by_power_of_10(f.to_higher, power);
    multiply_by_power_of_10(f.to_lower, power);
  }
  // The number that all of them bound is below 10: is it below 1 as well?
  while (compare_sum(f.above, f.to_higher, f.below) >= at_the_edge) {
    multiply(f.below, 10);
    ++f.point;
  }
  const unsigned finest = (top_bits - bit_length(f.below)) % 32;
  shift_left(f.above, finest);
  shift_left(f.below, finest);
  shift_left(f.to_higher, finest);
  shift_left(f.to_lower, finest);
  return f;
}

// One more in the last place; 99 becomes 1 and moves the point.
void round_up(detail::Digits& out) noexcept {
  while (out.count != 0 && out.digits[out.count - 1] == '9') --out.count;
  if (out.count != 0) {
    ++out.digits[out.count - 1];
  } else {
    out.digits[out.count++] = '1';
    ++out.point;
  }
}

}  // namespace

Binary binary(double magnitude) noexcept {
  const auto bits = __builtin_bit_cast(u64, magnitude);
  const auto exponent = static_cast<int>(bits >> 52);
  const u64 fraction = bits & ((u64{1} << 52) - 1);
  if (exponent == 0) return {fraction, -1074, false};
  return {fraction | u64{1} << 52, exponent - 1075, fraction == 0 && exponent > 1};
}

Binary binary(float magnitude) noexcept {
  const auto bits = __builtin_bit_cast(u32, magnitude);
  const auto exponent = static_cast<int>(bits >> 23);
  const u32 fraction = bits & ((u32{1} << 23) - 1);
  if (exponent == 0) return {fraction, -149, false};
  return {fraction | u32{1} << 23, exponent - 150, fraction == 0 && exponent > 1};
}

void shortest(Binary number, detail::Digits& out) noexcept {
  const int at_the_edge = static_cast<int>(number.mantissa & 1);
  Fraction f = scaled(number, at_the_edge);
  out.point = f.point;
  for (bool done = false; !done;) {
    next_place(f);
    unsigned digit = take_digit(f);
    const bool low = compare(f.above, f.to_lower) <= -at_the_edge;
    const bool high = compare_sum(f.above, f.to_higher, f.below) >= at_the_edge;
    done = low || high;
    if (high) {
      const int rest = low ? compare_with_half(f) : 1;
      if (rest > 0 || (rest == 0 && digit % 2 != 0)) ++digit;
    }
    out.digits[out.count++] = static_cast<char>('0' + digit);
  }
}

void rounded(Binary number, int count, bool from_the_point, detail::Digits& out) noexcept {
  Fraction f = scaled(number, 1);
  // The neighbours do not matter here, and may have put the point too high.
  f.to_higher = Big(0);
  f.to_lower = Big(0);
  for (Big ten = f.above;;) {
    multiply(ten, 10);
    if (compare(ten, f.below) >= 0) break;
    multiply(f.above, 10);
    --f.point;
  }
  out.point = f.point;
  int left = from_the_point ? count + f.point : count;
  if (left > detail::Digits::capacity) left = detail::Digits::capacity;
  for (; left > 0 && f.above.size != 0; --left) {
    next_place(f);
    out.digits[out.count++] = static_cast<char>('0' + take_digit(f));
  }
  if (f.above.size == 0 || left < 0) return;
  const int rest = compare_with_half(f);
  const bool is_odd = out.count != 0 && (out.digits[out.count - 1] & 1) != 0;
  if (rest > 0 || (rest == 0 && is_odd)) round_up(out);
}

}  // namespace barewasi::number
