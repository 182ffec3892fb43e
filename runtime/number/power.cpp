// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every 79th power in 128 bits, and the powers of five that have 32 bits: 200 bytes for
// 711 powers.

#include "power.h"

namespace barewasi::number {
namespace {

// 5^13 is the last that has 32 bits. Two of them make what 64 bits hold, and three
// products the way to the next power of the table.
constexpr int most_at_once = 2 * 13;
constexpr int step = 3 * most_at_once + 1;
// 10^-1 and what is not much less is one product away.
constexpr int first_above = -most_at_once - 1 + step;
constexpr int steps_below = 5;
constexpr int steps_above = 4;
static_assert(smallest_power == first_above - steps_below * step);
static_assert(largest_power == first_above + steps_above * step - 1);

// A whole number, for the compiler alone; the lowest word first.
struct Whole {
  static constexpr int size = 36;
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

  [[nodiscard]] constexpr unsigned bit(int index) const noexcept {
    return index < 0 ? 0 : words[index / 32] >> (index % 32) & 1;
  }

  [[nodiscard]] constexpr u128 first_128_bits() const noexcept {
    int top = size * 32 - 1;
    while (bit(top) == 0) --top;
    u128 bits = 0;
    for (int i = 0; i < 128; ++i) bits = bits << 1 | bit(top - i);
    return bits;
  }
};

struct Table {
  // 10^(smallest_power + 79 * index).
  u128 far[steps_below + steps_above] = {};
  u32 five[most_at_once / 2 + 1] = {};
};

consteval Table make_table() noexcept {
  Table table;
  table.five[0] = 1;
  for (int i = 0; i < most_at_once / 2; ++i) table.five[i + 1] = table.five[i] * 5;
  Whole below;
  below.words[Whole::size - 1] = u32{1} << 31;
  Whole above;
  above.words[0] = 1;
  int p = 0;
  for (int i = steps_below - 1; i >= 0; --i) {
    for (; p > smallest_power + i * step; --p) below.divide_by_5();
    table.far[i] = below.first_128_bits();
  }
  p = 0;
  for (int i = steps_below; i < steps_below + steps_above; ++i) {
    for (; p < smallest_power + i * step; ++p) above.multiply_by_5();
    table.far[i] = above.first_128_bits();
  }
  return table;
}

constexpr Table table = make_table();

// The upper half of a product.
u64 upper(u64 a, u64 b) noexcept {
  constexpr u64 half = 0xffff'ffff;
  const u64 low = (a & half) * (b & half);
  u64 cross = (a >> 32) * (b & half) + (low >> 32);
  // Else clang finds a product of 128 bits in this, and calls compiler-rt for it.
  asm("" : "+r"(cross));
  const u64 other = (a & half) * (b >> 32) + (cross & half);
  return (a >> 32) * (b >> 32) + (cross >> 32) + (other >> 32);
}

}  // namespace

u128 product(u64 x, u128 power) noexcept {
  const auto high = static_cast<u64>(power >> 64);
  const u64 middle = x * high;
  return (u128{upper(x, high)} << 64 | middle) + upper(x, static_cast<u64>(power));
}

u64 nearest_with(u128 more, u128 product, int shift) noexcept {
  // With one bit less there is room for the sum.
  const u128 sum = (product >> 1) + more + (u128{u64{1} << (shift - 1)} << 63);
  return static_cast<u64>(sum >> 64) >> (shift - 1);
}

u64 nearest(u128 product, int shift) noexcept {
  const bool is_odd = (static_cast<u64>(product >> 64) >> shift & 1) != 0;
  return nearest_with(is_odd ? u128{most_missing / 2} : -u128{1}, product, shift);
}

Power power_of_10(int p) noexcept {
  u128 bits = u128{1} << 127;
  auto left = static_cast<unsigned>(p);
  if (left > most_at_once) {
    left = static_cast<unsigned>(p - smallest_power);
    bits = table.far[left / step];
    left %= step;
  }
  while (left != 0) {
    const unsigned now = left < most_at_once ? left : most_at_once;
    const u64 five = u64{table.five[now / 2]} * table.five[now - now / 2];
    bits = product(five << __builtin_clzll(five), bits);
    left -= now;
  }
  return {bits, floor_log2_of_power_of_10(p) - 127 + __builtin_clzll(static_cast<u64>(bits >> 64))};
}

}  // namespace barewasi::number
