// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

ALWAYS_INLINE void set_upto3(Byte* to, Byte value, size_t size) {
  if (size == 0) return;
  to[0] = value;
  to[size / 2] = value;
  to[size - 1] = value;
}

// From 4 bytes on.
ALWAYS_INLINE void set_upto16(Byte* to, Word8 value, size_t size) {
  if (size < 8) {
    store4(to, (Word4)value);
    store4(to + size - 4, (Word4)value);
  } else {
    store8(to, value);
    store8(to + size - 8, value);
  }
}

// Sixteen bytes at a time, and the last ones once more from the end.
ALWAYS_INLINE void set_more(Byte* to, Word8 value, size_t size) {
  Byte* const last = to + size - 16;
  for (; to < last; to += 16) {
    store8(to, value);
    store8(to + 8, value);
  }
  store8(last, value);
  store8(last + 8, value);
}

void* memset(void* target, int value, size_t size) {
  const Word8 word = EVERY_BYTE(value);
  if (size < 4) {
    set_upto3(target, (Byte)value, size);
  } else if (size <= 16) {
    set_upto16(target, word, size);
#ifdef __wasm_bulk_memory__
  } else if (size > 64) {
    // From here on the engine is faster, though calling it costs.
    __builtin_memset(target, value, size);
#endif
  } else {
    set_more(target, word, size);
  }
  return target;
}
