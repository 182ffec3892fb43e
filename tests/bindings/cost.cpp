// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same two calls through the typed layer, through the raw one, and not at all: cost.sh compares what each weighs.
#include <wasi/preview1.hpp>

#if defined(TYPED)
extern "C" unsigned write(const char* text, unsigned long size) {
  const auto written = wasi::fd_write(wasi::stdout_fd, {wasi::Ciovec(text, size)});
  return written ? *written : 0;
}
extern "C" bool close(unsigned fd) { return static_cast<bool>(wasi::fd_close(wasi::Fd(fd))); }
#elif defined(RAW)
extern "C" unsigned write(const char* text, unsigned long size) {
  wasi::Ciovec part;
  part.buf = reinterpret_cast<const unsigned char*>(text);
  part.buf_len = size;
  wasi::Size written;
  return wasi::raw::fd_write(1, &part, 1, &written) == 0 ? written : 0;
}
extern "C" bool close(unsigned fd) { return wasi::raw::fd_close(fd) == 0; }
#endif
