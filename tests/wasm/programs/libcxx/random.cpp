// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <bitset>
#include <numeric>
#include <random>

#include "check.h"

int main() {
  std::mt19937 engine(static_cast<unsigned>(unknown(5489)));
  engine.discard(9999);
  // The number that the standard names.
  CHECK(engine() == 4123659995u);
  std::uniform_int_distribution<int> dice(1, 6);
  std::bitset<7> seen;
  for (int i = 0; i < 1000; ++i) seen.set(static_cast<unsigned>(dice(engine)));
  CHECK(seen.count() == 6 && !seen[0]);
  CHECK(std::gcd(unknown(84), 36) == 12 && std::lcm(unknown(4), 6) == 12);
  return 0;
}
