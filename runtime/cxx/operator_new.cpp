// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// operator new and delete, over malloc and free; operator_new_aligned.cpp has those for
// types of an alignment of their own. A form that may not return a null pointer ends in
// the out-of-memory handler: there are no exceptions to throw.
//
// A program may have its own: each form is weak, and calls the one that the standard
// says, so that it is enough to replace one of new and one of delete. Only the forms
// with nothrow ask malloc whatever new is: a new that fails does not come back.

#include <new>

#include "../heap/out_of_memory.h"
#include "barewasi/heap.hpp"

using usize = __SIZE_TYPE__;

namespace std {

// Weak, for libc++'s archive defines it beside a function that may be needed.
[[gnu::weak]] const nothrow_t nothrow{};

}  // namespace std

// One object.

[[gnu::weak]] void* operator new(usize bytes) { return barewasi::allocate_or_abort(bytes); }
[[gnu::weak]] void* operator new(usize bytes, const std::nothrow_t&) noexcept { return malloc(bytes); }

// An array.

[[gnu::weak]] void* operator new[](usize bytes) { return ::operator new(bytes); }
[[gnu::weak]] void* operator new[](usize bytes, const std::nothrow_t& tag) noexcept {
  return ::operator new(bytes, tag);
}

// The heap knows the size and the alignment of what it gave out.

[[gnu::weak]] void operator delete(void* memory) noexcept { free(memory); }
[[gnu::weak]] void operator delete(void* memory, usize) noexcept { ::operator delete(memory); }
[[gnu::weak]] void operator delete(void* memory, const std::nothrow_t&) noexcept { ::operator delete(memory); }

[[gnu::weak]] void operator delete[](void* memory) noexcept { ::operator delete(memory); }
[[gnu::weak]] void operator delete[](void* memory, usize) noexcept { ::operator delete[](memory); }
[[gnu::weak]] void operator delete[](void* memory, const std::nothrow_t&) noexcept { ::operator delete[](memory); }
