// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "words.h"

// The first `value` or the end, whichever comes first.
char* strchr(const char* text, int value) {
  const char wanted = (char)value;
  const Word8 pattern = EVERY_BYTE(wanted);
  const size_t before = bytes_past_alignment(text, sizeof(Word8));
  const char* at = text - before;
  Word8 ignored = low_bytes(before);
  for (;; at += sizeof(Word8), ignored = 0) {
    const Word8 word = load8(at);
    const Word8 found = zero_bytes(word | ignored) | zero_bytes((word ^ pattern) | ignored);
    if (found == 0) continue;
    at += first_byte(found);
    return *at == wanted ? (char*)at : 0;
  }
}
