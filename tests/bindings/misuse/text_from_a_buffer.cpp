// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: deleted (constructor|function)
// gcc: use of deleted function .*Str
#include <wasi/preview1.hpp>

bool works() {
  char buffer[8] = "ab";
#if defined(MISUSE)
  return witx::Str(buffer).empty();
#else
  return witx::Str(buffer, 2).empty();
#endif
}
