// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi {

void BufferWriter::write(Str text) noexcept {
  usize size = text.size();
  if (const usize room = room_.size() - used_; size > room) {
    size = room;
    truncated_ = true;
  }
  __builtin_memcpy(room_.data() + used_, text.data(), size);
  used_ += size;
}

}  // namespace barewasi
