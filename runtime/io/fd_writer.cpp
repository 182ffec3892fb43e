// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/io.hpp"

namespace barewasi {

void FdWriter::append(const char* bytes, usize size) noexcept {
  if (size > capacity - used_) {
    finish();
    // Too long for the buffer even now: collecting it would only be a copy.
    if (size > capacity) {
      if (detail::write_bytes(fd_, bytes, size) != 0) failed_ = true;
      return;
    }
  }
  __builtin_memcpy(buffer_ + used_, bytes, size);
  used_ += size;
}

bool FdWriter::finish() noexcept {
  if (used_ != 0 && detail::write_bytes(fd_, buffer_, used_) != 0) failed_ = true;
  used_ = 0;
  return !failed_;
}

}  // namespace barewasi
