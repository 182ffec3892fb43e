// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <stdio.h>
#include <stdlib.h>

int main(void) {
  fputs("cannot go on\n", stderr);
  abort();
}
