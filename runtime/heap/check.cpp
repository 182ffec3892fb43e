// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "barewasi/heap.hpp"
#include "inspect.h"

namespace barewasi::heap {
namespace {

// What a check returns: null, or what is wrong.
using Finding = const char*;

struct Counts {
  Size held = 0;
  u32 free_blocks = 0;
  u32 used_blocks = 0;
};

bool is_marked(u32 bin) noexcept { return (state().bitmap[bin / 64] >> (bin % 64) & 1) != 0; }

// A damaged size must not lead the walk out of memory.
bool is_sound(Address block, Size size) noexcept {
  // Modulo 2^32, as memory may end at 4 GiB.
  return size >= granule && block % granule == 0 && size <= memory_end() - block;
}

Finding check_free(Address block, Size size) noexcept {
  if (footer(block, size) != size) return "a free block's footer is not its size";
  if (word_at(link(block)) != block) return "nothing leads to a free block";
  if (next_free(block) != 0 && link(next_free(block)) != block) return "a list's next block does not lead back";
  return nullptr;
}

Finding check_segment(Address first, Counts& counts) noexcept {
  Word previous = in_use;
  Address block = first;
  for (; !is_fence(header(block)); block += size_in(header(block))) {
    const Word own = header(block);
    const Size size = size_in(own);
    if (!is_sound(block, size)) return "a block's size is damaged";
    if (((own & previous_in_use) != 0) != ((previous & in_use) != 0)) return "a block is wrong about the one before";
    if (own & in_use) {
      counts.used_blocks += 1;
    } else {
      counts.free_blocks += 1;
      if (!(previous & in_use)) return "two free neighbours are not joined";
      if (const Finding wrong = check_free(block, size)) return wrong;
    }
    previous = own;
  }
  if (((header(block) & previous_in_use) != 0) != ((previous & in_use) != 0)) return "a fence is wrong about its block";
  if (first == state().segment && block - header_bytes != state().fence) return "the last fence is not where it was";
  counts.held += block - first;
  return nullptr;
}

Finding check_segments(Counts& counts) noexcept {
  for (Address first = state().segment; first != 0; first = previous_segment(first)) {
    if (const Finding wrong = check_segment(first, counts)) return wrong;
  }
  return counts.held == state().held ? nullptr : "memory was lost";
}

Finding check_bins(Counts& counts) noexcept {
  for (u32 bin = 0; bin < bin_count; ++bin) {
    if (is_marked(bin) != (state().bins[bin] != 0)) return "a bin and its bit disagree";
    for (Address block = state().bins[bin]; block != 0; block = next_free(block)) {
      const Size size = size_in(header(block));
      const bool is_last = is_fence(header(block + size));
      if (bin != (is_last ? end_bin : class_of_block(size))) return "a free block is in a wrong bin";
      if (counts.free_blocks-- == 0) return "a bin has what is not free";
    }
  }
  return counts.free_blocks == 0 ? nullptr : "a free block is in no bin";
}

Finding check_quick_lists(Counts& counts) noexcept {
  for (u32 index = 0; index < quick_classes; ++index) {
    for (Address block = state().quick[index]; block != 0; block = next_free(block)) {
      const Word own = header(block);
      if (!(own & in_use)) return "a block on a quick list is not marked as in use";
      if (class_of_block(size_in(own)) != index) return "a block is on a wrong quick list";
      if (counts.used_blocks-- == 0) return "a quick list does not end";
    }
  }
  return nullptr;
}

}  // namespace

const char* check() noexcept {
  Counts counts;
  if (const Finding wrong = check_segments(counts)) return wrong;
  if (const Finding wrong = check_bins(counts)) return wrong;
  return check_quick_lists(counts);
}

}  // namespace barewasi::heap

#ifdef __wasm__

const char* barewasi::heap_check() noexcept { return heap::check(); }

#endif
