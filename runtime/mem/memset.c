// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

// Both ends, which meet or overlap in the middle: 4 to 8 bytes.
ALWAYS_INLINE void set_upto8(Byte* to, Word4 value, size_t size) {
  store4(to, value);
  store4(to + size - 4, value);
}

// The same by eights: 9 to 64 bytes.
ALWAYS_INLINE void set_upto64(Byte* to, Word8 value, size_t size) {
  store8(to, value);
  store8(to + size - 8, value);
  if (size <= 16) return;
  store8(to + 8, value);
  store8(to + size - 16, value);
  if (size <= 32) return;
  store8(to + 16, value);
  store8(to + 24, value);
  store8(to + size - 32, value);
  store8(to + size - 24, value);
}

#ifdef __wasm_bulk_memory__
// By the engine, which is faster from some size on, though calling it costs.
ALWAYS_INLINE void set_many(Byte* to, int value, size_t size) { __builtin_memset(to, value, size); }
#else
// Sixteen bytes at a time, and the last ones once more from the end.
ALWAYS_INLINE void set_many(Byte* to, int value, size_t size) {
  const Word8 word = EVERY_BYTE(value);
  Byte* const last = to + size - 16;
  for (; to < last; to += 16) {
    store8(to, word);
    store8(to + 8, word);
  }
  store8(last, word);
  store8(last + 8, word);
}
#endif

// The order of the tests is measured (bench/runtime/run mem): a call that sets a byte or two
// takes hardly longer than one that does nothing, so that a single test more would be seen.
void* memset(void* target, int value, size_t size) {
  Byte* const to = target;
  if (size > 64) {
    set_many(to, value, size);
    return target;
  }
  if (size < 4) {
    if (size == 0) return target;
    to[0] = (Byte)value;
    to[size - 1] = (Byte)value;
    if (size == 3) to[1] = (Byte)value;
    return target;
  }
  const Word8 word = EVERY_BYTE(value);
  if (size > 8) {
    set_upto64(to, word, size);
  } else {
    set_upto8(to, (Word4)word, size);
  }
  return target;
}
