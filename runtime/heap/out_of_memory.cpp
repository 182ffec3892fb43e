// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "out_of_memory.h"

#include "barewasi/exit.hpp"
#include "barewasi/heap.hpp"
#include "barewasi/io.hpp"

namespace barewasi {

void report_out_of_memory(usize bytes) noexcept {
  print_error("out of memory: ", bytes, " bytes were asked for\n");
  abort();
}

// Replaced by out_of_memory_handler.cpp's where the program has a handler of its
// own: the others need no call through a pointer.
[[gnu::weak]] void out_of_memory(usize bytes) noexcept { report_out_of_memory(bytes); }

void* allocate_or_abort(usize bytes) noexcept {
  void* memory = malloc(bytes);
  if (memory == nullptr) {
    out_of_memory(bytes);
    memory = malloc(bytes);
    if (memory == nullptr) abort();
  }
  return memory;
}

}  // namespace barewasi
