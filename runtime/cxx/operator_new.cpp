// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// operator new and delete in all their forms, over malloc and free. A form that
// may not return a null pointer ends in the out-of-memory handler: there are no
// exceptions to throw.

#include "../heap/out_of_memory.h"
#include "barewasi/heap.hpp"

using usize = __SIZE_TYPE__;

namespace std {

enum class align_val_t : usize {};

struct nothrow_t {
  explicit nothrow_t() = default;
};

// Weak, for libc++'s archive defines it beside a function that may be needed.
extern const nothrow_t nothrow;
[[gnu::weak]] const nothrow_t nothrow{};

}  // namespace std

namespace {

usize bytes_of(std::align_val_t alignment) noexcept { return static_cast<usize>(alignment); }

void* aligned(usize bytes, std::align_val_t alignment) noexcept { return aligned_alloc(bytes_of(alignment), bytes); }

}  // namespace

// One object.

void* operator new(usize bytes) { return barewasi::allocate_or_abort(bytes); }
void* operator new(usize bytes, std::align_val_t alignment) {
  return barewasi::allocate_aligned_or_abort(bytes_of(alignment), bytes);
}
void* operator new(usize bytes, const std::nothrow_t&) noexcept { return malloc(bytes); }
void* operator new(usize bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return aligned(bytes, alignment);
}

// An array.

void* operator new[](usize bytes) { return ::operator new(bytes); }
void* operator new[](usize bytes, std::align_val_t alignment) { return ::operator new(bytes, alignment); }
void* operator new[](usize bytes, const std::nothrow_t&) noexcept { return malloc(bytes); }
void* operator new[](usize bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return aligned(bytes, alignment);
}

// The heap knows the size and the alignment of what it gave out.

void operator delete(void* memory) noexcept { free(memory); }
void operator delete(void* memory, usize) noexcept { free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { free(memory); }
void operator delete(void* memory, usize, std::align_val_t) noexcept { free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { free(memory); }
void operator delete(void* memory, std::align_val_t, const std::nothrow_t&) noexcept { free(memory); }

void operator delete[](void* memory) noexcept { free(memory); }
void operator delete[](void* memory, usize) noexcept { free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { free(memory); }
void operator delete[](void* memory, usize, std::align_val_t) noexcept { free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { free(memory); }
void operator delete[](void* memory, std::align_val_t, const std::nothrow_t&) noexcept { free(memory); }
