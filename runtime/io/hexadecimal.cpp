// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi {

Str hexadecimal(DigitBuffer& buffer, u64 value, unsigned width) noexcept {
  constexpr unsigned most_digits = 16;
  char* const end = buffer.bytes + sizeof buffer.bytes;
  const char* const first_wanted = end - (width < most_digits ? width : most_digits);
  char* first = end;
  do {
    const auto digit = static_cast<unsigned>(value & 15);
    *--first = static_cast<char>(digit < 10 ? '0' + digit : 'a' - 10 + digit);
    value >>= 4;
  } while (value != 0 || first > first_wanted);
  return Str(first, static_cast<usize>(end - first));
}

}  // namespace barewasi
