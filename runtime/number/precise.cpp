// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Digits in the number that was asked for.

#include "digits.h"

namespace barewasi::detail {

void fixed_digits(double magnitude, int places, Digits& out) noexcept {
  if (magnitude != 0) number::rounded(number::binary(magnitude), places, true, out);
}

void scientific_digits(double magnitude, int places, Digits& out) noexcept {
  if (magnitude != 0) number::rounded(number::binary(magnitude), places + 1, false, out);
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
