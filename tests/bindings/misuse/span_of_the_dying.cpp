// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: temporary whose address is used as value of local variable 'span' will be destroyed
#include <wasi/preview1.hpp>

struct Owner {
  int values[4] = {1, 2, 3, 4};

  const int* data() const { return values; }
  witx::usize size() const { return 4; }
};

int first() {
#if defined(MISUSE)
  const witx::Span<const int> span = Owner();
#else
  const Owner owner;
  const witx::Span<const int> span = owner;
#endif
  return span[0];
}
