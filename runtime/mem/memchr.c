// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "words.h"

void* memchr(const void* memory, int value, size_t size) {
  if (size == 0) return 0;
  const Byte* const first = memory;
  const Word8 pattern = EVERY_BYTE(value);
  const size_t before = bytes_past_alignment(memory, sizeof(Word8));
  const Byte* at = first - before;
  Word8 ignored = low_bytes(before);
  for (;; ignored = 0) {
    const Word8 found = zero_bytes((load8(at) ^ pattern) | ignored);
    if (found != 0) {
      at += first_byte(found);
      return (size_t)(at - first) < size ? (void*)at : 0;
    }
    at += sizeof(Word8);
    // Counted from the first byte, because the last one's address may not exist.
    if ((size_t)(at - first) >= size) return 0;
  }
}
