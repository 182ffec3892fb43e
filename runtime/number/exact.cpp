// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// As many digits as anybody wants: all that a number has, and then those that are asked
// for. Below a power of two, m / 2^n is m * 5^n / 10^n, a whole number but for the point.

#include "big.h"
#include "digits.h"

namespace barewasi::number {
namespace {

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

void all_digits(const Binary& number, detail::Digits& out) noexcept {
  Big whole(number.mantissa);
  if (number.exponent > 0) {
    multiply_by_power(whole, 2, static_cast<unsigned>(number.exponent));
  } else {
    multiply_by_power(whole, 5, static_cast<unsigned>(-number.exponent));
  }
  char* const end = out.digits + detail::Digits::capacity;
  char* first = end;
  while (whole.size != 0) *--first = static_cast<char>('0' + divide(whole, 10));
  out.count = static_cast<int>(end - first);
  out.point = out.count + (number.exponent < 0 ? number.exponent : 0);
  __builtin_memmove(out.digits, first, static_cast<usize>(out.count));
}

}  // namespace

void exact(const Binary& number, int count, bool from_the_point, detail::Digits& out) noexcept {
  all_digits(number, out);
  const int kept = from_the_point ? count + out.point : count;
  if (kept >= out.count) return;
  // A tie, where 5 is all that is left.
  bool up = kept >= 0 && out.digits[kept] >= '5';
  if (up && out.digits[kept] == '5') {
    int last = out.count - 1;
    while (out.digits[last] == '0') --last;
    up = last != kept || (kept != 0 && (out.digits[kept - 1] & 1) != 0);
  }
  out.count = kept > 0 ? kept : 0;
  if (up) round_up(out);
}

}  // namespace barewasi::number
