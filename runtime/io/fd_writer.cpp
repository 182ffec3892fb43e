// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/io.hpp"

namespace barewasi {

void FdWriter::write_out(const char* bytes, usize size) noexcept {
  const auto status = detail::write_bytes(fd_, bytes, size);
  if (status_ == 0) status_ = status;
}

void FdWriter::append(const char* bytes, usize size) noexcept {
  if (size > capacity - used_) {
    finish();
    // Too long for the buffer even now: collecting it would only be a copy.
    if (size > capacity) return write_out(bytes, size);
  }
  __builtin_memcpy(buffer_ + used_, bytes, size);
  used_ += size;
}

bool FdWriter::finish() noexcept {
  if (used_ != 0) write_out(buffer_, used_);
  used_ = 0;
  return status_ == 0;
}

}  // namespace barewasi
