// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/io.hpp"

namespace barewasi {

void FdWriter::write(Str text) noexcept {
  if (text.size() > capacity - used_) {
    finish();
    // Too long for the buffer even now: collecting it would only be a copy.
    if (text.size() > capacity) {
      if (!detail::write_text(fd_, text)) failed_ = true;
      return;
    }
  }
  __builtin_memcpy(buffer_ + used_, text.data(), text.size());
  used_ += text.size();
}

bool FdWriter::finish() noexcept {
  if (!detail::write_text(fd_, Str(buffer_, used_))) failed_ = true;
  used_ = 0;
  return !failed_;
}

}  // namespace barewasi
