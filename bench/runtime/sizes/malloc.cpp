// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/heap.hpp>

int main() {
  // What is allocated and not used would be left out.
  void* volatile block = malloc(100);
  free(block);
  return 0;
}
