// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A floating-point number, shortest and exact.

#include <barewasi/io.hpp>

int main(int argc, char**) {
  barewasi::print("x = ", argc / 3.0, "\n");
  return 0;
}
