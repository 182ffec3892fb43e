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
  unsigned digit = 0;
  bool is_more = false;
  for (; p < places; ++p) {
    is_more = is_more || digit != 0;
    digit = last_digit(whole);
  }
  const bool is_odd = (whole.words[0] & 1) != 0;
  // One more; there is a word for it, as one is divided by 10.
  if (digit > 5 || (digit == 5 && (is_more || is_odd))) {
    unsigned at = 0;
    while (at < whole.size && ++whole.words[at] == 0) ++at;
    if (at == whole.size) whole.words[whole.size++] = 1;
  }
  do *--end = static_cast<char>('0' + last_digit(whole));
  while (whole.size != 0);
  return end;
}

}  // namespace barewasi::number
