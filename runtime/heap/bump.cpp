// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbump-heap.a: a heap for programs that end soon. Memory is handed out from the
// front and never taken back.

#include "../mem/arena.h"
#include "barewasi/heap.hpp"

namespace {

using barewasi::usize;

// In front of each block, and as large as the alignment asks for.
struct alignas(16) Header {
  usize bytes;
};

Header& header(void* memory) noexcept { return static_cast<Header*>(memory)[-1]; }

}  // namespace

extern "C" {

void* malloc(usize bytes) {
  // In 64 bits the sum does not overflow, and what cannot be is refused there.
  auto* block = static_cast<Header*>(barewasi::take_memory(barewasi::u64{bytes} + sizeof(Header)));
  if (block != nullptr) (block++)->bytes = bytes;
  return block;
}

void free(void*) {}

// Copies as much as there will be, not as there was: the new block lies behind
// the old one, so memory does not end in between, and it is less to look at.
void* realloc(void* memory, usize bytes) {
  if (memory != nullptr && bytes <= header(memory).bytes) return memory;
  void* const moved = malloc(bytes);
  if (memory != nullptr && moved != nullptr) __builtin_memmove(moved, memory, bytes);
  return moved;
}

// Nothing is handed out twice; but the first pages need not be zero, where memory is
// the host's and had another program in it before.
void* calloc(usize count, usize bytes) {
  usize total = 0;
  if (__builtin_mul_overflow(count, bytes, &total)) return nullptr;
  void* const memory = malloc(total);
  return memory == nullptr ? nullptr : __builtin_memset(memory, 0, total);
}

void* aligned_alloc(usize alignment, usize bytes) {
  if (alignment == 0 || (alignment & (alignment - 1)) != 0) return nullptr;
  if (alignment <= sizeof(Header)) return malloc(bytes);
  usize total = 0;
  if (__builtin_add_overflow(bytes, alignment, &total)) return nullptr;
  void* const memory = malloc(total);
  if (memory == nullptr) return nullptr;
  // A multiple of 16 up: there is room for this block's own header below.
  const usize skipped = -reinterpret_cast<usize>(memory) & (alignment - 1);
  void* const aligned = static_cast<char*>(memory) + skipped;
  header(aligned).bytes = bytes;
  return aligned;
}

usize malloc_usable_size(void* memory) { return memory == nullptr ? 0 : header(memory).bytes; }

}  // extern "C"
