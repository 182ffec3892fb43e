// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// All that is in a directory, and below it.
//
//   Walk photos("photos");
//   for (const Found& found : photos) {
//     if (found.type == wasi::Filetype::regular_file) print(found.path, "\n");
//   }
//   if (photos.error() != wasi::Errno::success) ...
//
// A directory comes before what is in it. Links are shown and not followed; only one at
// the end of the path itself is. What is shown may be removed or renamed meanwhile: a
// directory is listed whole, in allocated memory, before anything in it is shown. The
// order is the host's.

#include <barewasi/detail/steps.hpp>
#include <barewasi/detail/tree.hpp>

namespace barewasi {

/// Valid until the next one is asked for.
struct Found {
  /// The path that was walked, and where this lies below it.
  witx::Str path;
  /// The last component.
  witx::Str name;
  wasi::Filetype type = wasi::Filetype::unknown;
  /// How many directories lie between this and the one that was walked.
  usize depth = 0;
  /// Not `success` where a directory comes for the second time: this is why it could not be listed, or not whole.
  wasi::Errno error = wasi::Errno::success;
};

class Walk {
 public:
  explicit Walk(witx::Str path) noexcept;
  // What is found points into it.
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  /// The next one; null at the end. An error does not end it: what else there is comes.
  [[nodiscard]] const Found* next() noexcept;

  /// What is in the directory that came last does not come.
  void skip() noexcept { enters_ = false; }

  /// The first error there was, with the directory itself or with one below it.
  [[nodiscard]] wasi::Errno error() const noexcept { return error_; }

  /// For loops, and as a range: each step is a next(). What was found before is not there again.
  [[nodiscard]] detail::Steps<Walk, Found> begin() noexcept { return detail::Steps<Walk, Found>(*this); }
  [[nodiscard]] detail::End end() const noexcept { return {}; }

 private:
  void note(wasi::Errno error) noexcept;

  detail::Tree tree_;
  Found found_;
  wasi::Errno error_ = wasi::Errno::success;
  bool enters_ = false;
};

}  // namespace barewasi
