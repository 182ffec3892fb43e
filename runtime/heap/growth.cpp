// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "growth.h"

namespace barewasi::heap {

namespace {

// A flush of the quick lists that gives less than this share of the heap is
// joined by growth.
constexpr Size flush_share = 16;

// Memory grows by at least this share of the heap: so a gigabyte in small blocks is
// some hundred calls, and little is held that nobody needs.
constexpr Size growth_share = 32;

// What a first block needs in front of it, and at the least a region around it,
// wherever it begins: the block itself and a fence.
constexpr Size first_block_words = word_bytes + header_bytes;
constexpr Size smallest_region = first_block_words + (granule - 1) + granule;

// Empties the quick lists into the bins. Returns how many bytes that gave.
Size flush_quick_lists() noexcept {
  Size flushed = 0;
  for (Word& list : state().quick) {
    Address block = list;
    list = 0;
    while (block != 0) {
      const Address next = next_free(block);
      flushed += size_in(header(block));
      coalesce(block);
      block = next;
    }
  }
  return flushed;
}

// Adds memory to the heap as one free block below a new fence: joined with what
// is below the old fence where it follows on it, else as a segment of its own.
void add(Region region) noexcept {
  State& heap = state();
  Address block = region.begin;
  // Where there is no fence yet, no memory begins at 4 either.
  if (block != heap.fence + header_bytes) {
    block = (block + first_block_words + granule - 1) & size_mask;
    header(block) = previous_in_use;
    previous_segment(block) = heap.segment;
    heap.segment = block;
  }
  const Size size = region.end - block;
  const Address fence = region.end - header_bytes;
  word_at(fence) = in_use;
  heap.fence = fence;
  heap.held += size;
  header(block) = size | in_use | (header(block) & previous_in_use);
  coalesce(block);
}

// Makes a free block of `needed` bytes more likely; false if nothing changed.
bool refill(Size needed) noexcept {
  const Size flushed = flush_quick_lists();
  // A flush costs time in proportion to what it finds. One that found little
  // would be repeated soon, so memory grows along with it.
  if (flushed > state().held / flush_share) return true;
  return grow_by(needed) || flushed != 0;
}

}  // namespace

bool grow_by(Size needed) noexcept {
  const Address fence = state().fence;
  Region more;
  if (fence == 0) more = first_region();
  if (more.end - more.begin < smallest_region) {
    // New pages follow on the fence unless somebody else has grown memory since.
    Size missing = needed + granule;
    if (memory_end() - header_bytes == fence) {
      missing = needed;
      if (!(word_at(fence) & previous_in_use)) {
        const Size below = size_before(fence + header_bytes);
        if (below >= needed) return true;
        missing -= below;
      }
    }
    const u32 pages = (missing + page_bytes - 1) / page_bytes;
    more = grow(pages + state().held / (page_bytes * growth_share));
    if (more.begin == 0) more = grow(pages);
    if (more.begin == 0) return false;
  }
  add(more);
  return true;
}

Address take_or_grow(u32 from, Size size) noexcept {
  for (;;) {
    const Address block = take(from, size);
    if (block != 0 || !refill(size)) return block;
  }
}

}  // namespace barewasi::heap
