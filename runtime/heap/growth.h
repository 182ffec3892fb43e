// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What happens when nothing fits: the quick lists are emptied, and memory grows.

#include "bins.h"

namespace barewasi::heap {

/// take, with more memory where it is needed; 0 if there is none to be had.
[[nodiscard]] Address take_or_grow(u32 from, Size size) noexcept;

/// Gets memory from outside, for a block of `needed` bytes. Where it follows on
/// the last, it joins with what is free below the fence, and that counts.
/// False if there is none.
[[nodiscard]] bool grow_by(Size needed) noexcept;

}  // namespace barewasi::heap
