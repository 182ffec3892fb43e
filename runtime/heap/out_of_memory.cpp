// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "out_of_memory.h"

#include "../io/flush.h"
#include "barewasi/exit.hpp"
#include "barewasi/heap.hpp"
#include "barewasi/io.hpp"

// Replaced by io/buffered.cpp's where the program keeps output waiting.
extern "C" [[gnu::weak]] void __barewasi_flush(void) {}

namespace barewasi {

void report_out_of_memory(usize bytes) noexcept {
  __barewasi_flush();
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
    if (memory == nullptr) report_out_of_memory(bytes);
  }
  return memory;
}

}  // namespace barewasi
