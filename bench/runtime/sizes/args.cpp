// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/args.hpp>
#include <barewasi/io.hpp>

namespace {

void print_line(const char* text) {
  if (text == nullptr) return;
  barewasi::print(text);
  barewasi::print("\n");
}

}  // namespace

int main() {
  print_line(barewasi::args()[0]);
  print_line(barewasi::environment()[0]);
  return 0;
}
