// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Bytes read and written eight or sixteen at a time, at any address; and the
// arithmetic that looks at all bytes of a word at once.
//
// Nothing in this folder calls anything: a loop that the compiler turned back
// into a call of memcpy, inside memcpy, would never end. The build passes
// -fno-builtin, and a test reads what each object calls.

typedef __SIZE_TYPE__ size_t;
typedef unsigned char Byte;
typedef __UINT32_TYPE__ Word4;
typedef __UINT64_TYPE__ Word8;

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// Copies of a constant size are loads and stores, not calls.
ALWAYS_INLINE Word4 load4(const void* from) {
  Word4 word;
  __builtin_memcpy(&word, from, sizeof word);
  return word;
}
ALWAYS_INLINE Word8 load8(const void* from) {
  Word8 word;
  __builtin_memcpy(&word, from, sizeof word);
  return word;
}
ALWAYS_INLINE void store4(void* to, Word4 word) { __builtin_memcpy(to, &word, sizeof word); }
ALWAYS_INLINE void store8(void* to, Word8 word) { __builtin_memcpy(to, &word, sizeof word); }

#define EVERY_BYTE(value) ((Word8)(Byte)(value) * 0x0101010101010101u)

// Has its lowest set bit in the lowest byte of `word` that is zero; 0 if none is.
ALWAYS_INLINE Word8 zero_bytes(Word8 word) { return (word - EVERY_BYTE(0x01)) & ~word & EVERY_BYTE(0x80); }

// The number of the byte, counted from the lowest address, with the lowest set bit.
ALWAYS_INLINE size_t first_byte(Word8 bits) { return (size_t)__builtin_ctzll(bits) / 8; }

// Memory begins and ends at multiples of 64 KiB, so a word at an aligned address
// that has one byte inside it is inside as a whole: searches begin with the word
// around their first byte, or make sure that the word from there on ends in time.
ALWAYS_INLINE size_t bytes_past_alignment(const void* address, size_t to) {
  return (size_t)((__UINTPTR_TYPE__)address & (to - 1));
}

// A word at this address ends before the next multiple of 64 KiB: it is inside as
// a whole, too, if its first byte is.
ALWAYS_INLINE int word_ends_in_page(const void* address) {
  return bytes_past_alignment(address, 0x10000) <= 0x10000 - sizeof(Word8);
}

// Ones in the lowest `count` bytes, fewer than eight.
ALWAYS_INLINE Word8 low_bytes(size_t count) { return ~(~(Word8)0 << 8 * count); }

#ifdef __wasm_simd128__
typedef Byte Vector __attribute__((__vector_size__(16)));
typedef Byte UnalignedVector __attribute__((__vector_size__(16), __aligned__(1), __may_alias__));
typedef signed char Lanes __attribute__((__vector_size__(16)));

ALWAYS_INLINE Vector load16(const void* from) { return *(const UnalignedVector*)from; }
ALWAYS_INLINE void store16(void* to, Vector vector) { *(UnalignedVector*)to = vector; }

// One bit for each lane that is set; bit 0 is the byte at the lowest address.
ALWAYS_INLINE Word4 lane_bits(Lanes lanes) { return __builtin_wasm_bitmask_i8x16(lanes); }
#endif

// The sixteen bytes at either address are equal.
ALWAYS_INLINE int same16(const void* a, const void* b) {
#ifdef __wasm_simd128__
  return !__builtin_wasm_any_true_v128((Lanes)(load16(a) ^ load16(b)));
#else
  return load8(a) == load8(b) && load8((const Byte*)a + 8) == load8((const Byte*)b + 8);
#endif
}
