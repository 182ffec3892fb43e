// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/io.hpp>

int main() {
  // From memory, so that no compiler prints it ahead of time.
  static volatile int number = -12345;
  barewasi::print("Hello, ", number + 0, "!\n");
  return 0;
}
