// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Text to standard output, standard error or any descriptor.
//
//   print("x = ", x, ", mask = ", hex(mask), '\n');
//
// The parts are formatted at compile time's choice of function: a program
// contains the formatting of exactly the types it prints. format.hpp says which
// types there are and how to add one's own.
//
// An engine may write less than it was given: everything here goes on until all
// is written or the host says that it cannot be. Interruptions and `again` are
// retried; a text that was refused millions of times, which takes seconds, is
// given up: what reads a descriptor that never blocks has to keep up with it.

#include <barewasi/format.hpp>

namespace barewasi {

namespace detail {

/// Writes the byte at `first` and `more` behind it; -1 more is no byte at all. Returns
/// 0, or the number of the Errno that says why not.
[[nodiscard]] __INT32_TYPE__ write_more(Descriptor fd, const char* first, usize more) noexcept;

/// The same, of `size` bytes.
[[nodiscard, gnu::always_inline]] inline __INT32_TYPE__ write_bytes(Descriptor fd, const char* bytes,
                                                                    usize size) noexcept {
  return write_more(fd, bytes, size - 1);
}

[[nodiscard, gnu::always_inline]] inline bool write_text(Descriptor fd, Str text) noexcept {
  return write_bytes(fd, text.data(), text.size()) == 0;
}

/// Where print makes what is known to fit. Nothing but our own functions runs
/// between filling and writing it, so one is enough for all.
extern char line_room[line_bytes];

}  // namespace detail

/// Collects what is put into it and writes it to a descriptor in few, large
/// pieces. Call `finish` at the end: nothing is written by a destructor.
class FdWriter {
 public:
  explicit FdWriter(Descriptor fd) noexcept : fd_(fd) {}

  void write(Str text) noexcept { append(text.data(), text.size()); }

  /// Writes what is left. False when anything since the beginning was not written.
  bool finish() noexcept;

 private:
  static constexpr usize capacity = 256;

  void append(const char* bytes, usize size) noexcept;

  Descriptor fd_;
  bool failed_ = false;
  usize used_ = 0;
  char buffer_[capacity];
};

/// Writes `parts`, one after the other, to `fd`. True when all of it was written.
template <class... Parts>
[[gnu::always_inline]] inline bool print_to(Descriptor fd, Parts&&... parts) noexcept {
  // Not only a shortcut: a program that has nothing but text to say carries no
  // buffer, and nothing that fills one.
  if constexpr ((detail::is_any_text<detail::Referred<Parts>> && ...)) {
    return (detail::write_text(fd, detail::text(parts)) & ...);
  } else if constexpr (detail::is_line<detail::Referred<Parts>...>) {
    char* const end = detail::line_room + detail::line_bytes;
    return detail::write_text(fd, detail::between(detail::line_before(end, parts...), end));
  } else {
    FdWriter out(fd);
    put(out, static_cast<Parts&&>(parts)...);
    return out.finish();
  }
}

/// Writes `parts` to standard output. True when all of it was written.
template <class... Parts>
[[gnu::always_inline]] inline bool print(Parts&&... parts) noexcept {
  return print_to(standard_output, static_cast<Parts&&>(parts)...);
}

/// Writes `parts` to standard error. True when all of it was written.
template <class... Parts>
[[gnu::always_inline]] inline bool print_error(Parts&&... parts) noexcept {
  return print_to(standard_error, static_cast<Parts&&>(parts)...);
}

}  // namespace barewasi

#if __cplusplus >= 202002L
#include <barewasi/detail/typed_io.hpp>
#endif
