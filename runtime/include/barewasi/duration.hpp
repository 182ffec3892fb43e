// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A length of time, which shows as people write it: "1.5s", "20ms", "-350ns".
//
//   const Duration timeout = milliseconds(20) * attempt;
//   print("took ", *monotonic_time() - start, "\n");

#include <barewasi/format.hpp>

namespace barewasi {

/// Up to 292 years, forwards or backwards, in steps of a nanosecond. What would be longer
/// is the longest there is: nothing wraps.
struct Duration {
  s64 nanoseconds = 0;

  [[nodiscard]] static constexpr Duration longest() noexcept { return {__INT64_MAX__}; }
  /// Backwards; one nanosecond longer than the longest forwards.
  [[nodiscard]] static constexpr Duration longest_back() noexcept { return {-__INT64_MAX__ - 1}; }

  friend constexpr Duration operator+(Duration a, Duration b) noexcept {
    Duration sum;
    return __builtin_add_overflow(a.nanoseconds, b.nanoseconds, &sum.nanoseconds) ? longest(b.nanoseconds < 0) : sum;
  }
  friend constexpr Duration operator-(Duration a, Duration b) noexcept {
    Duration rest;
    return __builtin_sub_overflow(a.nanoseconds, b.nanoseconds, &rest.nanoseconds) ? longest(a.nanoseconds < 0) : rest;
  }
  friend constexpr Duration operator-(Duration a) noexcept { return Duration{} - a; }
  friend constexpr Duration operator*(Duration a, s64 factor) noexcept { return times(a.nanoseconds, factor); }
  friend constexpr Duration operator*(s64 factor, Duration a) noexcept { return times(a.nanoseconds, factor); }
  /// Towards zero. Division by 0 traps, as that of integers does.
  friend constexpr Duration operator/(Duration a, s64 divisor) noexcept {
    return divisor == -1 ? -a : Duration{a.nanoseconds / divisor};
  }
  constexpr Duration& operator+=(Duration other) noexcept { return *this = *this + other; }
  constexpr Duration& operator-=(Duration other) noexcept { return *this = *this - other; }

  friend constexpr bool operator==(Duration a, Duration b) noexcept { return a.nanoseconds == b.nanoseconds; }
  friend constexpr bool operator!=(Duration a, Duration b) noexcept { return a.nanoseconds != b.nanoseconds; }
  friend constexpr bool operator<(Duration a, Duration b) noexcept { return a.nanoseconds < b.nanoseconds; }
  friend constexpr bool operator>(Duration a, Duration b) noexcept { return b < a; }
  friend constexpr bool operator<=(Duration a, Duration b) noexcept { return !(b < a); }
  friend constexpr bool operator>=(Duration a, Duration b) noexcept { return !(a < b); }

 private:
  [[nodiscard]] static constexpr Duration longest(bool is_back) noexcept {
    return is_back ? longest_back() : longest();
  }
  [[nodiscard]] static constexpr u64 magnitude(s64 number) noexcept {
    return number < 0 ? -static_cast<u64>(number) : static_cast<u64>(number);
  }
  // By division: the compiler's own check of a product calls its library.
  [[nodiscard]] static constexpr Duration times(s64 a, s64 b) noexcept {
    const bool is_back = (a < 0) != (b < 0);
    if (b != 0 && magnitude(a) > magnitude(longest(is_back).nanoseconds) / magnitude(b)) return longest(is_back);
    return {static_cast<s64>(static_cast<u64>(a) * static_cast<u64>(b))};
  }
};

namespace detail {

template <s64 unit, class T>
[[nodiscard, gnu::always_inline]] constexpr Duration duration_of(T count) noexcept {
  static_assert(is_integer<T> && sizeof(T) <= sizeof(s64),
                "durations are made from integers of up to 64 bits: milliseconds(1500) for a second and a half");
  constexpr s64 most = __INT64_MAX__ / unit;
  if (count > 0 && static_cast<u64>(count) > static_cast<u64>(most)) return Duration::longest();
  const auto number = static_cast<s64>(count);
  return number < -most ? Duration::longest_back() : Duration{number * unit};
}

/// The text, made in `buffer`: in the largest unit that is not above it, exactly.
[[nodiscard]] Str duration_text(char (&buffer)[32], Duration duration) noexcept;

}  // namespace detail

/// Of integers. As many as make more than the longest duration make that.
template <class T>
[[nodiscard, gnu::always_inline]] constexpr Duration nanoseconds(T count) noexcept {
  return detail::duration_of<1>(count);
}
template <class T>
[[nodiscard, gnu::always_inline]] constexpr Duration microseconds(T count) noexcept {
  return detail::duration_of<1000>(count);
}
template <class T>
[[nodiscard, gnu::always_inline]] constexpr Duration milliseconds(T count) noexcept {
  return detail::duration_of<1000 * 1000>(count);
}
template <class T>
[[nodiscard, gnu::always_inline]] constexpr Duration seconds(T count) noexcept {
  return detail::duration_of<1000 * 1000 * 1000>(count);
}

template <class Out>
void show(Out& out, Duration duration) noexcept {
  char buffer[32];
  out.write(detail::duration_text(buffer, duration));
}

}  // namespace barewasi
