// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/files.hpp"

namespace barewasi {

witx::Str path_message(wasi::Errno error) noexcept {
  if (error == wasi::Errno::notcapable) return "no folder was opened for this path";
  return message(error);
}

}  // namespace barewasi
