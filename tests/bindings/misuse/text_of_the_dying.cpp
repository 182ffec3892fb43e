// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: temporary whose address is used as value of local variable 'text' will be destroyed
#include <wasi/preview1.hpp>

struct Owner {
  char bytes[4] = {'a', 'b', 'c', 'd'};

  const char* data() const { return bytes; }
  witx::usize size() const { return 4; }
};

char first() {
#if defined(MISUSE)
  const witx::Str text = Owner();
#else
  const Owner owner;
  const witx::Str text = owner;
#endif
  return text[0];
}
