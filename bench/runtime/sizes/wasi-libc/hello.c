// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <unistd.h>

int main(void) { return write(1, "Hello, world!\n", 14) == 14 ? 0 : 1; }
