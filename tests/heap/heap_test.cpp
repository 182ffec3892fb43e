// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the heap promises, one promise at a time.

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <vector>

#include "arena.h"

namespace {

namespace heap = barewasi::heap;
using heap::Address;
using heap::Size;

class Heap : public testing::Test {
 protected:
  void SetUp() override { arena::begin({}); }
  void TearDown() override { EXPECT_EQ(heap::check(), nullptr); }
};

TEST_F(Heap, NothingIsHeldBeforeTheFirstRequest) {
  EXPECT_EQ(heap::statistics().held, 0U);
  EXPECT_EQ(arena::pages(), 1U);
}

TEST_F(Heap, RequestsOfZeroBytesHaveAddressesOfTheirOwn) {
  const Address first = heap::allocate(0);
  EXPECT_NE(first, 0U);
  EXPECT_NE(heap::allocate(0), first);
}

TEST_F(Heap, ReleasedMemoryIsUsedAgain) {
  const Address block = heap::allocate(100);
  heap::release(block);
  EXPECT_EQ(heap::allocate(100), block);
}

TEST_F(Heap, PowersOfTwoAreNotRoundedUp) {
  for (Size bytes = 16; bytes <= 1 << 20; bytes *= 2) {
    EXPECT_LE(heap::usable_size(heap::allocate(bytes)), bytes + 12) << bytes;
  }
}

TEST_F(Heap, AtMostASixteenthIsLostToRounding) {
  for (Size bytes = 512; bytes < 100'000; bytes += 37) {
    const Address block = heap::allocate(bytes);
    EXPECT_LE(heap::usable_size(block), bytes + bytes / 16 + 16) << bytes;
    heap::release(block);
  }
}

TEST_F(Heap, FreeNeighboursJoin) {
  std::array<Address, 3> blocks = {};
  for (Address& block : blocks) block = heap::allocate(10'000);
  (void)heap::allocate(1);
  heap::release(blocks[0]);
  heap::release(blocks[2]);
  heap::release(blocks[1]);
  EXPECT_EQ(heap::allocate(30'000), blocks[0]);
}

TEST_F(Heap, ABlockGrowsIntoItsFreeNeighbour) {
  const Address block = heap::allocate(10'000);
  const Address neighbour = heap::allocate(10'000);
  (void)heap::allocate(1);
  heap::release(neighbour);
  EXPECT_EQ(heap::reallocate(block, 19'000), block);
}

TEST_F(Heap, TheLastBlockGrowsWithMemory) {
  const Address block = heap::allocate(200'000);
  EXPECT_EQ(heap::reallocate(block, 3'000'000), block);
  EXPECT_GE(heap::usable_size(block), 3'000'000U);
}

TEST_F(Heap, ABlockThatShrinksGivesBackWhatItDoesNotNeed) {
  const Address block = heap::allocate(100'000);
  (void)heap::allocate(1);
  EXPECT_EQ(heap::reallocate(block, 1'000), block);
  EXPECT_LE(heap::usable_size(block), 1'100U);
  EXPECT_GE(heap::statistics().largest, 90'000U);
}

TEST_F(Heap, SizesThatCannotBeAreRefused) {
  for (const barewasi::heap::usize bytes : {std::size_t{heap::max_request} + 1, std::size_t{0x7fffffff},
                                            std::size_t{0xfffffff0}, std::size_t{0xffffffff}}) {
    EXPECT_EQ(heap::allocate(bytes), 0U) << bytes;
    EXPECT_EQ(heap::allocate_zeroed(bytes), 0U) << bytes;
    EXPECT_EQ(heap::allocate_aligned(64, bytes), 0U) << bytes;
    EXPECT_EQ(heap::allocate_aligned(bytes, 64), 0U) << bytes;
  }
  const Address block = heap::allocate(50);
  EXPECT_EQ(heap::reallocate(block, 0xffffffff), 0U);
  EXPECT_EQ(heap::statistics().blocks, 1U);
}

TEST_F(Heap, EveryAlignmentIsMet) {
  for (Size alignment = 1; alignment <= 1 << 20; alignment *= 2) {
    for (const Size bytes : {1U, 24U, 5'000U}) {
      const Address block = heap::allocate_aligned(alignment, bytes);
      EXPECT_EQ(block % alignment, 0U);
      EXPECT_NE(block, 0U);
    }
    EXPECT_EQ(heap::check(), nullptr) << alignment;
  }
}

TEST_F(Heap, FreshPagesAreNotCleared) {
  // What is not written is not there: the host can tell by its own pages. Here the arena shows what was cleared.
  const Address block = heap::allocate_zeroed(1 << 20);
  auto* const bytes = static_cast<unsigned char*>(heap::to_pointer(block));
  for (Size i = 0; i < 1 << 20; ++i) ASSERT_EQ(bytes[i], 0) << i;
  bytes[5000] = 1;
  heap::release(block);
  const Address again = heap::allocate_zeroed(1 << 20);
  EXPECT_EQ(again, block);
  EXPECT_EQ(static_cast<unsigned char*>(heap::to_pointer(again))[5000], 0);
}

TEST(HeapMemory, IsRefusedWhenTheEngineHasNoMore) {
  arena::begin({.maximum_pages = 8});
  std::vector<Address> blocks;
  while (const Address block = heap::allocate(1000)) blocks.push_back(block);
  EXPECT_EQ(arena::pages(), 8U);
  EXPECT_GE(blocks.size() * 1000, 7U * 65536 * 9 / 10);
  EXPECT_EQ(heap::check(), nullptr);
  // What is given back can be had again, in other sizes too.
  for (const Address block : blocks) heap::release(block);
  EXPECT_NE(heap::allocate(6 * 65536), 0U);
  EXPECT_EQ(heap::check(), nullptr);
}

TEST(HeapMemory, GrownBySomebodyElseStaysTheirs) {
  arena::begin({});
  const Address before = heap::allocate(60'000);
  ASSERT_TRUE(arena::grow_by_somebody_else(3));
  const Address theirs = heap::memory_end() - 3 * heap::page_bytes;
  for (int i = 0; i < 100; ++i) {
    const Address block = heap::allocate(50'000);
    EXPECT_TRUE(block + 50'000 <= theirs || block >= theirs + 3 * heap::page_bytes);
  }
  EXPECT_EQ(heap::check(), nullptr);
  heap::release(before);
  EXPECT_EQ(heap::check(), nullptr);
}

TEST(HeapMemory, MayEndAtFourGiB) {
  // The address behind the last byte is 0 there.
  arena::begin({.maximum_pages = 65536});
  std::vector<Address> blocks;
  while (const Address block = heap::allocate(0x3000'0000)) blocks.push_back(block);
  while (const Address block = heap::allocate(0x8000)) blocks.push_back(block);
  EXPECT_EQ(arena::pages(), 65536U);
  EXPECT_EQ(heap::memory_end(), 0U);
  EXPECT_EQ(heap::check(), nullptr);
  for (const Address block : blocks) heap::release(block);
  EXPECT_EQ(heap::check(), nullptr);
  EXPECT_NE(heap::allocate_zeroed(0x1000), 0U);
  EXPECT_EQ(heap::reallocate(heap::allocate(100), 0x7000'0000) % 16, 0U);
}

TEST(HeapMemory, GrowsInStepsThatBecomeLarger) {
  // A gigabyte, less than a page at a time.
  arena::begin({.maximum_pages = 65536});
  Size total = 0;
  for (; total < Size{1} << 30; total += 60'000) ASSERT_NE(heap::allocate(60'000), 0U);
  EXPECT_LE(arena::growths(), 300U);
  EXPECT_LE(arena::pages() * std::uint64_t{65536}, std::uint64_t{total} * 21 / 20 * 33 / 32);
  EXPECT_EQ(heap::check(), nullptr);
}

TEST(HeapMemory, ABillionBytesPassThroughAMegabyte) {
  arena::begin({});
  std::minstd_rand random(1);
  std::vector<Address> live;
  std::vector<Size> sizes;
  Size total = 0;
  std::uint64_t passed = 0;
  std::uint32_t early_pages = 0;
  while (passed < 1'000'000'000) {
    // One number after the other: compilers differ in which operand comes first.
    const unsigned limit = random() % 8 == 0 ? 60'000 : 2'000;
    const Size bytes = static_cast<Size>(1 + random() % limit);
    while (total + bytes > 1'000'000) {
      const std::size_t victim = random() % live.size();
      heap::release(live[victim]);
      total -= sizes[victim];
      live[victim] = live.back();
      sizes[victim] = sizes.back();
      live.pop_back();
      sizes.pop_back();
    }
    live.push_back(heap::allocate(bytes));
    sizes.push_back(bytes);
    ASSERT_NE(live.back(), 0U);
    total += bytes;
    passed += bytes;
    if (passed < 500'000'000) early_pages = arena::pages();
  }
  // A mix of sizes costs some room; time does not, but that ever rarer moments are the worst so far.
  EXPECT_LE(arena::pages() * 65536, 3'000'000U);
  EXPECT_LE(arena::pages(), early_pages + early_pages / 8);
  EXPECT_EQ(heap::check(), nullptr);
}

}  // namespace
