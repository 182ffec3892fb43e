// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: no viable conversion from .*Result.* to '(const )?bool'
// gcc: cannot convert .*Result.* to .const bool.
#include <wasi/preview1.hpp>

bool works(wasi::Fd fd) {
#if defined(MISUSE)
  const bool good = wasi::fd_close(fd);
#else
  const bool good = static_cast<bool>(wasi::fd_close(fd));
#endif
  return good;
}
