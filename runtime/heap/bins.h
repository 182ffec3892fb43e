// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The bins: where free blocks are, by size. What goes in is joined with its free
// neighbours, what comes out is cut to measure.

#include "state.h"

namespace barewasi::heap {

/// Takes a free block out of the list it is in. Its words stay as they are.
void unlink(Address block) noexcept;

/// Gives a block in use to the bins, joined with its free neighbours.
void coalesce(Address block) noexcept;

/// A block of exactly `size` bytes, the size of class `from`, out of the bins and
/// in use; 0 if none of them has that much.
[[nodiscard]] Address take(u32 from, Size size) noexcept;

}  // namespace barewasi::heap
