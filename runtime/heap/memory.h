// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the heap stands on: 32-bit addresses, words at addresses, and pages.
//
// On wasm an address is a pointer. On a host, where tests attack the heap with
// sanitizers and random traces, it is an offset into an arena that the test
// provides; everything above this file is the same code.

namespace barewasi::heap {

using usize = __SIZE_TYPE__;
using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;

/// A place in linear memory; 0 is none. Arithmetic is modulo 2^32.
using Address = u32;

/// A number of bytes.
using Size = u32;

// The heap reads and writes its own words in memory that programs use as other
// types; the attribute tells the optimiser so.
using Word [[gnu::may_alias]] = u32;

inline constexpr Size word_bytes = sizeof(Word);
inline constexpr Size page_bytes = 65536;

/// Some memory, [begin, end); `end` is 0 where it ends at 4 GiB.
struct Region {
  Address begin = 0;
  Address end = 0;
};

}  // namespace barewasi::heap

#ifdef __wasm__

#include "../host.h"
#include "../mem/arena.h"

namespace barewasi::heap {

[[gnu::always_inline]] inline Word& word_at(Address address) noexcept { return *reinterpret_cast<Word*>(address); }
[[gnu::always_inline]] inline void* to_pointer(Address address) noexcept { return reinterpret_cast<void*>(address); }
[[gnu::always_inline]] inline Address to_address(const volatile void* pointer) noexcept {
  return reinterpret_cast<Address>(pointer);
}

/// The memory left over from the program's first pages.
[[gnu::always_inline]] inline Region first_region() noexcept {
  const Arena rest = take_all_memory();
  return {.begin = to_address(rest.next), .end = to_address(rest.end)};
}

/// Where memory ends now, whoever grew it last.
[[gnu::always_inline]] inline Address memory_end() noexcept { return host::pages() * page_bytes; }

/// Adds pages. An empty region when the engine refuses.
[[gnu::always_inline]] inline Region grow(u32 pages) noexcept {
  const usize begin = host::grow(pages);
  if (begin == host::no_memory) return {};
  return {.begin = begin, .end = begin + pages * page_bytes};
}

}  // namespace barewasi::heap

#else
#include "memory_host.h"
#endif
