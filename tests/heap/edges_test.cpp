// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the heap's promises begin and end to hold: the last size that is given, the first block, what growth takes.

#include <gtest/gtest.h>

#include <vector>

#include "arena.h"

namespace {

namespace heap = barewasi::heap;
using heap::Address;
using heap::Size;

constexpr Size page = 65536;

TEST(HeapEdges, TheLargestRequestIsGiven) {
  arena::begin({.maximum_pages = 65536});
  const Address block = heap::allocate(heap::max_request);
  ASSERT_NE(block, 0U);
  EXPECT_GE(heap::usable_size(block), heap::max_request);
  EXPECT_EQ(heap::allocate(heap::usize{heap::max_request} + 1), 0U);
  heap::release(block);
  EXPECT_EQ(heap::check(), nullptr);
}

TEST(HeapEdges, AnAlignmentCountsAsAPartOfTheRequest) {
  constexpr Size alignment = 4096;
  arena::begin({.maximum_pages = 65536});
  const Address block = heap::allocate_aligned(alignment, heap::max_request - alignment);
  EXPECT_NE(block, 0U);
  EXPECT_EQ(block % alignment, 0U);
  heap::release(block);
  EXPECT_EQ(heap::allocate_aligned(alignment, heap::max_request - alignment + 1), 0U);
  EXPECT_EQ(heap::check(), nullptr);
}

// The first block needs a word and a header in front of it, and less than a granule for its alignment.
TEST(HeapEdges, AFirstRegionLosesLessThanAGranule) {
  constexpr Size needed = heap::word_bytes + heap::header_bytes;
  for (Size begin = page / 2; begin < page / 2 + 4 * heap::granule; ++begin) {
    arena::begin({.first_begin = begin, .first_end = page});
    const Address block = heap::allocate(1);
    EXPECT_GE(block, begin + needed) << begin;
    EXPECT_LT(block, begin + needed + heap::granule) << begin;
    EXPECT_EQ(block % heap::granule, 0U) << begin;
    EXPECT_EQ(heap::check(), nullptr) << begin;
  }
}

TEST(HeapEdges, ABlockThatGrowsAtTheEndTakesWhatIsMissingOnly) {
  for (const Size more : {page, 4 * page, 16 * page, 64 * page}) {
    arena::begin({});
    const Address block = heap::allocate(8 * page);
    ASSERT_EQ(heap::reallocate(block, 8 * page + more), block) << more;
    // A share of the heap on top, and room for the class.
    EXPECT_LE(arena::pages() * page, (8 * page + more) * 18 / 16 + 3 * page) << more;
    EXPECT_EQ(heap::check(), nullptr) << more;
  }
}

TEST(HeapEdges, ABlockThatShrinksToMoreThanHalfStaysAsItIs) {
  arena::begin({});
  for (const Size bytes : {1'000U, 20'000U, 300'000U}) {
    const Address block = heap::allocate(bytes);
    const Size usable = heap::usable_size(block);
    EXPECT_EQ(heap::reallocate(block, bytes * 5 / 8), block) << bytes;
    EXPECT_EQ(heap::usable_size(block), usable) << bytes;
    EXPECT_EQ(heap::reallocate(block, bytes * 3 / 8), block) << bytes;
    EXPECT_LE(heap::usable_size(block), bytes * 5 / 8) << bytes;
  }
  EXPECT_EQ(heap::check(), nullptr);
}

// What was used before is cleared, also where memory ends at 4 GiB and an end is 0.
TEST(HeapEdges, ZeroedIsZeroWhereMemoryEndsAtFourGiB) {
  arena::begin({.maximum_pages = 65536});
  std::vector<Address> blocks;
  while (const Address block = heap::allocate(0x3000'0000)) blocks.push_back(block);
  std::vector<Address> small;
  while (const Address block = heap::allocate(0x8000)) small.push_back(block);
  ASSERT_EQ(heap::memory_end(), 0U);
  for (const Address block : small) __builtin_memset(heap::to_pointer(block), 0xee, 0x8000);
  for (const Address block : small) heap::release(block);
  for (const Size bytes : {Size{1}, Size{100}, Size{0x1000}, Size{0x8000}}) {
    const Address block = heap::allocate_zeroed(bytes);
    ASSERT_NE(block, 0U) << bytes;
    const auto* const seen = static_cast<const unsigned char*>(heap::to_pointer(block));
    for (Size i = 0; i < bytes; ++i) ASSERT_EQ(seen[i], 0) << bytes << ' ' << i;
  }
  EXPECT_EQ(heap::check(), nullptr);
}

}  // namespace
