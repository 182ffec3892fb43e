// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The comparison behind memcmp and bcmp.

#include "words.h"

// Two or three bytes.
ALWAYS_INLINE int compare_upto3(const Byte* a, const Byte* b, size_t size) {
  return (a[0] << 16 | a[1] << 8 | a[size - 1]) - (b[0] << 16 | b[1] << 8 | b[size - 1]);
}

// A word of either side.
typedef struct {
  Word8 a;
  Word8 b;
} Words;

// Of the first bytes that differ; 0 if none do.
ALWAYS_INLINE int difference(Words words) {
  const Word8 differing = words.a ^ words.b;
  if (differing == 0) return 0;
  const int shift = (int)(8 * first_byte(differing));
  return (int)(Byte)(words.a >> shift) - (int)(Byte)(words.b >> shift);
}

// The first four bytes or, when these are equal, the last four, which may overlap
// them: what is in both is equal. 4 to 8 bytes.
ALWAYS_INLINE Words words_upto8(const Byte* a, const Byte* b, size_t size) {
  const Words first = {load4(a), load4(b)};
  if (first.a != first.b) return first;
  return (Words){load4(a + size - 4), load4(b + size - 4)};
}

// The same by eights: 8 to 16 bytes.
ALWAYS_INLINE Words words_upto16(const Byte* a, const Byte* b, size_t size) {
  const Words first = {load8(a), load8(b)};
  if (first.a != first.b) return first;
  return (Words){load8(a + size - 8), load8(b + size - 8)};
}

// Where the sixteen bytes begin that decide: the first that differ, or the last;
// from 16 bytes on.
ALWAYS_INLINE size_t deciding_sixteen(const Byte* a, const Byte* b, size_t size) {
  const size_t last = size - 16;
  size_t at = 0;
  while (at < last && same16(a + at, b + at)) at += 16;
  return at < last ? at : last;
}

ALWAYS_INLINE int compare(const Byte* a, const Byte* b, size_t size) {
  if (size == 0) return 0;
  // The first byte decides most comparisons of texts.
  if (*a != *b || size == 1) return *a - *b;
  if (size < 4) return compare_upto3(a, b, size);
  if (size <= 8) return difference(words_upto8(a, b, size));
  if (size > 16) {
    const size_t at = deciding_sixteen(a, b, size);
    a += at;
    b += at;
    size = 16;
  }
  return difference(words_upto16(a, b, size));
}
