// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/files.hpp"

namespace barewasi {

wasi::Result<wasi::Size> read_some(wasi::Fd fd, witx::Span<char> room) noexcept {
  // Reading nothing is an error on some engines and the end of input on others.
  if (room.size() == 0) return wasi::Errno::inval;
  for (;;) {
    const auto taken = prim::read(fd, room);
    if (taken || taken.error() != wasi::Errno::intr) return taken;
  }
}

wasi::Result<> close(wasi::Fd fd) noexcept { return prim::close(fd); }

}  // namespace barewasi
