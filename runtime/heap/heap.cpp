// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// See README.md for the idea and heap.h for the contract. Below, top to bottom:
// the bins of free blocks; joining a freed block with its neighbours; taking a
// block out of a bin; getting more memory; and the four operations.

#include "heap.h"

namespace barewasi::heap {
#ifdef __wasm__
namespace {

constinit State the_heap = {};

}  // namespace

[[gnu::always_inline]] inline State& state() noexcept { return the_heap; }
#endif

namespace {

// A flush of the quick lists that gives less than this share of the heap is
// joined by growth.
constexpr Size flush_share = 16;

// The header of a first block, that block, and a fence, wherever they begin.
constexpr Size smallest_region = header_bytes + (granule - 1) + granule;

// ---- bins --------------------------------------------------------------------

void mark_empty(u32 bin) noexcept { state().bitmap[bin / 64] &= ~(u64{1} << (bin % 64)); }

void mark_filled(u32 bin) noexcept { state().bitmap[bin / 64] |= u64{1} << (bin % 64); }

// Takes a free block out of the list it is in.
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
  const u32 bin = (pointer_to_block - to_address(state().bins)) / sizeof(Word);
  if (bin < bin_count) mark_empty(bin);
}

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

// Gives a block back to the bins, joined with its free neighbours.
[[gnu::noinline]] void coalesce(Address block) noexcept {
  const Word own = header(block);
  Size size = size_in(own);

  Word& behind = header(block + size);
  if (behind & in_use) {
    behind &= ~previous_in_use;
  } else {
    unlink(block + size);
    size += size_in(behind);
  }
  if (!(own & previous_in_use)) {
    const Size before = size_before(block);
    block -= before;
    size += before;
    unlink(block);
  }
  insert(block, size);
}

// Cuts a block in use down to `size`; what is cut off goes back to the bins.
void trim(Address block, Size size) noexcept {
  Word& own = header(block);
  const Size rest = size_in(own) - size;
  if (rest == 0) return;
  own -= rest;
  header(block + size) = rest | in_use | previous_in_use;
  coalesce(block + size);
}

// ---- taking from the bins ------------------------------------------------------

// The first bin from `from` on that is not empty, or bin_count.
u32 first_filled_bin(u32 from) noexcept {
  u32 index = from / 64;
  u64 word = state().bitmap[index] & (~u64{0} << (from % 64));
  while (word == 0) {
    if (++index == bitmap_words) return bin_count;
    word = state().bitmap[index];
  }
  return index * 64 + static_cast<u32>(__builtin_ctzll(word));
}

// A block of exactly the class's size out of the bins, in use; 0 if none has it.
[[gnu::noinline]] Address take(SizeClass wanted) noexcept {
  const u32 bin = first_filled_bin(wanted.index);
  if (bin == bin_count) return 0;

  // Every block of these bins is large enough, except in the last one.
  Address block = state().bins[bin];
  while (size_in(header(block)) < wanted.size) {
    block = next_free(block);
    if (block == 0) return 0;
  }

  unlink(block);
  const Size rest = size_in(header(block)) - wanted.size;
  header(block) = wanted.size | in_use | previous_in_use;
  const Address behind = block + wanted.size;
  if (rest == 0) {
    header(behind) |= previous_in_use;
  } else {
    insert(behind, rest);
  }
  return block;
}

// ---- more memory -----------------------------------------------------------------

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
// is below the old fence where it follows on it, else as a stretch of its own.
void add(Region region) noexcept {
  const Address old_fence = state().fence;
  Address block = region.begin;
  if (old_fence == 0 || block != old_fence + header_bytes) {
    block = (block + header_bytes + granule - 1) & size_mask;
    header(block) = previous_in_use;
  }
  const Size size = region.end - block;
  const Address fence = region.end - header_bytes;
  word_at(fence) = in_use;
  state().fence = fence;
  state().held += size;
  header(block) = size | in_use | (header(block) & previous_in_use);
  coalesce(block);
}

// Gets memory from outside for a block of `needed` bytes. False if there is none.
bool extend(Size needed) noexcept {
  const Address fence = state().fence;
  if (fence == 0) {
    const Region first = first_region();
    if (first.end - first.begin >= smallest_region) {
      add(first);
      return true;
    }
  }
  // New pages follow on the fence unless somebody else has grown memory since.
  // If they do, what is free below it counts towards the block.
  Size missing = needed + granule;
  if (memory_end() - header_bytes == fence) {
    missing = needed;
    if (!(word_at(fence) & previous_in_use)) {
      const Size below = size_before(fence + header_bytes);
      if (below >= needed) return true;
      missing -= below;
    }
  }
  const Region pages = grow((missing + page_bytes - 1) / page_bytes);
  if (pages.begin == 0) return false;
  add(pages);
  return true;
}

// Makes a free block of `needed` bytes more likely; false if nothing changed.
bool refill(Size needed) noexcept {
  const Size flushed = flush_quick_lists();
  // A flush costs time in proportion to what it finds. One that found little
  // would be repeated soon, so memory grows along with it.
  if (flushed > state().held / flush_share) return true;
  return extend(needed) || flushed != 0;
}

[[gnu::noinline]] Address take_or_refill(SizeClass wanted) noexcept {
  for (;;) {
    const Address block = take(wanted);
    if (block != 0 || !refill(wanted.size)) return block;
  }
}

// Makes the free memory behind the block a part of it. The block may be larger
// than any class afterwards.
void absorb_next(Address block) noexcept {
  Word& own = header(block);
  const Address behind = block + size_in(own);
  const Word other = header(behind);
  if (other & in_use) return;
  unlink(behind);
  own += size_in(other);
  header(behind + size_in(other)) |= previous_in_use;
}

}  // namespace

// ---- the four operations -----------------------------------------------------------

Address allocate(usize bytes) noexcept {
  if (bytes > max_request) return 0;
  const SizeClass wanted = class_for_request(static_cast<Size>(bytes));
  if (wanted.index < quick_classes) {
    Word& list = state().quick[wanted.index];
    if (const Address block = list; block != 0) {
      list = next_free(block);
      return block;
    }
  }
  return take_or_refill(wanted);
}

void release(Address block) noexcept {
  if (block == 0) return;
  const Size size = size_in(header(block));
  if (size > max_quick_size) {
    coalesce(block);
    return;
  }
  Word& list = state().quick[class_of_block(size)];
  next_free(block) = list;
  list = block;
}

Address reallocate(Address block, usize bytes) noexcept {
  if (block == 0) return allocate(bytes);
  if (bytes > max_request) return 0;

  const Size wanted = class_for_request(static_cast<Size>(bytes)).size;
  const Size current = size_in(header(block));
  // A block that shrinks a little stays as it is: it will grow again.
  if (wanted <= current && wanted > current / 2) return block;

  if (wanted > current) absorb_next(block);
  if (wanted <= size_in(header(block))) {
    trim(block, wanted);
    return block;
  }
  const Address moved = allocate(bytes);
  if (moved != 0) {
    __builtin_memcpy(to_pointer(moved), to_pointer(block), current - header_bytes);
    release(block);
  }
  return moved;
}

Address allocate_aligned(usize alignment, usize bytes) noexcept {
  if (alignment <= granule) return allocate(bytes);
  if (alignment > max_request || bytes > max_request - alignment) return 0;

  const Address block = allocate(bytes + alignment - granule);
  if (block == 0) return 0;
  const auto mask = static_cast<Address>(alignment - 1);
  const Address aligned = (block + mask) & ~mask;
  if (const Size before = aligned - block; before != 0) {
    Word& own = header(block);
    header(aligned) = (size_in(own) - before) | in_use | previous_in_use;
    own = before | (own & ~size_mask);
    coalesce(block);
  }
  const Size wanted = class_for_request(static_cast<Size>(bytes)).size;
  if (wanted < size_in(header(aligned))) trim(aligned, wanted);
  return aligned;
}

}  // namespace barewasi::heap
