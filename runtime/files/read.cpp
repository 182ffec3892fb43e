// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/files.hpp"

namespace barewasi {
namespace {

// As in io/write_all.cpp: "not now" is no error, but nobody waits for ever.
constexpr unsigned refusal = 1u << 10;

}  // namespace

wasi::Result<wasi::Size> read_some(wasi::Fd fd, witx::Span<char> room) noexcept {
  // Reading nothing is an error on some engines and the end of input on others.
  if (room.size() == 0) return wasi::Errno::inval;
  for (unsigned refusals = refusal;; refusals += refusal) {
    const auto taken = prim::read(fd, room);
    const wasi::Errno error = taken.error();
    if (error != wasi::Errno::intr && error != wasi::Errno::again) return taken;
    if (refusals == 0) return taken;
  }
}

wasi::Result<> close(wasi::Fd fd) noexcept { return prim::close(fd); }

}  // namespace barewasi
