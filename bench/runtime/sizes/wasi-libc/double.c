// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <stdio.h>

int main(int argc, char** argv) {
  (void)argv;
  // As many digits as are needed to read it back, which here is one too many.
  printf("x = %.17g\n", argc / 3.0);
  return 0;
}
