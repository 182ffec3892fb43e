// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "big.h"

namespace barewasi::number {

Big::Big(u64 value) noexcept {
  for (; value != 0; value >>= 32) words[size++] = static_cast<u32>(value);
}

void multiply(Big& big, u32 factor, u32 added) noexcept {
  u64 carry = added;
  for (unsigned i = 0; i < big.size; ++i) {
    carry += u64{big.words[i]} * factor;
    big.words[i] = static_cast<u32>(carry);
    carry >>= 32;
  }
  if (carry != 0) big.words[big.size++] = static_cast<u32>(carry);
}

void multiply_by_power(Big& big, u32 factor, unsigned power) noexcept {
  // What fits into a word at once.
  const u32 cube = factor * factor * factor;
  for (; power >= 9; power -= 9) multiply(big, cube * cube * cube, 0);
  for (; power != 0; --power) multiply(big, factor, 0);
}

u32 divide(Big& big, u32 divisor) noexcept {
  u64 rest = 0;
  for (unsigned i = big.size; i-- != 0;) {
    rest = rest << 32 | big.words[i];
    big.words[i] = static_cast<u32>(rest / divisor);
    rest %= divisor;
  }
  while (big.size != 0 && big.words[big.size - 1] == 0) --big.size;
  return static_cast<u32>(rest);
}

int compare(const Big& a, const Big& b) noexcept {
  if (a.size != b.size) return a.size < b.size ? -1 : 1;
  for (unsigned i = a.size; i-- != 0;) {
    if (a.words[i] != b.words[i]) return a.words[i] < b.words[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace barewasi::number
