// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "words.h"

size_t strlen(const char* text) {
#ifdef __wasm_simd128__
  const size_t before = bytes_past_alignment(text, sizeof(Vector));
  const char* at = text - before;
  Word4 zeros = lane_bits((Lanes)(load16(at) == (Vector){0})) >> before << before;
  while (zeros == 0) {
    at += sizeof(Vector);
    zeros = lane_bits((Lanes)(load16(at) == (Vector){0}));
  }
  return (size_t)(at - text) + (size_t)__builtin_ctz(zeros);
#else
  const size_t before = bytes_past_alignment(text, sizeof(Word8));
  const char* at = text - before;
  Word8 zeros;
  // Short texts end within one word from their beginning, however they are aligned.
  // After it the search goes on at the next aligned word.
  if (word_ends_in_page(text)) {
    zeros = zero_bytes(load8(text));
    if (zeros != 0) return first_byte(zeros);
  } else {
    zeros = zero_bytes(load8(at) | low_bytes(before));
  }
  while (zeros == 0) {
    at += sizeof(Word8);
    zeros = zero_bytes(load8(at));
  }
  return (size_t)(at - text) + first_byte(zeros);
#endif
}
