// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A floating-point number, read and printed.

#include <barewasi/io.hpp>
#include <barewasi/number.hpp>

int main(int argc, char**) {
  using barewasi::Str;
  const auto x = barewasi::parse<double>(argc > 1 ? Str("2.5") : Str("0.1"));
  barewasi::print("x = ", x.value_or(0) / 3.0, "\n");
  return 0;
}
