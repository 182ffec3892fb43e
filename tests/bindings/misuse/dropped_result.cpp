// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: ignoring return value of (type 'Result|function declared with 'nodiscard')
// gcc: ignoring returned value of type .wasi::.*Result
#include <wasi/preview1.hpp>

void close(wasi::Fd fd) {
#if defined(MISUSE)
  wasi::fd_close(fd);
#else
  static_cast<void>(wasi::fd_close(fd));
#endif
}
