// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Prints the table of powers of ten: p, the higher and the lower 64 bits, the exponent.
#include <cstdio>

#include "number/power.h"

namespace number = barewasi::number;

int main() {
  for (int p = number::smallest_power; p <= number::largest_power; ++p) {
    const number::Power power = number::power_of_10(p);
    std::printf("%d %llu %llu %d\n", p, static_cast<unsigned long long>(power.bits >> 64),
                static_cast<unsigned long long>(power.bits), power.exponent);
  }
}
