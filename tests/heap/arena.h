// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The memory that the heap under test stands on: a make-believe linear memory, whose engine can be told to be unkind.

#include <cstdint>

#include "heap/heap.h"
#include "heap/inspect.h"

namespace arena {

struct Engine {
  // The heap's first region, in bytes after the state; it need not be aligned.
  std::uint32_t first_begin = 65536 - 400;
  std::uint32_t first_end = 65536;
  // Growth beyond this many pages is refused.
  std::uint32_t maximum_pages = 1024;
};

// A new, empty heap. All memory that it will ever get is zero, whatever was there before.
void begin(const Engine& engine);

// As if somebody else had called memory.grow. False when there is no more.
bool grow_by_somebody_else(std::uint32_t pages);

[[nodiscard]] std::uint32_t pages();

// How often the heap asked for more, refused or not.
[[nodiscard]] std::uint32_t growths();

}  // namespace arena
