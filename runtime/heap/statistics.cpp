// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "barewasi/heap.hpp"
#include "inspect.h"

namespace barewasi::heap {
namespace {

// What a free block is certain to serve: not all of it, where it is no class's own size, for requests are rounded up to one.
constexpr Size served_by(Size block) noexcept {
  const u32 span = block / granule - 1;
  const u32 shift = class_shift(span);
  return ((span >> shift << shift) + 1) * granule - header_bytes;
}

void count_segment(Address first, Statistics& all) noexcept {
  for (Address block = first; !is_fence(header(block)); block += size_in(header(block))) {
    const Size size = size_in(header(block));
    if (header(block) & in_use) {
      all.in_use += size;
      all.blocks += 1;
    } else if (served_by(size) > all.largest) {
      all.largest = served_by(size);
    }
  }
}

// Blocks on quick lists look as if they were in use.
void discount_quick_lists(Statistics& all) noexcept {
  for (const Word list : state().quick) {
    for (Address block = list; block != 0; block = next_free(block)) {
      all.in_use -= size_in(header(block));
      all.blocks -= 1;
    }
  }
}

}  // namespace

Statistics statistics() noexcept {
  Statistics all = {.held = state().held};
  for (Address first = state().segment; first != 0; first = previous_segment(first)) count_segment(first, all);
  discount_quick_lists(all);
  return all;
}

}  // namespace barewasi::heap

#ifdef __wasm__

barewasi::HeapStatistics barewasi::heap_statistics() noexcept {
  const heap::Statistics all = heap::statistics();
  return {all.held, all.in_use, all.blocks, all.largest};
}

#endif
