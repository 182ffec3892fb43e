// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A block of memory and the words in and around it.
//
//        -8        -4         0         4               size-8    size-4
//   ──────┬─────────┬─────────┬─────────┬── ─ ─ ─ ─ ─ ──┬─────────┬──────
//  (footer│ header  │ payload ...                                 │ header of
//   of the│         ├─────────┬─────────┬── ─ ─ ─ ─ ─ ──┬─────────┤ the next
//   one   │ size    │ next    │ link    │    (free)     │ footer  │
//   before│ | flags │ free    │ to here │               │ = size  │
//   ──────┴─────────┴─────────┴─────────┴── ─ ─ ─ ─ ─ ──┴─────────┴──────
//
// A block is named by the address of its payload, which is a multiple of 16. The
// word before it is the header: the block's size, header included, and in the
// bits that a multiple of 16 leaves free, whether this block and the one before
// are in use. So a block that is in use costs four bytes and may use every byte
// up to the next header; only a free one repeats its size at its end, where the
// block after it, told by its own header that its neighbour is free, finds it.
//
// A free block is in a list. `link` is the address of the word that points to the
// block, in the block before it or in the list's head: leaving a list needs no
// knowledge of which list it is.
//
// A segment of memory ends with a fence: a header of size 0, in use, that no
// block ever joins.

#include "memory.h"

namespace barewasi::heap {

/// Blocks begin and end at multiples of this; it is also the smallest block.
inline constexpr Size granule = 16;
inline constexpr Size header_bytes = word_bytes;

inline constexpr Word in_use = 1;
inline constexpr Word previous_in_use = 2;
inline constexpr Word size_mask = ~Word{granule - 1};

[[gnu::always_inline]] inline Word& header(Address block) noexcept { return word_at(block - header_bytes); }
[[gnu::always_inline]] inline Word& next_free(Address block) noexcept { return word_at(block); }
[[gnu::always_inline]] inline Word& link(Address block) noexcept { return word_at(block + word_bytes); }
[[gnu::always_inline]] inline Word& footer(Address block, Size size) noexcept {
  return word_at(block + size - header_bytes - word_bytes);
}
/// The footer of the block before, valid only if that block is free.
[[gnu::always_inline]] inline Size size_before(Address block) noexcept {
  return word_at(block - header_bytes - word_bytes);
}

/// In front of the first block of a segment: the first block of the segment before.
[[gnu::always_inline]] inline Word& previous_segment(Address first_block) noexcept {
  return word_at(first_block - header_bytes - word_bytes);
}

constexpr Size size_in(Word header) noexcept { return header & size_mask; }
/// A fence has a header only: everything from its payload on is not ours.
constexpr bool is_fence(Word header) noexcept { return header < granule; }

}  // namespace barewasi::heap
