// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "words.h"

ALWAYS_INLINE void set_upto3(Byte* to, Byte value, size_t size) {
  to[0] = value;
  to[size - 1] = value;
  to[size / 2] = value;
}

// Both ends, which meet or overlap in the middle: 4 to 8 bytes.
ALWAYS_INLINE void set_upto8(Byte* to, Word4 value, size_t size) {
  store4(to, value);
  store4(to + size - 4, value);
}

// The same by eights: 8 to 16 bytes.
ALWAYS_INLINE void set_upto16(Byte* to, Word8 value, size_t size) {
  store8(to, value);
  store8(to + size - 8, value);
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

#ifdef __wasm_bulk_memory__
// By the engine, which is faster from some size on, though calling it costs. Apart,
// and told the end, so that memset needs nothing of its own after the call: what it
// had to keep, it would save and restore at every size.
__attribute__((noinline)) static void* set_many_before(Byte* end, int value, size_t size) {
  return __builtin_memset(end - size, value, size);
}
#endif

void* memset(void* target, int value, size_t size) {
  const Word8 word = EVERY_BYTE(value);
  if (size > 16) {
#ifdef __wasm_bulk_memory__
    if (size > 128) return set_many_before((Byte*)target + size, value, size);
#endif
    set_more(target, word, size);
  } else if (size - 1 < 3) {
    // One comparison for a range: 0 wraps around, and is in none.
    set_upto3(target, (Byte)value, size);
  } else if (size - 4 < 5) {
    set_upto8(target, (Word4)word, size);
  } else if (size != 0) {
    set_upto16(target, word, size);
  }
  return target;
}
