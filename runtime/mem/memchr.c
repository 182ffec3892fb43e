// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

void* memchr(const void* memory, int value, size_t size) {
  const Byte* at = memory;
  const Byte wanted = (Byte)value;
  for (; size != 0 && !is_aligned(at, 8); --size, ++at) {
    if (*at == wanted) return (void*)at;
  }
  const Word8 pattern = EVERY_BYTE(wanted);
  for (; size >= 8; size -= 8, at += 8) {
    const Word8 found = zero_bytes(load8(at) ^ pattern);
    if (found != 0) return (void*)(at + first_byte(found));
  }
  for (; size != 0; --size, ++at) {
    if (*at == wanted) return (void*)at;
  }
  return 0;
}
