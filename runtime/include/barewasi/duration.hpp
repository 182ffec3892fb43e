// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A length of time, which shows as people write it: "1.5s", "20ms", "350ns".

#include <barewasi/format.hpp>

namespace barewasi {

/// Up to 584 years, in steps of a nanosecond. More, or less than nothing, wraps.
struct Duration {
  u64 nanoseconds = 0;

  friend constexpr Duration operator+(Duration a, Duration b) noexcept { return {a.nanoseconds + b.nanoseconds}; }
  friend constexpr Duration operator-(Duration a, Duration b) noexcept { return {a.nanoseconds - b.nanoseconds}; }
  friend constexpr bool operator==(Duration a, Duration b) noexcept { return a.nanoseconds == b.nanoseconds; }
  friend constexpr bool operator!=(Duration a, Duration b) noexcept { return a.nanoseconds != b.nanoseconds; }
  friend constexpr bool operator<(Duration a, Duration b) noexcept { return a.nanoseconds < b.nanoseconds; }
  friend constexpr bool operator>(Duration a, Duration b) noexcept { return b < a; }
  friend constexpr bool operator<=(Duration a, Duration b) noexcept { return !(b < a); }
  friend constexpr bool operator>=(Duration a, Duration b) noexcept { return !(a < b); }
};

[[nodiscard]] constexpr Duration nanoseconds(u64 count) noexcept { return {count}; }
[[nodiscard]] constexpr Duration microseconds(u64 count) noexcept { return {count * 1000}; }
[[nodiscard]] constexpr Duration milliseconds(u64 count) noexcept { return {count * 1000 * 1000}; }
[[nodiscard]] constexpr Duration seconds(u64 count) noexcept { return {count * 1000 * 1000 * 1000}; }

namespace detail {

/// The text, made in `buffer`: in the largest unit that is not above it, exactly.
[[nodiscard]] Str duration_text(char (&buffer)[32], Duration duration) noexcept;

}  // namespace detail

template <class Out>
void show(Out& out, Duration duration) noexcept {
  char buffer[32];
  out.write(detail::duration_text(buffer, duration));
}

}  // namespace barewasi
