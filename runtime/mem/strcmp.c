// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

int strcmp(const char* left, const char* right) {
  // Words can be compared where both texts are aligned; text that is equal and
  // has no end in it is skipped.
  if (bytes_past_alignment(left, 8) == bytes_past_alignment(right, 8)) {
    for (; bytes_past_alignment(left, 8) != 0; ++left, ++right) {
      if (*left != *right || *left == 0) return (Byte)*left - (Byte)*right;
    }
    for (;; left += 8, right += 8) {
      const Word8 word = load8(left);
      if (word != load8(right) || zero_bytes(word) != 0) break;
    }
  }
  for (; *left == *right && *left != 0; ++left, ++right) {
  }
  return (Byte)*left - (Byte)*right;
}
