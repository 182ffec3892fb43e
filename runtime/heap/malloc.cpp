// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The heap under C's names. errno does not exist here; a null pointer says it all.

#include "barewasi/heap.hpp"
#include "heap.h"

namespace heap = barewasi::heap;

extern "C" {

void* malloc(barewasi::usize bytes) { return heap::to_pointer(heap::allocate(bytes)); }

void free(void* pointer) { heap::release(heap::to_address(pointer)); }

void* realloc(void* pointer, barewasi::usize bytes) {
  return heap::to_pointer(heap::reallocate(heap::to_address(pointer), bytes));
}

void* calloc(barewasi::usize count, barewasi::usize bytes) {
  barewasi::usize total = 0;
  if (__builtin_mul_overflow(count, bytes, &total)) return nullptr;
  void* const memory = malloc(total);
  if (memory != nullptr) __builtin_memset(memory, 0, total);
  return memory;
}

void* aligned_alloc(barewasi::usize alignment, barewasi::usize bytes) {
  const bool is_power_of_two = alignment != 0 && (alignment & (alignment - 1)) == 0;
  if (!is_power_of_two) return nullptr;
  return heap::to_pointer(heap::allocate_aligned(alignment, bytes));
}

barewasi::usize malloc_usable_size(void* pointer) {
  return pointer == nullptr ? 0 : heap::usable_size(heap::to_address(pointer));
}

}  // extern "C"
