// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "../io/would_block.h"
#include "barewasi/files.hpp"

// Replaced by io/wait_when_blocked.cpp's where the program is linked with that.
extern "C" [[gnu::weak]] void __barewasi_would_block(unsigned, bool) {}

namespace barewasi {

wasi::Result<wasi::Size> read_some(wasi::Fd fd, witx::Span<char> buffer) noexcept {
  // Reading nothing is an error on some engines and the end of input on others.
  if (buffer.size() == 0) return wasi::Errno::inval;
  for (unsigned refusals = refusal;; refusals += refusal) {
    const auto taken = host::read(fd, buffer);
    // A host must not make the caller read past the buffer.
    if (taken && *taken > buffer.size()) return wasi::Errno::io;
    if (!is_refusal(host::status(taken.error())) || refusals == 0) return taken;
    __barewasi_would_block(fd.value, false);
  }
}

wasi::Result<> UniqueFd::close() noexcept {
  if (!*this) return error_;
  return host::close(release());
}

}  // namespace barewasi
