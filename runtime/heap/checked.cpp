// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libchecked-heap.a: the same heap, behind functions that do not trust the program.
//
// A block is longer by a guard: behind the bytes that were asked for, the rest of
// the block is filled with a pattern, and in the two words before the block's end
// stands how many bytes there were, mixed with the block's address. (The very
// last word is the heap's, once the block is free.)
//
//   ──────┬────────────────────────┬───────────────┬──────┬──────┬──────
//   header│ bytes asked for        │ 0xfd 0xfd ... │ mark │      │ header
//   ──────┴────────────────────────┴───────────────┴──────┴──────┴──────
//
// Giving a block back changes the mark, so that a second time is recognised for
// as long as nobody else has got the memory. Whatever is found ends the program
// with a line on standard error.

#include "../io/flush.h"
#include "barewasi/exit.hpp"
#include "barewasi/heap.hpp"
#include "barewasi/io.hpp"
#include "heap.h"

// Replaced by io/buffered.cpp's where the program keeps output waiting.
extern "C" [[gnu::weak]] void __barewasi_flush(void) {}

namespace barewasi::heap {
namespace {

constexpr Size guard_bytes = 2 * word_bytes;
constexpr unsigned char guard_fill = 0xfd;
constexpr unsigned char freed_fill = 0xdd;
constexpr Word live = 0x5afe'b10c;
constexpr Word given_back = 0xdead'b10c;

unsigned char& byte_at(Address address) noexcept { return *static_cast<unsigned char*>(to_pointer(address)); }

Word& mark(Address block) noexcept { return word_at(block + usable_size(block) - guard_bytes); }

[[noreturn]] void fail(Address block, Str what) noexcept {
  __barewasi_flush();
  print_error("heap: the memory at ", to_pointer(block), what, "\n");
  abort();
}

void fill(Address begin, Address end, unsigned char value) noexcept {
  __builtin_memset(to_pointer(begin), value, end - begin);
}

// Notes that the program has `bytes` bytes of the block.
void* hand_out(Address block, Size bytes) noexcept {
  if (block == 0) return nullptr;
  fill(block + bytes, block + usable_size(block) - guard_bytes, guard_fill);
  mark(block) = bytes ^ block ^ live;
  return to_pointer(block);
}

// Memory grows upwards, so the oldest segment is the lowest, and what lies below it, such
// as the stack, is the program's, whatever it looks like. 0 where there is no heap yet.
Address lowest_block() noexcept {
  Address lowest = state().segment;
  if (lowest == 0) return 0;
  while (const Address before = previous_segment(lowest)) lowest = before;
  return lowest;
}

bool looks_like_a_block(Address block) noexcept {
  const Address lowest = lowest_block();
  if (block % granule != 0 || lowest == 0 || block < lowest || block > memory_end() - 1) return false;
  const Size size = size_in(header(block));
  return size > guard_bytes + header_bytes && size <= memory_end() - block;
}

// How many bytes the program has there; ends the program if there is no such block.
Size examine(Address block) noexcept {
  if (!looks_like_a_block(block)) fail(block, " was not allocated here");
  if (!(header(block) & in_use) || mark(block) == (block ^ given_back)) fail(block, " was given back twice");

  const Size room = usable_size(block) - guard_bytes;
  const Size bytes = mark(block) ^ block ^ live;
  if (bytes > room) fail(block, " was not allocated here, or was written past its end");
  for (Size i = bytes; i < room; ++i) {
    if (byte_at(block + i) != guard_fill) fail(block, " was written past its end");
  }
  return bytes;
}

// Bytes and guard; more than there can be where the sum would not fit.
usize guarded(usize bytes) noexcept { return bytes > max_request ? bytes : bytes + guard_bytes; }

}  // namespace
}  // namespace barewasi::heap

using namespace barewasi::heap;

extern "C" {

void* malloc(barewasi::usize bytes) { return hand_out(allocate(guarded(bytes)), static_cast<Size>(bytes)); }

void free(void* pointer) {
  if (pointer == nullptr) return;
  const Address block = to_address(pointer);
  fill(block, block + examine(block), freed_fill);
  mark(block) = block ^ given_back;
  release(block);
}

void* realloc(void* pointer, barewasi::usize bytes) {
  if (pointer == nullptr) return malloc(bytes);
  // Never in place: a pointer to where the block was is soon found out.
  const Size before = examine(to_address(pointer));
  void* const moved = malloc(bytes);
  if (moved == nullptr) return nullptr;
  __builtin_memcpy(moved, pointer, before < bytes ? before : bytes);
  free(pointer);
  return moved;
}

void* calloc(barewasi::usize count, barewasi::usize bytes) {
  barewasi::usize total = 0;
  if (__builtin_mul_overflow(count, bytes, &total)) return nullptr;
  return hand_out(allocate_zeroed(guarded(total)), static_cast<Size>(total));
}

void* aligned_alloc(barewasi::usize alignment, barewasi::usize bytes) {
  if (alignment == 0 || (alignment & (alignment - 1)) != 0) return nullptr;
  return hand_out(allocate_aligned(alignment, guarded(bytes)), static_cast<Size>(bytes));
}

barewasi::usize malloc_usable_size(void* pointer) { return pointer == nullptr ? 0 : examine(to_address(pointer)); }

}  // extern "C"
