// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Destructors of static objects and functions given to atexit, newest first.
//
// The list is unbounded. Its blocks come from the memory that is never given
// back: a program registers as often as it has static objects, so they are few,
// and no heap is dragged in.

#include "../mem/arena.h"

namespace {

using barewasi::usize;

struct Entry {
  void (*function)(void*);
  void* argument;
};

struct Block {
  static constexpr usize capacity = 31;
  Block* older = nullptr;
  usize count = 0;
  Entry entries[capacity] = {};
};

Block first;
Block* newest = &first;
// One emptied block is kept, so that a program at the edge of a block that
// registers and runs in turn does not take a new one each time.
Block* spare = nullptr;

Block* new_block() noexcept {
  if (Block* const kept = spare) {
    spare = nullptr;
    return kept;
  }
  return static_cast<Block*>(barewasi::take_memory(sizeof(Block)));
}

// Every entry is called with the one signature it was registered with: on wasm
// a call through the wrong type is a trap.
void call_without_argument(void* function) { reinterpret_cast<void (*)()>(function)(); }

}  // namespace

extern "C" {

int __cxa_atexit(void (*function)(void*), void* argument, void* /*dso_handle*/) {
  if (newest->count == Block::capacity) {
    Block* const block = new_block();
    if (block == nullptr) return -1;
    block->older = newest;
    block->count = 0;
    newest = block;
  }
  newest->entries[newest->count++] = {.function = function, .argument = argument};
  return 0;
}

int atexit(void (*function)(void)) {
  return __cxa_atexit(call_without_argument, reinterpret_cast<void*>(function), nullptr);
}

// An entry leaves the list before it is called: one that registers another, or
// ends the program itself, finds the list as it should be.
void __barewasi_run_at_exit(void) {
  for (;;) {
    if (newest->count == 0) {
      if (newest->older == nullptr) return;
      spare = newest;
      newest = newest->older;
      continue;
    }
    const Entry entry = newest->entries[--newest->count];
    entry.function(entry.argument);
  }
}

}  // extern "C"
