// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/io.hpp>

int main() {
  barewasi::print("Hello, world!\n");
  return 0;
}
