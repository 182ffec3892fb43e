// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bins.h"

namespace barewasi::heap {
namespace {

void mark_empty(u32 bin) noexcept { state().bitmap[bin / 64] &= ~(u64{1} << (bin % 64)); }

void mark_filled(u32 bin) noexcept { state().bitmap[bin / 64] |= u64{1} << (bin % 64); }

// Makes [block, block + size) a free block and puts it into its bin. Both
// neighbours are in use, and the one behind knows already what this one is.
[[gnu::noinline]] void insert(Address block, Size size) noexcept {
  header(block) = size | previous_in_use;
  footer(block, size) = size;

  // What lies below a fence is the heap's reserve: it is kept in one piece as
  // long as anything else fits.
  const u32 bin = is_fence(header(block + size)) ? end_bin : class_of_block(size);
  Word& head = state().bins[bin];
  const Address next = head;
  next_free(block) = next;
  link(block) = to_address(&head);
  if (next != 0) link(next) = block;
  head = block;
  mark_filled(bin);
}

}  // namespace

void unlink(Address block) noexcept {
  const Address next = next_free(block);
  const Address pointer_to_block = link(block);
  word_at(pointer_to_block) = next;
  if (next != 0) {
    link(next) = pointer_to_block;
    return;
  }
  // It was the last of its list; if also the first, its bin is empty now. Other
  // blocks' words lie outside the array, before it as well as behind.
  const u32 bin = (pointer_to_block - to_address(state().bins)) / word_bytes;
  if (bin < bin_count) mark_empty(bin);
}

void coalesce(Address block) noexcept {
  const Word own = header(block);
  Size size = size_in(own);

  Word& behind = header(block + size);
  const Word other = behind;
  if (other & in_use) {
    behind = other & ~previous_in_use;
  } else {
    unlink(block + size);
    size += size_in(other);
  }
  if (!(own & previous_in_use)) {
    const Size before = size_before(block);
    block -= before;
    size += before;
    unlink(block);
  }
  insert(block, size);
}

Address take(u32 from, Size size) noexcept {
  const u64* const first = state().bitmap;
  const u64* at = first + from / 64;
  u64 word = *at & (~u64{0} << (from % 64));
  while (word == 0) {
    if (at == first + bitmap_words - 1) return 0;
    word = *++at;
  }
  const u32 bin = static_cast<u32>(at - first) * 64 + static_cast<u32>(__builtin_ctzll(word));

  // Every block of these bins is large enough, except in the last one.
  Address block = state().bins[bin];
  while (header(block) < size) {
    block = next_free(block);
    if (block == 0) return 0;
  }

  unlink(block);
  const Size rest = size_in(header(block)) - size;
  header(block) = size | in_use | previous_in_use;
  const Address behind = block + size;
  if (rest == 0) {
    header(behind) |= previous_in_use;
  } else {
    insert(behind, rest);
  }
  return block;
}

}  // namespace barewasi::heap
