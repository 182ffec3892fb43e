// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <stdlib.h>

int main(void) {
  void* volatile block = malloc(100);
  free(block);
  return 0;
}
