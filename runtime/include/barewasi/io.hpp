// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Text to standard output, standard error or any descriptor.
//
//   print("x = ", x, ", mask = ", hex(mask), '\n');
//
// Which function formats a part is chosen at compile time, so a program contains the
// formatting of the types it prints and no other. format.hpp lists the types, and says
// how to add your own.
//
// One call of print is one call of the host where the host takes it so, in order. An
// engine may write less than it was given: print goes on until all is written or the
// host reports an error. `intr` and `again` are retried; after millions of attempts
// without progress, which takes seconds, print gives up. For descriptors that do not
// block, link wait-when-blocked.o: the program then waits instead of retrying.

#include <barewasi/format.hpp>
#if __cplusplus >= 202002L
#include <wasi/preview1.hpp>
#endif

namespace barewasi {

namespace detail {

/// A piece of what is written, as a host takes it: a Ciovec.
struct Piece {
  constexpr Piece() noexcept = default;
  constexpr Piece(const char* bytes, usize count) noexcept : data(bytes), size(static_cast<u32>(count)) {}
  constexpr Piece(Str text) noexcept : Piece(text.data(), text.size()) {}

  const char* data = nullptr;
  u32 size = 0;
};

/// These return 0, or the number of the Errno that says why not all was written.
[[nodiscard]] __INT32_TYPE__ write_bytes(Descriptor fd, const char* bytes, usize size) noexcept;
/// All pieces, in order, and in one call where the host takes them so.
[[nodiscard]] __INT32_TYPE__ write_pieces(Descriptor fd, const Piece* first, usize count) noexcept;

[[nodiscard, gnu::always_inline]] inline bool write_text(Descriptor fd, Str text) noexcept {
  return write_bytes(fd, text.data(), text.size()) == 0;
}

/// Writes texts, all at once.
template <class... Parts>
[[nodiscard, gnu::always_inline]] inline bool write_texts(Descriptor fd, const Parts&... parts) noexcept {
  const Piece pieces[] = {Piece(text(parts))...};
  return write_pieces(fd, pieces, sizeof...(parts)) == 0;
}

/// Writes a line of bounded parts, made on the stack: a host may call the program
/// again before it has read what it was given.
template <class... Parts>
[[nodiscard, gnu::always_inline]] inline bool write_line(Descriptor fd, const Parts&... parts) noexcept {
  char line[(most_bytes<const Parts> + ...)];
  char* const end = line + sizeof line;
  return write_text(fd, between(line_before(end, parts...), end));
}

}  // namespace detail

/// Collects what is put into it and writes it to a descriptor in few, large
/// pieces. Call `finish` at the end: nothing is written by a destructor.
class FdWriter {
 public:
  explicit FdWriter(Descriptor fd) noexcept : fd_(fd) {}

  void write(Str text) noexcept { append(text.data(), text.size()); }

  /// Writes what is left. False when anything since the beginning was not written.
  bool finish() noexcept;

#if __cplusplus >= 202002L
  /// Why: `success` as long as all was written, then the first error.
  [[nodiscard]] wasi::Errno error() const noexcept { return static_cast<wasi::Errno>(status_); }
#endif

 private:
  static constexpr usize capacity = 256;

  void append(const char* bytes, usize size) noexcept;
  void write_out(const char* bytes, usize size) noexcept;

  Descriptor fd_;
  __INT32_TYPE__ status_ = 0;
  usize used_ = 0;
  char buffer_[capacity];
};

/// Writes `parts`, one after the other, to `fd`. True when all of it was written.
template <class... Parts>
[[gnu::always_inline]] inline bool print_to(Descriptor fd, const Parts&... parts) noexcept {
  // Not only a shortcut: a program that has nothing but text to say carries no
  // buffer, and nothing that fills one.
  if constexpr (sizeof...(parts) == 0) {
    return true;
  } else if constexpr ((detail::is_any_text<const Parts> && ...)) {
    if constexpr (sizeof...(parts) == 1) {
      return detail::write_text(fd, detail::text(parts...));
    } else {
      return detail::write_texts(fd, parts...);
    }
  } else if constexpr (detail::is_line<const Parts...>) {
    return detail::write_line(fd, parts...);
  } else {
    FdWriter out(fd);
    put(out, parts...);
    return out.finish();
  }
}

/// Writes `parts` to standard output. True when all of it was written.
template <class... Parts>
[[gnu::always_inline]] inline bool print(const Parts&... parts) noexcept {
  return print_to(standard_output, parts...);
}

/// Writes `parts` to standard error. True when all of it was written.
template <class... Parts>
[[gnu::always_inline]] inline bool print_error(const Parts&... parts) noexcept {
  return print_to(standard_error, parts...);
}

}  // namespace barewasi

#if __cplusplus >= 202002L
#include <barewasi/detail/typed_io.hpp>
#endif
