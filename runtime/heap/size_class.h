// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Size classes: few enough that each can have lists of its own, many enough that
// little is lost by rounding a request up to one.
//
// A block of g granules has g - 1 whole granules and, in its first one, 12 bytes
// beside the header. Classes are made on that `g - 1`, called the span: every
// span below 32, then 16 to an octave (32, 34, ... 62, 64, 68, ... ), so that at
// most a sixteenth is lost. Counting the span rather than the granules makes
// requests of 2^k bytes, which programs love, fit their class exactly.

#include "block.h"

namespace barewasi::heap {

/// log2 of the number of classes in an octave.
inline constexpr u32 octave_bits = 4;
inline constexpr u32 octave = 1u << octave_bits;

/// No request may be larger: sizes stay clear of where signed and wrapping
/// arithmetic would meet them.
inline constexpr usize max_request = 0x7fff'ff00;

struct SizeClass {
  u32 index = 0;
  /// The size of a block of this class, header included.
  Size size = 0;
};

/// How far to shift a span right so that five bits are left; 0 for small spans.
constexpr u32 class_shift(u32 span) noexcept {
  return 31 - octave_bits - static_cast<u32>(__builtin_clz(span | octave));
}

/// The largest class whose blocks are not larger than `size`.
[[gnu::always_inline]] constexpr u32 class_of_block(Size size) noexcept {
  const u32 span = size / granule - 1;
  const u32 shift = class_shift(span);
  return shift * octave + (span >> shift);
}

/// The smallest class whose blocks have room for `bytes`, at most max_request.
[[gnu::always_inline]] constexpr SizeClass class_for_request(Size bytes) noexcept {
  const u32 span = (bytes + header_bytes - 1) / granule;
  const u32 shift = class_shift(span);
  const u32 steps = (span + (1u << shift) - 1) >> shift;
  return {.index = shift * octave + steps, .size = ((steps << shift) + 1) * granule};
}

static_assert(class_for_request(0).size == 16 && class_for_request(12).size == 16);
static_assert(class_for_request(13).size == 32 && class_for_request(13).index == 1);
static_assert(class_for_request(4096).size == 4096 + 16);
static_assert(class_of_block(class_for_request(4096).size) == class_for_request(4096).index);
static_assert(class_for_request(4109).index == class_for_request(4096).index + 1);
static_assert(class_of_block(class_for_request(4109).size - granule) == class_for_request(4096).index);

/// Requests up to this size are served from quick lists: see heap.cpp.
inline constexpr Size max_quick_request = 4096 + 12;
inline constexpr u32 quick_classes = class_for_request(max_quick_request).index + 1;
inline constexpr Size max_quick_size = class_for_request(max_quick_request).size;

/// Every class that a block below 4 GiB can have, and one bin more for the free
/// blocks at the ends of memory, whatever their size.
inline constexpr u32 end_bin = class_of_block(size_mask) + 1;
inline constexpr u32 bin_count = end_bin + 1;

}  // namespace barewasi::heap
