// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "arena.h"

#include <sys/mman.h>

#include <cstdlib>

namespace {

constexpr std::size_t arena_bytes = std::size_t{1} << 32;

arena::Engine engine;
std::uint32_t page_count = 0;
std::uint32_t growth_count = 0;
bool first_is_taken = false;

}  // namespace

namespace barewasi::heap {

char* arena = nullptr;

Region first_region() noexcept {
  if (first_is_taken) return {};
  first_is_taken = true;
  return {.begin = engine.first_begin, .end = engine.first_end};
}

Address memory_end() noexcept { return page_count * page_bytes; }

Region grow(u32 pages) noexcept {
  ++growth_count;
  if (pages > engine.maximum_pages - page_count) return {};
  const Address begin = memory_end();
  page_count += pages;
  return {.begin = begin, .end = memory_end()};
}

}  // namespace barewasi::heap

namespace arena {

void begin(const Engine& chosen) {
  namespace heap = barewasi::heap;
  if (heap::arena == nullptr) {
    void* const memory =
        mmap(nullptr, arena_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) abort();
    heap::arena = static_cast<char*>(memory);
  }
  // Pages that are given up come back as zeros.
  if (madvise(heap::arena, arena_bytes, MADV_DONTNEED) != 0) abort();
  engine = chosen;
  page_count = (chosen.first_end + heap::page_bytes - 1) / heap::page_bytes;
  first_is_taken = false;
  growth_count = 0;
}

bool grow_by_somebody_else(std::uint32_t more) {
  if (more > engine.maximum_pages - page_count) return false;
  page_count += more;
  return true;
}

std::uint32_t pages() { return page_count; }

std::uint32_t growths() { return growth_count; }

}  // namespace arena
