// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Numbers times powers of ten, in 128 bits: what it takes to turn doubles into
// digits and digits into doubles without long division.
//
// A power is `high` and `low`, one number V of 128 bits with the highest one set,
// times a power of two. V is never too small, and too large by less than 3:
//
//   V - 3 < 10^p / 2^exponent <= V        and equal, if 0 <= p <= 55.
//
// README.md shows why that is good enough.

namespace barewasi::number {

using u64 = __UINT64_TYPE__;

struct Power {
  u64 high = 0;
  u64 low = 0;
  int exponent = 0;
};

inline constexpr int smallest_power = -351;
inline constexpr int largest_power = 350;

/// 10^p, for smallest_power <= p <= largest_power.
[[nodiscard]] Power power_of_10(int p) noexcept;

/// The largest whole number that is not above e * log10(2), for |e| <= 1200.
[[nodiscard]] constexpr int floor_log10_of_power_of_2(int e) noexcept { return (e * 315653) >> 20; }
/// The same for p * log2(10), |p| <= 360.
[[nodiscard]] constexpr int floor_log2_of_power_of_10(int p) noexcept { return (p * 217706) >> 16; }

/// x times V.
struct Product {
  u64 high = 0;
  u64 middle = 0;
  u64 low = 0;
};
[[nodiscard]] Product product(u64 x, u64 high, u64 low) noexcept;

/// Whether the bits of a product below `shift` of `high` are as good as zero.
[[nodiscard]] constexpr bool ends_at(const Product& product, int shift) noexcept {
  return (product.high & ((u64{1} << shift) - 1)) == 0 && product.middle < 3;
}

/// A number that is not whole: four times it, rounded down, and the lowest bit set if
/// anything was cut off. That is enough to round it in any way.
using Unrounded = u64;

/// x times a power, from bit 128 + `shift` on, 1 <= shift.
[[nodiscard]] Unrounded scaled(u64 x, const Power& power, int shift) noexcept;

/// The bits of a product from `shift` of `high` on, 1 <= shift.
[[nodiscard]] constexpr Unrounded unrounded(const Product& product, int shift) noexcept {
  if (shift > 63) return 1;
  return product.high >> shift | (ends_at(product, shift) ? 0 : 1);
}

/// A tie goes to the even number.
[[nodiscard]] constexpr u64 nearest(Unrounded number) noexcept { return (number + 1 + ((number >> 2) & 1)) >> 2; }

}  // namespace barewasi::number
