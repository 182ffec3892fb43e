// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The heap: memory of any size, given and taken back one block at a time.
//
// It knows nothing of the program's types, prints nothing and calls nothing but
// memory.h. README.md in this folder describes the layout, the lists and the
// order in which they are tried.

#include "size_class.h"

namespace barewasi::heap {

inline constexpr u32 bitmap_words = (bin_count + 63) / 64;

struct State {
  /// Bit i of the whole is set exactly when bins[i] is not empty.
  u64 bitmap[bitmap_words];
  /// Blocks given back and still flagged in use, newest first, by class.
  Word quick[quick_classes];
  /// Free blocks whose class is the index; the last bin has those below a fence.
  Word bins[bin_count];
  /// Where the newest fence's header is; 0 before there is any memory.
  Address fence;
  /// All memory of the heap, in use or not.
  Size held;
};

/// A block with room for `bytes`, aligned to 16, or 0 when there is no memory.
/// The bytes are whatever was there before.
[[nodiscard]] Address allocate(usize bytes) noexcept;

/// Gives a block back. 0 is ignored.
void release(Address block) noexcept;

/// Makes the block fit `bytes`, where it is if that can be, else elsewhere with
/// its contents. On failure returns 0 and the block stays as it is.
[[nodiscard]] Address reallocate(Address block, usize bytes) noexcept;

/// A block whose address is a multiple of `alignment`, a power of two.
[[nodiscard]] Address allocate_aligned(usize alignment, usize bytes) noexcept;

/// How many bytes of the block the program may use.
[[nodiscard]] inline Size usable_size(Address block) noexcept { return size_in(header(block)) - header_bytes; }

/// The one heap of the program.
[[nodiscard]] State& state() noexcept;

}  // namespace barewasi::heap
