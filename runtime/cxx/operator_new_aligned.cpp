// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// operator new and delete for types aligned to more than 16 bytes, as operator_new.cpp
// has the others. Apart from them because aligned_alloc brings realloc along, and a
// program with a malloc of its own, but no such type, has no need to replace either.

#include <new>

#include "../heap/out_of_memory.h"
#include "barewasi/heap.hpp"

using usize = __SIZE_TYPE__;

namespace {

void* allocate(usize bytes, std::align_val_t alignment) noexcept {
  return aligned_alloc(static_cast<usize>(alignment), bytes);
}

}  // namespace

// One object.

[[gnu::weak]] void* operator new(usize bytes, std::align_val_t alignment) {
  void* memory = allocate(bytes, alignment);
  if (memory == nullptr) {
    barewasi::out_of_memory(bytes);
    memory = allocate(bytes, alignment);
    if (memory == nullptr) barewasi::report_out_of_memory(bytes);
  }
  return memory;
}
[[gnu::weak]] void* operator new(usize bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return allocate(bytes, alignment);
}

// An array.

[[gnu::weak]] void* operator new[](usize bytes, std::align_val_t alignment) { return ::operator new(bytes, alignment); }
[[gnu::weak]] void* operator new[](usize bytes, std::align_val_t alignment, const std::nothrow_t& tag) noexcept {
  return ::operator new(bytes, alignment, tag);
}

// The heap knows the size and the alignment of what it gave out.

[[gnu::weak]] void operator delete(void* memory, std::align_val_t) noexcept { free(memory); }
[[gnu::weak]] void operator delete(void* memory, usize, std::align_val_t alignment) noexcept {
  ::operator delete(memory, alignment);
}
[[gnu::weak]] void operator delete(void* memory, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  ::operator delete(memory, alignment);
}

[[gnu::weak]] void operator delete[](void* memory, std::align_val_t alignment) noexcept {
  ::operator delete(memory, alignment);
}
[[gnu::weak]] void operator delete[](void* memory, usize, std::align_val_t alignment) noexcept {
  ::operator delete[](memory, alignment);
}
[[gnu::weak]] void operator delete[](void* memory, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  ::operator delete[](memory, alignment);
}
