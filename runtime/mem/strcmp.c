// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

int strcmp(const char* left, const char* right) {
  // Words can be compared where both texts are aligned; text that is equal and
  // has no end in it is skipped.
  if (is_aligned((const void*)((__UINTPTR_TYPE__)left ^ (__UINTPTR_TYPE__)right), 8)) {
    for (; !is_aligned(left, 8); ++left, ++right) {
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
