// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The end of a program that found itself wrong: one line on standard error,
//
//   main.cpp:12: panic: index 7 is out of range
//
// and abort(). Nothing is allocated, no destructor runs, and a panic inside a
// panic (from a show function, say) aborts at once.

#include <barewasi/io.hpp>

namespace barewasi {

/// A place in the source; `file` is zero-terminated.
struct Place {
  const char* file = nullptr;
  unsigned line = 0;
};

/// The first part of a panic's message. It is made from a literal, and notes
/// where that literal stands.
struct PanicMessage {
  Str text;
  Place place;

  template <usize size>
  [[gnu::always_inline]] constexpr PanicMessage(const char (&literal)[size], const char* file = __builtin_FILE(),
                                                unsigned line = __builtin_LINE()) noexcept
      : text(literal), place{file, line} {}
};

namespace detail {

/// Writes the place and the first part. Aborts when a panic is already under way.
void begin_panic(FdWriter& out, const Place& place, Str text) noexcept;
[[noreturn]] void end_panic(FdWriter& out) noexcept;
[[noreturn]] void panic(const Place& place, Str text) noexcept;
[[noreturn]] void assertion_failed(const Place& place, Str condition) noexcept;

}  // namespace detail

/// Prints where it was called and `message` with all further parts (see
/// format.hpp), then aborts.
template <class... Parts>
[[noreturn]] void panic(PanicMessage message, Parts&&... parts) noexcept {
  if constexpr (sizeof...(parts) == 0) {
    detail::panic(message.place, message.text);
  } else {
    FdWriter out(standard_error);
    detail::begin_panic(out, message.place, message.text);
    put(out, static_cast<Parts&&>(parts)...);
    detail::end_panic(out);
  }
}

}  // namespace barewasi

/// Panics with the text of the condition unless it holds. Always checked.
#define BAREWASI_ASSERT(condition) \
  (static_cast<bool>(condition)    \
       ? static_cast<void>(0)      \
       : ::barewasi::detail::assertion_failed(::barewasi::Place{__FILE__, __LINE__}, #condition))
