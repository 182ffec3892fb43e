// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "out_of_memory.h"

#include "barewasi/exit.hpp"
#include "barewasi/heap.hpp"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

[[noreturn]] void report_and_abort(usize bytes) noexcept {
  print_error("out of memory: ", bytes, " bytes were asked for\n");
  abort();
}

constinit OutOfMemoryHandler handler = report_and_abort;

constexpr usize heap_alignment = 16;

void* allocate(usize alignment, usize bytes) noexcept {
  return alignment <= heap_alignment ? malloc(bytes) : aligned_alloc(alignment, bytes);
}

}  // namespace

OutOfMemoryHandler set_out_of_memory_handler(OutOfMemoryHandler chosen) noexcept {
  const OutOfMemoryHandler before = handler;
  handler = chosen;
  return before;
}

void out_of_memory(usize bytes) noexcept { handler(bytes); }

void* allocate_or_abort(usize alignment, usize bytes) noexcept {
  void* memory = allocate(alignment, bytes);
  if (memory == nullptr) {
    out_of_memory(bytes);
    memory = allocate(alignment, bytes);
    if (memory == nullptr) abort();
  }
  return memory;
}

}  // namespace barewasi
