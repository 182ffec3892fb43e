// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include <barewasi/args.hpp>
#include <barewasi/io.hpp>

namespace {

void print_line(const char* text) { barewasi::print(text, "\n"); }

}  // namespace

int main() {
  print_line(barewasi::args()[0]);
  if (const char* const first = barewasi::environment()[0]) print_line(first);
  return 0;
}
