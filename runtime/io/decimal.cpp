// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi::detail {

char* decimal_before(char* end, u64 value) noexcept {
  // Digits come lowest first, so they are written from the end.
  do {
    *--end = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return end;
}

char* decimal_before(char* end, s64 value) noexcept {
  // Negated as unsigned, where the smallest value has a counterpart.
  const u64 magnitude = value < 0 ? -static_cast<u64>(value) : static_cast<u64>(value);
  char* first = decimal_before(end, magnitude);
  if (value < 0) *--first = '-';
  return first;
}

}  // namespace barewasi::detail
