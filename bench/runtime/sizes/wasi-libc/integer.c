// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <stdio.h>

int main(void) {
  static volatile int number = -12345;
  printf("Hello, %d!\n", number);
  return 0;
}
