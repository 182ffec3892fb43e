// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi {

void BufferWriter::append(const char* bytes, usize size) noexcept {
  if (const usize left = buffer_.size() - used_; size > left) {
    size = left;
    truncated_ = true;
  }
  __builtin_memcpy(buffer_.data() + used_, bytes, size);
  used_ += size;
}

}  // namespace barewasi
