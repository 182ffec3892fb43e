// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/duration.hpp"

namespace barewasi::detail {

Str duration_text(char (&buffer)[32], Duration duration) noexcept {
  char* const end = buffer + sizeof buffer;
  char* first = end;
  *--first = 's';
  const bool is_negative = duration.nanoseconds < 0;
  // Negated as unsigned, where the smallest value has a counterpart.
  u64 whole = static_cast<u64>(duration.nanoseconds);
  if (is_negative) whole = -whole;
  // The unit's letter, and how many of the digits are behind the point.
  unsigned digits = 9;
  if (whole == 0) {
    digits = 0;
  } else if (whole < 1000) {
    *--first = 'n';
    digits = 0;
  } else if (whole < 1000 * 1000) {
    *--first = 'u';
    digits = 3;
  } else if (whole < 1000 * 1000 * 1000) {
    *--first = 'm';
    digits = 6;
  }
  bool any = false;
  for (; digits != 0; --digits, whole /= 10) {
    const auto digit = static_cast<char>(whole % 10);
    if (digit == 0 && !any) continue;
    any = true;
    *--first = static_cast<char>('0' + digit);
  }
  if (any) *--first = '.';
  first = decimal_before(first, whole);
  if (is_negative) *--first = '-';
  return between(first, end);
}

}  // namespace barewasi::detail
