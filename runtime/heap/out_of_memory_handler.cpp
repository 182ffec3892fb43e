// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/heap.hpp"
#include "out_of_memory.h"

namespace barewasi {
namespace {

constinit OutOfMemoryHandler handler = report_out_of_memory;

}  // namespace

OutOfMemoryHandler set_out_of_memory_handler(OutOfMemoryHandler chosen) noexcept {
  const OutOfMemoryHandler before = handler;
  handler = chosen;
  return before;
}

// Takes the place of out_of_memory.cpp's.
void out_of_memory(__SIZE_TYPE__ bytes) noexcept { handler(bytes); }

}  // namespace barewasi
