// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// All that the heap remembers outside of its blocks.

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
  /// The first block of the newest segment.
  Address segment;
  /// All memory of the heap, in use or not.
  Size held;
};

#ifdef __wasm__
extern State the_heap;
[[gnu::always_inline]] inline State& state() noexcept { return the_heap; }
#else
// Lists lead back to their heads, so on a host these have to be in the arena.
inline State& state() noexcept { return *static_cast<State*>(to_pointer(state_address)); }
#endif

}  // namespace barewasi::heap
