// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: call to consteval function 'witx::.*Str.*' is not a constant expression
// gcc: is not a constant expression|call to consteval function
#include <wasi/preview1.hpp>

bool works(const char (&buffer)[8]) {
#if defined(MISUSE)
  return witx::Str(buffer).empty();
#else
  return witx::Str("buffer").empty() && buffer[0] != 0;
#endif
}
