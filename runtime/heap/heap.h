// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The heap: memory of any size, given and taken back one block at a time.
//
// It knows nothing of the program's types, prints nothing and calls nothing but
// memory.h. README.md in this folder describes the layout, the lists and the
// order in which they are tried. On wasm C's own functions are other names of the
// first three, so that there is no wrapper to call; where checked.cpp stands in
// front, it has C's names.
//
// Nothing of the heap calls it by C's names: a program that has a malloc of its own,
// and asks for something that is this heap's, has two. It does not link, for malloc
// and free are here beside `allocate`: see two_heaps_in_one_program.cpp.

#include "state.h"

#ifdef __wasm__
#define BAREWASI_KNOWN_AS(name) __asm__(name)
#else
#define BAREWASI_KNOWN_AS(name)
#endif

namespace barewasi::heap {

/// A block with room for `bytes`, aligned to 16, or 0 when there is no memory.
/// The bytes are whatever was there before.
[[nodiscard]] Address allocate(usize bytes) noexcept BAREWASI_KNOWN_AS("__barewasi_allocate");

/// Gives a block back. 0 is ignored.
void release(Address block) noexcept BAREWASI_KNOWN_AS("__barewasi_release");

/// Makes the block fit `bytes`, where it is if that can be, else elsewhere with
/// its contents. On failure returns 0 and the block stays as it is.
[[nodiscard]] Address reallocate(Address block, usize bytes) noexcept BAREWASI_KNOWN_AS("__barewasi_reallocate");

/// A block with room for `bytes`, all of them zero.
[[nodiscard]] Address allocate_zeroed(usize bytes) noexcept;

/// A block whose address is a multiple of `alignment`, a power of two.
[[nodiscard]] Address allocate_aligned(usize alignment, usize bytes) noexcept;

/// How many bytes of the block the program may use.
[[nodiscard]] Size usable_size(Address block) noexcept;

}  // namespace barewasi::heap
