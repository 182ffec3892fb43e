// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The copy behind memcpy and memmove. Up to 48 bytes everything is read before
// anything is written, and memory.copy minds no overlap: one way serves both.
//
// Where the copy ends and memory.copy begins is measured (bench/runtime/run mem). Up to
// 48 bytes a call into the engine costs more than the copy. Eight words at once, for 64,
// would be more than an engine has registers for that it need not save: every size would
// pay for saving some. The test for memory.copy comes first, because its users have
// nothing to gain, and could only lose.

#include "words.h"

// Both ends of the bytes, which meet or overlap in the middle: 8 to 16 bytes.
ALWAYS_INLINE void move_upto16(Byte* to, const Byte* from, size_t size) {
  const Word8 first = load8(from);
  const Word8 last = load8(from + size - 8);
  store8(to, first);
  store8(to + size - 8, last);
}

ALWAYS_INLINE void move_upto32(Byte* to, const Byte* from, size_t size) {
  const Word8 first = load8(from);
  const Word8 second = load8(from + 8);
  const Word8 before_last = load8(from + size - 16);
  const Word8 last = load8(from + size - 8);
  store8(to, first);
  store8(to + 8, second);
  store8(to + size - 16, before_last);
  store8(to + size - 8, last);
}

ALWAYS_INLINE void move_upto48(Byte* to, const Byte* from, size_t size) {
  Word8 head[3];
  Word8 tail[3];
#pragma clang loop unroll(full)
  for (int i = 0; i < 3; ++i) {
    head[i] = load8(from + 8 * i);
    tail[i] = load8(from + size - 24 + 8 * i);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 3; ++i) {
    store8(to + 8 * i, head[i]);
    store8(to + size - 24 + 8 * i, tail[i]);
  }
}

ALWAYS_INLINE void move_upto7(Byte* to, const Byte* from, size_t size) {
  if (size >= 4) {
    const Word4 first = load4(from);
    const Word4 last = load4(from + size - 4);
    store4(to, first);
    store4(to + size - 4, last);
  } else if (size != 0) {
    const Byte first = from[0];
    const Byte middle = from[size / 2];
    const Byte last = from[size - 1];
    to[0] = first;
    to[size / 2] = middle;
    to[size - 1] = last;
  }
}

#ifdef __wasm_bulk_memory__
ALWAYS_INLINE void move_many(Byte* to, const Byte* from, size_t size) { __builtin_memmove(to, from, size); }
#else
ALWAYS_INLINE void move_many(Byte* to, const Byte* from, size_t size) {
  // As unsigned distance: true when the target begins within the source's bytes.
  if ((size_t)(to - from) < size) {
    for (; size >= 8; size -= 8) store8(to + size - 8, load8(from + size - 8));
    move_upto7(to, from, size);
  } else {
    for (; size >= 8; size -= 8, to += 8, from += 8) store8(to, load8(from));
    move_upto7(to, from, size);
  }
}
#endif

ALWAYS_INLINE void move(Byte* to, const Byte* from, size_t size) {
  if (size > 48) {
    move_many(to, from, size);
  } else if (size < 8) {
    move_upto7(to, from, size);
  } else if (size <= 16) {
    move_upto16(to, from, size);
  } else if (size <= 32) {
    move_upto32(to, from, size);
  } else {
    move_upto48(to, from, size);
  }
}
