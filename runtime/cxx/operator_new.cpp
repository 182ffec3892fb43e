// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// operator new and delete in all their forms, over malloc and free. A form that
// may not return a null pointer ends in the out-of-memory handler: there are no
// exceptions to throw.
//
// A program may have its own: each form is weak, and calls the one that the standard
// says, so that it is enough to replace one of new and one of delete. Only the forms
// with nothrow ask malloc whatever new is: a new that fails does not come back.

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

}  // namespace

// One object.

[[gnu::weak]] void* operator new(usize bytes) { return barewasi::allocate_or_abort(bytes); }
[[gnu::weak]] void* operator new(usize bytes, std::align_val_t alignment) {
  return barewasi::allocate_aligned_or_abort(bytes_of(alignment), bytes);
}
[[gnu::weak]] void* operator new(usize bytes, const std::nothrow_t&) noexcept { return malloc(bytes); }
[[gnu::weak]] void* operator new(usize bytes, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return aligned_alloc(bytes_of(alignment), bytes);
}

// An array.

[[gnu::weak]] void* operator new[](usize bytes) { return ::operator new(bytes); }
[[gnu::weak]] void* operator new[](usize bytes, std::align_val_t alignment) { return ::operator new(bytes, alignment); }
[[gnu::weak]] void* operator new[](usize bytes, const std::nothrow_t& tag) noexcept {
  return ::operator new(bytes, tag);
}
[[gnu::weak]] void* operator new[](usize bytes, std::align_val_t alignment, const std::nothrow_t& tag) noexcept {
  return ::operator new(bytes, alignment, tag);
}

// The heap knows the size and the alignment of what it gave out.

[[gnu::weak]] void operator delete(void* memory) noexcept { free(memory); }
[[gnu::weak]] void operator delete(void* memory, usize) noexcept { ::operator delete(memory); }
[[gnu::weak]] void operator delete(void* memory, std::align_val_t) noexcept { free(memory); }
[[gnu::weak]] void operator delete(void* memory, usize, std::align_val_t alignment) noexcept {
  ::operator delete(memory, alignment);
}
[[gnu::weak]] void operator delete(void* memory, const std::nothrow_t&) noexcept { ::operator delete(memory); }
[[gnu::weak]] void operator delete(void* memory, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  ::operator delete(memory, alignment);
}

[[gnu::weak]] void operator delete[](void* memory) noexcept { ::operator delete(memory); }
[[gnu::weak]] void operator delete[](void* memory, usize) noexcept { ::operator delete[](memory); }
[[gnu::weak]] void operator delete[](void* memory, std::align_val_t alignment) noexcept {
  ::operator delete(memory, alignment);
}
[[gnu::weak]] void operator delete[](void* memory, usize, std::align_val_t alignment) noexcept {
  ::operator delete[](memory, alignment);
}
[[gnu::weak]] void operator delete[](void* memory, const std::nothrow_t&) noexcept { ::operator delete[](memory); }
[[gnu::weak]] void operator delete[](void* memory, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  ::operator delete[](memory, alignment);
}
