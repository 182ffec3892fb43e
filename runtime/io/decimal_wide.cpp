// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi::detail {

// Nine digits at a time, in limbs of 32 bits: to divide 128 would call the compiler's own library.
char* decimal_before(char* end, u128 value) noexcept {
  constexpr u64 nine_digits = 1'000'000'000;
  constexpr int limb_count = sizeof(u128) / sizeof(u32);
  u32 limbs[limb_count];
  __builtin_memcpy(limbs, &value, sizeof limbs);
  while (true) {
    u64 rest = 0;
    u32 any_left = 0;
    for (int i = limb_count; i-- != 0;) {
      rest = rest << 32 | limbs[i];
      limbs[i] = static_cast<u32>(rest / nine_digits);
      any_left |= limbs[i];
      rest %= nine_digits;
    }
    char* first = decimal_before(end, rest);
    if (any_left == 0) return first;
    for (end -= 9; first != end;) *--first = '0';
  }
}

char* decimal_before(char* end, s128 value) noexcept {
  // Negated as unsigned, where the smallest value has a counterpart.
  const u128 magnitude = value < 0 ? -static_cast<u128>(value) : static_cast<u128>(value);
  char* first = decimal_before(end, magnitude);
  if (value < 0) *--first = '-';
  return first;
}

}  // namespace barewasi::detail
