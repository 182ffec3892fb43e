// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Numbers times powers of ten, in 128 bits: what it takes to turn doubles into
// digits and digits into doubles without long division.
//
// Nothing here is ever too large, and nothing is too small by more than a few of its
// lowest bits. README.md shows how few, and why that is good enough.

namespace barewasi::number {

using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;
using u128 = __uint128_t;

/// `bits`, of which one of the four highest is set, times 2 to the power of `exponent`.
struct Power {
  u128 bits = 0;
  int exponent = 0;
};

inline constexpr int smallest_power = -343;
inline constexpr int largest_power = 367;

/// 10^p, for smallest_power <= p <= largest_power.
[[nodiscard]] Power power_of_10(int p) noexcept;

/// The largest whole number that is not above e * log10(2), for |e| <= 1200.
[[nodiscard]] constexpr int floor_log10_of_power_of_2(int e) noexcept { return (e * 315653) >> 20; }
/// The same for p * log2(10), |p| <= 400.
[[nodiscard]] constexpr int floor_log2_of_power_of_10(int p) noexcept { return (p * 217706) >> 16; }

/// x * power / 2^64, rounded down.
[[nodiscard]] u128 product(u64 x, u128 power) noexcept;

/// A product is less than the number that it stands for, by less than this.
inline constexpr u64 most_missing = 6;

/// The nearest whole number to (product + 2 * more) / 2^(64 + shift), 1 <= shift <= 64; of
/// two the higher one. `more` may be negative.
[[nodiscard]] u64 nearest_with(u128 more, u128 product, int shift) noexcept;

/// The nearest whole number to product / 2^(64 + shift), 1 <= shift <= 63; of two the even one.
[[nodiscard]] u64 nearest(u128 product, int shift) noexcept;

}  // namespace barewasi::number
