// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "big.h"

namespace barewasi::number {
namespace {

constexpr unsigned word_bits = 32;

void append(Big& big, u32 word) noexcept {
  if (word != 0) big.words[big.size++] = word;
}

}  // namespace

Big::Big(u64 value) noexcept {
  for (; value != 0; value >>= word_bits) words[size++] = static_cast<u32>(value);
}

void multiply(Big& big, u32 factor) noexcept {
  u64 carry = 0;
  for (unsigned i = 0; i < big.size; ++i) {
    carry += u64{big.words[i]} * factor;
    big.words[i] = static_cast<u32>(carry);
    carry >>= word_bits;
  }
  append(big, static_cast<u32>(carry));
}

void multiply_by_power_of_10(Big& big, unsigned power) noexcept {
  constexpr u32 billion = 1'000'000'000;
  for (; power >= 9; power -= 9) multiply(big, billion);
  for (; power != 0; --power) multiply(big, 10);
}

void shift_left(Big& big, unsigned bits) noexcept {
  if (big.size == 0) return;
  const unsigned words = bits / word_bits;
  const unsigned rest = bits % word_bits;
  // By two words at a time, so that a shift by nothing needs no other way.
  u64 pair = 0;
  for (unsigned i = big.size; i-- != 0;) {
    pair = (pair << word_bits) | big.words[i];
    big.words[i + words + 1] = static_cast<u32>((pair << rest) >> word_bits);
  }
  big.words[words] = static_cast<u32>(pair << rest);
  for (unsigned i = 0; i < words; ++i) big.words[i] = 0;
  big.size += words + 1;
  if (big.words[big.size - 1] == 0) --big.size;
}

void add(Big& big, const Big& other) noexcept {
  u64 carry = 0;
  while (big.size < other.size) big.words[big.size++] = 0;
  for (unsigned i = 0; i < big.size; ++i) {
    carry += u64{big.words[i]} + (i < other.size ? other.words[i] : 0);
    big.words[i] = static_cast<u32>(carry);
    carry >>= word_bits;
  }
  append(big, static_cast<u32>(carry));
}

void subtract(Big& big, const Big& other) noexcept {
  u64 borrow = 0;
  for (unsigned i = 0; i < big.size; ++i) {
    const u64 difference = u64{big.words[i]} - (i < other.size ? other.words[i] : 0) - borrow;
    big.words[i] = static_cast<u32>(difference);
    borrow = difference >> 63;
  }
  while (big.size != 0 && big.words[big.size - 1] == 0) --big.size;
}

int compare(const Big& a, const Big& b) noexcept {
  if (a.size != b.size) return a.size < b.size ? -1 : 1;
  for (unsigned i = a.size; i-- != 0;) {
    if (a.words[i] != b.words[i]) return a.words[i] < b.words[i] ? -1 : 1;
  }
  return 0;
}

unsigned bit_length(const Big& big) noexcept {
  if (big.size == 0) return 0;
  return big.size * word_bits - static_cast<unsigned>(__builtin_clz(big.words[big.size - 1]));
}

}  // namespace barewasi::number
