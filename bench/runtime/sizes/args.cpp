// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/args.hpp>
#include <barewasi/io.hpp>

int main() {
  barewasi::print(barewasi::args()[0], "\n");
  if (const char* const first = barewasi::environment()[0]) barewasi::print(first, "\n");
  return 0;
}
