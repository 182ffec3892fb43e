// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

size_t strlen(const char* text) {
  const char* at = text;
#ifdef __wasm_simd128__
  for (; !is_aligned(at, 16); ++at) {
    if (*at == 0) return (size_t)(at - text);
  }
  for (;; at += 16) {
    const Word4 zeros = lane_bits((Lanes)(load16(at) == (Vector){0}));
    if (zeros != 0) return (size_t)(at - text) + (size_t)__builtin_ctz(zeros);
  }
#else
  for (; !is_aligned(at, 8); ++at) {
    if (*at == 0) return (size_t)(at - text);
  }
  for (;; at += 8) {
    const Word8 zeros = zero_bytes(load8(at));
    if (zeros != 0) return (size_t)(at - text) + first_byte(zeros);
  }
#endif
}
