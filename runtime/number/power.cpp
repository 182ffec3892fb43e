// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every 27th power in 128 bits, and what lies between as powers of five of 64 bits:
// 632 bytes for 702 powers.

#include "power.h"

namespace barewasi::number {
namespace {

using u32 = __UINT32_TYPE__;

// 5^27 is the last that has 64 bits.
constexpr int step = 27;
constexpr int steps_below = 13;
constexpr int steps_above = 12;
static_assert(smallest_power == -steps_below * step && largest_power == (steps_above + 1) * step - 1);

struct Bits128 {
  u64 high = 0;
  u64 low = 0;
};

// A whole number, for the compiler alone; the lowest word first.
struct Whole {
  static constexpr int size = 32;
  u32 words[size] = {};

  constexpr void multiply_by_5() noexcept {
    u64 carry = 0;
    for (u32& word : words) {
      carry += u64{word} * 5;
      word = static_cast<u32>(carry);
      carry >>= 32;
    }
  }

  // Rounded down; so often as one likes, for a quotient of a quotient rounds as one.
  constexpr void divide_by_5() noexcept {
    u64 rest = 0;
    for (int i = size - 1; i >= 0; --i) {
      rest = rest << 32 | words[i];
      words[i] = static_cast<u32>(rest / 5);
      rest %= 5;
    }
  }

  [[nodiscard]] constexpr u64 bit(int index) const noexcept {
    return index < 0 ? 0 : words[index / 32] >> (index % 32) & 1;
  }

  // The first 128 bits, and one more if there is anything behind them.
  [[nodiscard]] constexpr Bits128 rounded_up(bool is_cut_off) const noexcept {
    int top = size * 32 - 1;
    while (bit(top) == 0) --top;
    Bits128 bits;
    for (int i = 0; i < 64; ++i) {
      bits.high = bits.high << 1 | bit(top - i);
      bits.low = bits.low << 1 | bit(top - 64 - i);
    }
    for (int i = 0; i <= top - 128; ++i) is_cut_off = is_cut_off || bit(i) != 0;
    // Never a carry: power_test.cpp compares all of them.
    if (is_cut_off) ++bits.low;
    return bits;
  }
};

struct Table {
  // 10^(27 * (index - steps_below)).
  Bits128 far[steps_below + 1 + steps_above] = {};
  // 5^index, shifted up to its highest bit.
  u64 near[step] = {};
};

consteval Table make_table() noexcept {
  Table table;
  Whole below;
  below.words[Whole::size - 1] = u32{1} << 31;
  Whole above;
  above.words[0] = 1;
  u64 five = 1;
  for (u64& power : table.near) {
    power = five << __builtin_clzll(five);
    five *= 5;
  }
  table.far[steps_below] = above.rounded_up(false);
  for (int i = 1; i <= steps_below; ++i) {
    for (int times = 0; times < step; ++times) below.divide_by_5();
    table.far[steps_below - i] = below.rounded_up(true);
  }
  for (int i = 1; i <= steps_above; ++i) {
    for (int times = 0; times < step; ++times) above.multiply_by_5();
    table.far[steps_below + i] = above.rounded_up(false);
  }
  return table;
}

constexpr Table table = make_table();

// All 128 bits of a product.
Bits128 multiply(u64 a, u64 b) noexcept {
  constexpr u64 half = 0xffff'ffff;
  const u64 low = (a & half) * (b & half);
  const u64 cross = (a >> 32) * (b & half) + (low >> 32);
  const u64 other = (a & half) * (b >> 32) + (cross & half);
  return {(a >> 32) * (b >> 32) + (cross >> 32) + (other >> 32), other << 32 | (low & half)};
}

}  // namespace

Product product(u64 x, u64 high, u64 low) noexcept {
  const Bits128 upper = multiply(x, high);
  const Bits128 lower = multiply(x, low);
  const u64 middle = upper.low + lower.high;
  return {upper.high + (middle < upper.low ? 1 : 0), middle, lower.low};
}

Unrounded scaled(u64 x, const Power& power, int shift) noexcept {
  if (shift > 63) return 1;
  // The other half of the power adds at most one to the first half's product: that shows
  // only where all bits that are cut off are set, or none.
  const u64 high = multiply(x, power.high).high;
  if (((high + 1) & ((u64{1} << shift) - 1)) > 1) return high >> shift | 1;
  return unrounded(product(x, power.high, power.low), shift);
}

Power power_of_10(int p) noexcept {
  const auto index = static_cast<unsigned>(p - smallest_power);
  const Bits128& far = table.far[index / step];
  Product all = product(table.near[index % step], far.high, far.low);
  // The first bit is set, or the second.
  if (all.high >> 63 == 0) {
    all.high = all.high << 1 | all.middle >> 63;
    all.middle = all.middle << 1 | all.low >> 63;
    all.low <<= 1;
  }
  return {all.high, all.middle + (all.low != 0 ? 1 : 0), floor_log2_of_power_of_10(p) - 127};
}

}  // namespace barewasi::number
