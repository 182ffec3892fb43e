// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The heap seen from outside: what is where, and whether all is as it should be.
// Nothing here changes anything, or is part of a program that does not ask.

#include "state.h"

namespace barewasi::heap {

struct Statistics {
  /// All memory of the heap.
  Size held = 0;
  /// What the program has, with its headers, and in how many blocks.
  Size in_use = 0;
  u32 blocks = 0;
  /// The largest request that is certain to need no more memory.
  Size largest = 0;
};

[[nodiscard]] Statistics statistics() noexcept;

/// Verifies what README.md says always holds. Null when it does, else a sentence
/// about the first thing that does not.
[[nodiscard]] const char* check() noexcept;

}  // namespace barewasi::heap
