// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/exit.hpp>
#include <barewasi/io.hpp>

int main() {
  barewasi::print_error("cannot go on\n");
  abort();
}
