// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Whole numbers as long as it takes to be exact about a double: the largest have
// some 4,000 bits, when a text of 770 digits is read. Nothing checks for more.

namespace barewasi::number {

using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;

struct Big {
  static constexpr unsigned capacity = 136;

  // The lowest first; the highest, words[size - 1], is not 0.
  unsigned size = 0;
  u32 words[capacity];

  explicit Big(u64 value) noexcept;
};

/// Takes `big` times `factor`, and adds `added`.
void multiply(Big& big, u32 factor, u32 added) noexcept;
/// Takes `big` times `factor`, at most 10, as often as `power` says.
void multiply_by_power(Big& big, u32 factor, unsigned power) noexcept;
/// Divides `big` by `divisor`, and returns what is left.
[[nodiscard]] u32 divide(Big& big, u32 divisor) noexcept;
/// Below 0, 0 or above 0, as a is below, equal to or above b.
[[nodiscard]] int compare(const Big& a, const Big& b) noexcept;

}  // namespace barewasi::number
