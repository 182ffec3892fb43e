// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi::detail {

char* hexadecimal_before(char* end, u64 value, unsigned width) noexcept {
  constexpr unsigned most_digits = 16;
  const char* const first_wanted = end - (width < most_digits ? width : most_digits);
  char* first = end;
  do {
    const auto digit = static_cast<unsigned>(value & 15);
    *--first = static_cast<char>(digit < 10 ? '0' + digit : 'a' - 10 + digit);
    value >>= 4;
  } while (value != 0 || first > first_wanted);
  return first;
}

}  // namespace barewasi::detail
