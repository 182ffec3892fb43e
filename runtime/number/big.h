// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Whole numbers as long as it takes to be exact about a double: the largest have
// some 4,000 bits, when a text of 770 digits is read. Nothing checks for more.
//
// Most numbers that people print have two or three words, and cost no more.

namespace barewasi::number {

using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;
using s64 = __INT64_TYPE__;

struct Big {
  static constexpr unsigned capacity = 136;

  // The lowest first; the highest, words[size - 1], is not 0.
  unsigned size = 0;
  u32 words[capacity];

  explicit Big(u64 value) noexcept;
  Big(const Big& other) noexcept { *this = other; }
  /// The words that it has, and none of those that it might have.
  Big& operator=(const Big& other) noexcept;
};

void multiply(Big& big, u32 factor) noexcept;
void multiply_by_power_of_10(Big& big, unsigned power) noexcept;
void shift_left(Big& big, unsigned bits) noexcept;
void add(Big& big, const Big& other) noexcept;
/// `times` times `other`, which is not larger than `big`.
void subtract(Big& big, const Big& other, u32 times) noexcept;

/// Below 0, 0 or above 0, as a is below, equal to or above b.
[[nodiscard]] int compare(const Big& a, const Big& b) noexcept;
/// The same for a + b and c.
[[nodiscard]] int compare_sum(const Big& a, const Big& b, const Big& c) noexcept;
/// How many bits the number takes: 0 for 0.
[[nodiscard]] unsigned bit_length(const Big& big) noexcept;

}  // namespace barewasi::number
