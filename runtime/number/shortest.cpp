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

// As 0.DDD times 10 to the power of `point`.
void shortest(const Binary& number, detail::Digits& out) noexcept {
  // In quarters of the distance to the next higher number, of 2^exponent.
  const u64 four_times = number.mantissa << 2;
  const u64 is_odd = number.mantissa & 1;
  // log10(4/3) less where only three quarters lie between the two points.
  const int p = -((number.exponent * 315653 - (number.lower_is_near ? 131008 : 0)) >> 20);
  const Power power = power_of_10(p);
  // A quarter is shifted up by 8 bits, and none of the three is too large for that.
  const int shift = -(power.exponent + number.exponent - 8) - 128;
  const auto times_power = [&](u64 quarters) { return scaled(quarters << 8, power, shift); };
  // A point halfway belongs to the number with the even mantissa.
  const u64 first = (times_power(four_times - (number.lower_is_near ? 1 : 2)) + 3 + is_odd) >> 2;
  const u64 last = (times_power(four_times + 2) - is_odd) >> 2;

  u64 whole = last / 10;
  int exponent = 1 - p;
  if (whole * 10 >= first) {
    for (; whole % 10 == 0; whole /= 10) ++exponent;
  } else {
    whole = nearest(times_power(four_times));
    // Below a power of two the other half of the way is nearer.
    if (whole < first) whole = first;
    --exponent;
  }
  set_digits(whole, exponent, out);
}

}  // namespace
}  // namespace barewasi::number

namespace barewasi::detail {
namespace {

// From here on a number has an exponent, as in JavaScript.
constexpr int largest_point = 21;
constexpr int smallest_point = -5;

char* append(char* at, Str text) noexcept {
  __builtin_memcpy(at, text.data(), text.size());
  return at + text.size();
}

// The digits, with zeros where there are none, and a point behind the first `point` of
// them, if anything follows.
char* append_digits(char* at, const Digits& digits, int point) noexcept {
  const int end = digits.count > point ? digits.count : point;
  for (int i = point > 0 ? 0 : point - 1; i < end; ++i) {
    if (i == point) *at++ = '.';
    *at++ = digits.at(i);
  }
  return at;
}

template <class Float>
Str text(char (&buffer)[32], Float value) noexcept {
  char* at = buffer;
  if (__builtin_signbit(value)) *at++ = '-';
  const auto magnitude = __builtin_signbit(value) ? -value : value;
  if (value != value) {
    at = append(at, "nan");
  } else if (magnitude > (sizeof(Float) == sizeof(float) ? Float{__FLT_MAX__} : static_cast<Float>(__DBL_MAX__))) {
    at = append(at, "inf");
  } else if (magnitude == 0) {
    at = append(at, "0");
  } else {
    Digits digits;
    number::shortest(number::binary(magnitude), digits);
    const bool is_plain = digits.point > smallest_point && digits.point <= largest_point;
    at = append_digits(at, digits, is_plain ? digits.point : 1);
    if (!is_plain) {
      *at++ = 'e';
      DigitBuffer exponent;
      at = append(at, decimal(exponent, digits.point - 1));
    }
  }
  return between(buffer, at);
}

}  // namespace

Str shortest_text(char (&buffer)[32], double value) noexcept { return text(buffer, value); }
Str shortest_text(char (&buffer)[32], float value) noexcept { return text(buffer, value); }

}  // namespace barewasi::detail
