// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Whole numbers as long as it takes to be exact about a double: a mantissa times 5^1075
// has some 2,600 bits. Nothing checks for more.

namespace barewasi::number {

using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;

struct Big {
  static constexpr unsigned capacity = 84;

  // The lowest first; the highest is not 0, but for 0 itself, which has one or none.
  unsigned size;
  u32 words[capacity];

  explicit Big(u64 value) noexcept : size(value >> 32 != 0 ? 2 : 1) {
    words[0] = static_cast<u32>(value);
    words[1] = static_cast<u32>(value >> 32);
  }
};

/// Takes `big` times `factor`, at most 5, as often as `power` says.
void multiply_by_power(Big& big, u32 factor, unsigned power) noexcept;
/// Divides `big` by 10, and returns what is left. What is 0 then has no words.
[[nodiscard]] unsigned last_digit(Big& big) noexcept;

}  // namespace barewasi::number
