// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "area.h"

#include "../prim.h"

extern "C" {
extern char __heap_base;
extern char __heap_end;
}

namespace barewasi {
namespace {

constexpr u64 granule = 16;

// The linker fills in both addresses: there is no first call to recognise. Both
// stay at multiples of the granule.
constinit char* next = &__heap_base;
constinit char* end = &__heap_end;

}  // namespace

void* take_memory(u64 bytes) noexcept {
  const u64 needed = (bytes + granule - 1) & ~(granule - 1);
  if (needed > static_cast<usize>(end - next)) {
    // Fresh pages that happen to follow the old ones could be joined to them;
    // the little that is lost by not trying is lost once or twice a program.
    // More pages than there can be, the engine refuses.
    const Address pages = prim::grow(static_cast<usize>(needed / prim::page_bytes + 1));
    if (pages == prim::no_memory) return nullptr;
    next = reinterpret_cast<char*>(pages);
    end = reinterpret_cast<char*>(prim::pages() * prim::page_bytes);
  }
  char* const taken = next;
  next += needed;
  return taken;
}

Area take_all_memory() noexcept {
  const Area rest = {reinterpret_cast<Address>(next), reinterpret_cast<Address>(end)};
  next = end;
  return rest;
}

}  // namespace barewasi
