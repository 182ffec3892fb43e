// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/files.hpp"

namespace barewasi {

wasi::Result<u64> seek(wasi::Fd fd, wasi::Filedelta offset, wasi::Whence from) noexcept {
  return host::seek(fd, offset, from);
}

wasi::Result<u64> tell(wasi::Fd fd) noexcept { return host::tell(fd); }

wasi::Result<> set_size(wasi::Fd fd, u64 size) noexcept { return host::set_size(fd, size); }

}  // namespace barewasi
