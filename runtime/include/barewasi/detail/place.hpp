// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Objects in memory that is there, for array.hpp and sort.hpp: what <new> and <utility> do
// where there is a standard library. Its placement new would be defined twice; this one
// has a tag of its own.

#include <barewasi/core.hpp>

namespace barewasi::detail {

struct Place {
  void* memory;
};

}  // namespace barewasi::detail

[[nodiscard]] inline void* operator new(__SIZE_TYPE__, barewasi::detail::Place place) noexcept { return place.memory; }
inline void operator delete(void*, barewasi::detail::Place) noexcept {}

namespace barewasi::detail {

template <class T>
[[nodiscard, gnu::always_inline]] constexpr T&& moved(T& object) noexcept {
  return static_cast<T&&>(object);
}

/// Bytes of `count` things; more than there can be where the product is too large.
[[nodiscard]] constexpr usize bytes_of(usize count, usize each) noexcept {
  usize bytes = 0;
  return __builtin_mul_overflow(count, each, &bytes) ? ~usize{0} : bytes;
}

/// Moves `count` objects from `from` into memory that holds none; there are none at `from` after it.
template <class T>
void relocate(T* to, T* from, usize count) noexcept {
  if constexpr (__is_trivially_copyable(T)) {
    if (count != 0) __builtin_memcpy(static_cast<void*>(to), static_cast<const void*>(from), count * sizeof(T));
  } else {
    for (usize i = 0; i < count; ++i) {
      ::new (Place{to + i}) T(moved(from[i]));
      from[i].~T();
    }
  }
}

}  // namespace barewasi::detail
