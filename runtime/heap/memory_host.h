// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The heap's footing on a host: see memory.h. The test defines what is declared
// here, and decides how much memory there is, when growth fails, and whether
// somebody else grows memory in between.

namespace barewasi::heap {

/// The beginning of the arena; address 0 stays unused.
extern char* arena;

/// Where in the arena the heap's own state is.
inline constexpr Address state_address = 1024;

[[nodiscard]] Region first_region() noexcept;
[[nodiscard]] Address memory_end() noexcept;
[[nodiscard]] Region grow(u32 pages) noexcept;

inline Word& word_at(Address address) noexcept { return *reinterpret_cast<Word*>(arena + address); }
inline void* to_pointer(Address address) noexcept { return address == 0 ? nullptr : arena + address; }
inline Address to_address(const volatile void* pointer) noexcept {
  return static_cast<Address>(static_cast<const volatile char*>(pointer) - arena);
}

}  // namespace barewasi::heap
