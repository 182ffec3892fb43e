// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Random traces: whatever a program does, no promise is broken, and every invariant holds after every step.

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "arena.h"
#include "player.h"

namespace {

std::vector<std::uint8_t> random_trace(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  std::vector<std::uint8_t> trace(size);
  for (auto& byte : trace) byte = static_cast<std::uint8_t>(random());
  return trace;
}

TEST(HeapTraces, EveryInvariantHoldsAfterEveryStep) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    EXPECT_EQ(player::play(random_trace(seed, 3000)), "") << "seed " << seed;
  }
}

TEST(HeapTraces, LongOnesHoldToo) {
  for (std::uint32_t seed = 1000; seed < 1002; ++seed) {
    EXPECT_EQ(player::play(random_trace(seed, 200'000), 997), "") << "seed " << seed;
  }
}

// The control: the player does notice.
TEST(HeapTraces, ControlDamageIsFound) {
  namespace heap = barewasi::heap;
  arena::begin({});
  const heap::Address low = heap::allocate(5000);
  const heap::Address high = heap::allocate(5000);
  ASSERT_NE(low, 0U);
  ASSERT_EQ(heap::check(), nullptr);
  heap::release(low);
  // A write before the beginning of a block takes its header with it.
  const heap::Word before = heap::header(high);
  for (const heap::Word damage : {0x10000000U, 0x11U, before | heap::previous_in_use}) {
    heap::header(high) = damage;
    EXPECT_NE(heap::check(), nullptr) << damage;
  }
  heap::header(high) = before;
  EXPECT_EQ(heap::check(), nullptr);
  heap::next_free(low) = high;
  EXPECT_NE(heap::check(), nullptr);
}

}  // namespace
