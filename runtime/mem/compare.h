// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The comparison behind memcmp and bcmp.

#include "words.h"

// The difference of the first bytes that differ.
ALWAYS_INLINE int difference(Word8 a, Word8 b) {
  const int shift = (int)(8 * first_byte(a ^ b));
  return (int)(Byte)(a >> shift) - (int)(Byte)(b >> shift);
}

ALWAYS_INLINE int compare_upto3(const Byte* a, const Byte* b, size_t size) {
  if (size == 0) return 0;
  if (*a != *b || size == 1) return *a - *b;
  if (a[1] != b[1] || size == 2) return a[1] - b[1];
  return a[2] - b[2];
}

// Two words that meet or overlap in the middle.
ALWAYS_INLINE int compare_upto7(const Byte* a, const Byte* b, size_t size) {
  if (size < 4) return compare_upto3(a, b, size);
  const Word4 x = load4(a);
  const Word4 y = load4(b);
  if (x != y) return difference(x, y);
  const Word4 last_x = load4(a + size - 4);
  const Word4 last_y = load4(b + size - 4);
  return last_x == last_y ? 0 : difference(last_x, last_y);
}

ALWAYS_INLINE int compare(const Byte* a, const Byte* b, size_t size) {
  if (size < 8) return compare_upto7(a, b, size);
#ifdef __wasm_simd128__
  for (; size > 16; size -= 16, a += 16, b += 16) {
    const Word4 differing = lane_bits(load16(a) != load16(b));
    if (differing != 0) {
      const int i = __builtin_ctz(differing);
      return a[i] - b[i];
    }
  }
  if (size < 8) {
    a -= 8 - size;
    b -= 8 - size;
    size = 8;
  }
#endif
  // The last word may begin before the end of the one before it: what it repeats
  // is equal.
  for (; size > 8; size -= 8, a += 8, b += 8) {
    const Word8 x = load8(a);
    const Word8 y = load8(b);
    if (x != y) return difference(x, y);
  }
  const Word8 x = load8(a + size - 8);
  const Word8 y = load8(b + size - 8);
  return x == y ? 0 : difference(x, y);
}
