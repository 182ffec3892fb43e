// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: no matching (conversion|constructor)|no viable conversion
// gcc: no matching function for call to|could not convert
#include <wasi/preview1.hpp>

wasi::Size length() {
  char buffer[8] = "ab";
#if defined(MISUSE)
  return wasi::Ciovec(buffer).buf_len;
#else
  return wasi::Ciovec(witx::Str(buffer, 2)).buf_len;
#endif
}
