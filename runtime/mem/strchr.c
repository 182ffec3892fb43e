// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

// The first `value` or the end, whichever comes first.
char* strchr(const char* text, int value) {
  const char wanted = (char)value;
  for (; !is_aligned(text, 8); ++text) {
    if (*text == wanted) return (char*)text;
    if (*text == 0) return 0;
  }
  const Word8 pattern = EVERY_BYTE(wanted);
  for (;; text += 8) {
    const Word8 word = load8(text);
    const Word8 found = zero_bytes(word) | zero_bytes(word ^ pattern);
    if (found == 0) continue;
    text += first_byte(found);
    return *text == wanted ? (char*)text : 0;
  }
}
