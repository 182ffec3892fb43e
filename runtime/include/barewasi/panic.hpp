// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The end of a program that found itself wrong: one line on standard error,
//
//   main.cpp:12: panic: index 7 is out of range
//
// and abort(). Nothing is allocated, no destructor runs, and a panic inside a
// panic (from a show function, say) shows its place and first part, and aborts.

#include <barewasi/exit.hpp>
#include <barewasi/io.hpp>

namespace barewasi {

/// A place in the source; `file` is zero-terminated.
struct SourceLocation {
  const char* file = nullptr;
  unsigned line = 0;
};

/// The first part of a panic's message. It is made from a literal, and notes
/// where that literal stands.
struct PanicMessage {
  Str text;
  SourceLocation location;

#if __cplusplus >= 202002L
  template <usize size>
  consteval PanicMessage(const char (&literal)[size], const char* file = __builtin_FILE(),
                         unsigned line = __builtin_LINE()) noexcept
      : text(literal, size - 1), location{file, line} {
    if (literal[size - 1] != 0) __builtin_trap();
  }
#else
  template <usize size>
  [[gnu::always_inline]] constexpr PanicMessage(const char (&literal)[size], const char* file = __builtin_FILE(),
                                                unsigned line = __builtin_LINE()) noexcept
      : text(literal), location{file, line} {}
#endif
};

namespace detail {

// These take numbers and pointers alone, which travel in registers: whoever calls
// them has no frame to fill.

/// To be called before the last line is written: flushes. True within another panic.
bool begin_line() noexcept;

/// Aborts. A panic of an instance that the host keeps is a new one.
[[noreturn]] void end_line() noexcept;

/// Writes the place and the first part, as the last line.
void begin_panic(const char* file, unsigned line, const char* text, usize size) noexcept;
[[noreturn]] void assertion_failed(const char* file, unsigned line, const char* condition, usize size) noexcept;

/// Writes what is left to say, and a line's end.
template <class... Parts>
[[noreturn, gnu::always_inline]] inline void end_panic(const Parts&... parts) noexcept {
  print_error(parts..., "\n");
  end_line();
}

}  // namespace detail

/// Prints where it was called and `message` with all further parts (see
/// format.hpp), then aborts.
template <class... Parts>
[[noreturn, gnu::always_inline]] inline void panic(PanicMessage message, const Parts&... parts) noexcept {
  detail::begin_panic(message.location.file, message.location.line, message.text.data(), message.text.size());
  detail::end_panic(parts...);
}

}  // namespace barewasi

/// Panics with the text of the condition unless it holds. Always checked.
#define BAREWASI_ASSERT(condition) \
  (static_cast<bool>(condition)    \
       ? static_cast<void>(0)      \
       : ::barewasi::detail::assertion_failed(__FILE__, __LINE__, #condition, sizeof #condition - 1))
