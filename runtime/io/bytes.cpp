// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi::detail {

char* bytes_before(char* end, const char* bytes, usize size) noexcept {
  end -= size;
  __builtin_memcpy(end, bytes, size);
  return end;
}

}  // namespace barewasi::detail
