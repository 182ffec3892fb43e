// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi::detail {

char* binary_before(char* end, u64 value, unsigned width) noexcept {
  constexpr unsigned most_digits = 64;
  const char* const first_wanted = end - (width < most_digits ? width : most_digits);
  char* first = end;
  do {
    *--first = static_cast<char>('0' + (value & 1));
    value >>= 1;
  } while (value != 0 || first > first_wanted);
  return first;
}

}  // namespace barewasi::detail
