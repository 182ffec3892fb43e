// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The memory that the linker leaves between the program's data and the end of
// its first pages, [__heap_base, __heap_end), handed out from the front.
//
// The list of destructors lives here for as long as the program does: it needs no
// heap, and is never given back. The heap, when there is one, begins by taking all
// that is left. Whoever comes later gets pages of its own.

namespace barewasi {

using usize = __SIZE_TYPE__;
using u64 = __UINT64_TYPE__;

/// Both are multiples of 16. `end` is first because its lower half is zero, and
/// data that begins with zeros is left out of a module.
struct Arena {
  char* end;
  char* next;
};

/// What is left.
extern Arena arena;

/// Cuts `bytes` off the front, aligned to 16, growing memory when there is too
/// little. What is in them is not said: the first pages may be a host's, used before.
/// Returns nullptr when the engine has no more; `bytes`, at most 2^40, may be more
/// than there can ever be.
[[nodiscard]] void* take_memory(u64 bytes) noexcept;

/// Takes whatever is left. May be empty.
[[nodiscard, gnu::always_inline]] inline Arena take_all_memory() noexcept {
  const Arena rest = arena;
  arena.next = rest.end;
  return rest;
}

}  // namespace barewasi
