// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// As many digits as anybody wants: all that a number has, and then those that are asked
// for. Below a power of two, m / 2^n is m * 5^n / 10^n, a whole number but for the point.

#include "big.h"
#include "digits.h"

namespace barewasi::number {

char* exact_before(char* end, const Binary& number, int p) noexcept {
  const bool is_whole = number.exponent >= 0;
  const int places = is_whole ? 0 : -number.exponent;
  Big whole(number.mantissa);
  multiply_by_power(whole, is_whole ? 2 : 5, static_cast<unsigned>(is_whole ? number.exponent : places));
  for (; p > places; --p) *--end = '0';
  u32 digit = 0;
  bool is_more = false;
  for (; p < places; ++p) {
    is_more = is_more || digit != 0;
    digit = divide(whole, 10);
  }
  const bool is_odd = whole.size != 0 && (whole.words[0] & 1) != 0;
  if (digit > 5 || (digit == 5 && (is_more || is_odd))) multiply(whole, 1, 1);
  do *--end = static_cast<char>('0' + divide(whole, 10));
  while (whole.size != 0);
  return end;
}

}  // namespace barewasi::number
