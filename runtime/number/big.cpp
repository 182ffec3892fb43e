// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "big.h"

namespace barewasi::number {

void multiply_by_power(Big& big, u32 factor, unsigned power) noexcept {
  while (power != 0) {
    // What fits into a word at once.
    u32 all = 1;
    for (; power != 0 && all < ~u32{0} / 5; --power) all *= factor;
    u64 carry = 0;
    for (unsigned i = 0; i < big.size; ++i) {
      carry += u64{big.words[i]} * all;
      big.words[i] = static_cast<u32>(carry);
      carry >>= 32;
    }
    big.words[big.size] = static_cast<u32>(carry);
    if (carry != 0) ++big.size;
  }
}

unsigned last_digit(Big& big) noexcept {
  u64 rest = 0;
  for (unsigned i = big.size; i-- != 0;) {
    rest = rest << 32 | big.words[i];
    big.words[i] = static_cast<u32>(rest / 10);
    rest %= 10;
  }
  // What is not 0 loses one word at most.
  if (big.size != 0 && big.words[big.size - 1] == 0) --big.size;
  return static_cast<unsigned>(rest);
}

}  // namespace barewasi::number
