// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: deleted (constructor|function)
// gcc: deleted function
#include <wasi/preview1.hpp>

using Numbers = int[2];

witx::usize count() {
#if defined(MISUSE)
  return witx::Span<const int>(Numbers{1, 2}).size();
#else
  const Numbers numbers{1, 2};
  return witx::Span<const int>(numbers).size();
#endif
}
