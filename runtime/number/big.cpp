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

Big& Big::operator=(const Big& other) noexcept {
  size = other.size;
  for (unsigned i = 0; i < size; ++i) words[i] = other.words[i];
  return *this;
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

void subtract(Big& big, const Big& other, u32 times) noexcept {
  u64 borrow = 0;
  for (unsigned i = 0; i < big.size; ++i) {
    borrow += u64{i < other.size ? other.words[i] : 0} * times;
    const u64 difference = u64{big.words[i]} - static_cast<u32>(borrow);
    big.words[i] = static_cast<u32>(difference);
    borrow = (borrow >> word_bits) + (difference >> 63);
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

int compare_sum(const Big& a, const Big& b, const Big& c) noexcept {
  const auto word = [](const Big& big, unsigned i) { return s64{i < big.size ? big.words[i] : 0}; };
  const unsigned size = a.size < b.size ? b.size : a.size;
  // c - a - b, of which only the sign matters, and whether anything is left.
  s64 borrow = 0;
  bool is_equal = true;
  for (unsigned i = 0; i < size || i < c.size; ++i) {
    borrow += word(c, i) - word(a, i) - word(b, i);
    if (static_cast<u32>(borrow) != 0) is_equal = false;
    borrow >>= word_bits;
  }
  if (borrow < 0) return 1;
  return is_equal ? 0 : -1;
}

unsigned bit_length(const Big& big) noexcept {
  if (big.size == 0) return 0;
  return big.size * word_bits - static_cast<unsigned>(__builtin_clz(big.words[big.size - 1]));
}

}  // namespace barewasi::number
