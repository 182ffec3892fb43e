// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// strlen without its speed: texts that are printed are short, and so is this.

#include "barewasi/format.hpp"

namespace barewasi::detail {

usize length_of(const char* zero_terminated) noexcept {
  const char* end = zero_terminated;
  while (*end != 0) ++end;
  return static_cast<usize>(end - zero_terminated);
}

usize length_within(const char* text, usize most) noexcept {
  usize length = 0;
  while (length != most && text[length] != 0) ++length;
  return length;
}

}  // namespace barewasi::detail
