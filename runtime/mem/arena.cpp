// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "arena.h"

#include "../host.h"

extern "C" {
extern char __heap_base;
extern char __heap_end;
}

namespace barewasi {
namespace {

constexpr u64 granule = 16;

}  // namespace

// The linker fills in both addresses: there is no first call to recognise.
constinit Arena arena = {.end = &__heap_end, .next = &__heap_base};

void* take_memory(u64 bytes) noexcept {
  const u64 needed = (bytes + granule - 1) & ~(granule - 1);
  if (needed > static_cast<usize>(arena.end - arena.next)) {
    // Fresh pages that happen to follow the old ones could be joined to them, which
    // costs code. Without it the end of the old ones is lost: little, once or twice a
    // program, but half of memory to a bump heap of blocks a little larger than a page.
    // More pages than there can be, the engine refuses.
    const usize pages = host::grow(static_cast<usize>(needed / host::page_bytes + 1));
    if (pages == host::no_memory) return nullptr;
    arena = {.end = reinterpret_cast<char*>(host::pages() * host::page_bytes), .next = reinterpret_cast<char*>(pages)};
  }
  char* const taken = arena.next;
  arena.next += needed;
  return taken;
}

}  // namespace barewasi
