// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Text, line by line, of any length.
//
//   Lines lines(wasi::stdin_fd);
//   for (const Str line : lines) print(line, "\n");
//   if (lines.error() != Errno::success) ...

#include <barewasi/core.hpp>
#include <barewasi/detail/steps.hpp>
#include <barewasi/detail/wasi_types.hpp>

namespace barewasi {

/// Reads `fd`, which stays open and the caller's. The buffer is allocated, and
/// as long as the longest line; without memory, the error is `nomem`.
class Lines {
 public:
  explicit Lines(wasi::Fd fd) noexcept : fd_(fd) {}
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  ~Lines();

  /// Goes to the next line; false at the end, and from an error on. A last line
  /// without an end is a line like any other, also where an error cut it off: ask
  /// error() when there are no more.
  [[nodiscard]] bool next() noexcept;

  /// Without its "\n" or "\r\n". Valid until next() is called again.
  [[nodiscard]] Str line() const noexcept { return Str(bytes_ + begin_, end_ - begin_); }

  /// Why there is no next line: `success` at the end.
  [[nodiscard]] wasi::Errno error() const noexcept { return error_; }

  /// For loops, and as a range: each step is a next(). What was read before is not there again.
  class Iterator {
   public:
    using value_type = Str;
    using difference_type = __PTRDIFF_TYPE__;

    explicit Iterator(Lines& lines) noexcept : lines_(&lines) { ++*this; }
    [[nodiscard]] Str operator*() const noexcept { return lines_->line(); }
    Iterator& operator++() noexcept {
      has_line_ = lines_->next();
      return *this;
    }
    void operator++(int) noexcept { ++*this; }
    friend bool operator==(const Iterator& at, detail::End) noexcept { return !at.has_line_; }

   private:
    Lines* lines_;
    bool has_line_ = false;
  };
  [[nodiscard]] Iterator begin() noexcept { return Iterator(*this); }
  [[nodiscard]] detail::End end() const noexcept { return {}; }

 private:
  [[nodiscard]] bool fill() noexcept;
  [[nodiscard]] bool make_room() noexcept;
  [[nodiscard]] bool fail(wasi::Errno error) noexcept;

  wasi::Fd fd_;
  wasi::Errno error_ = wasi::Errno::success;
  bool is_last_ = false;
  char* bytes_ = nullptr;
  usize capacity_ = 0;
  // The line is [begin_, end_); what was read ahead begins at rest_.
  usize begin_ = 0;
  usize end_ = 0;
  usize rest_ = 0;
  usize used_ = 0;
};

}  // namespace barewasi
