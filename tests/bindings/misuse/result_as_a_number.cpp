// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: no viable conversion|invalid operands
// gcc: cannot convert|no match for
#include <wasi/preview1.hpp>

wasi::Size written(witx::Span<const wasi::Ciovec> parts) {
#if defined(MISUSE)
  return wasi::fd_write(wasi::stdout_fd, parts);
#else
  return wasi::fd_write(wasi::stdout_fd, parts).value_or(0);
#endif
}
