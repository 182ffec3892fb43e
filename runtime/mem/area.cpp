// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "area.h"

#include "../prim.h"

extern "C" {
extern char __heap_base;
extern char __heap_end;
}

namespace barewasi {
namespace {

constexpr usize alignment = 16;

// The linker fills in both addresses: there is no first call to recognise.
constinit char* next = &__heap_base;
constinit char* end = &__heap_end;

}  // namespace

void* take_memory(usize bytes) noexcept {
  usize padding = -reinterpret_cast<Address>(next) % alignment;
  if (const auto room = static_cast<usize>(end - next); room < padding || room - padding < bytes) {
    const Address pages = prim::grow(bytes / prim::page_bytes + 1);
    if (pages == prim::no_memory) return nullptr;
    // Fresh pages that happen to follow the old ones could be joined to them;
    // the little that is lost by not trying is lost once or twice a program.
    next = reinterpret_cast<char*>(pages);
    end = next + (bytes / prim::page_bytes + 1) * prim::page_bytes;
    padding = 0;
  }
  char* const taken = next + padding;
  next = taken + bytes;
  return taken;
}

Area take_all_memory() noexcept {
  const Area rest = {reinterpret_cast<Address>(next), reinterpret_cast<Address>(end)};
  next = end;
  return rest;
}

}  // namespace barewasi
