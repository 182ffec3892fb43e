// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What is in a directory.
//
//   Directory notes(folder);
//   for (const Entry& entry : notes) print(entry.name, "\n");
//   if (notes.error() != Errno::success) ...
//
// "." and ".." are left out: some engines have them and some do not. The order
// is the host's. Nothing is allocated. In a directory that changes meanwhile some engines
// miss entries, as many as were removed: Walk (walk.hpp) lists before it shows.

#include <barewasi/detail/steps.hpp>
#include <barewasi/detail/wasi_types.hpp>

namespace barewasi {

struct Entry {
  /// Valid until the next entry is asked for.
  witx::Str name;
  wasi::Filetype type = wasi::Filetype::unknown;
  wasi::Inode inode = 0;
};

/// Reads `directory`, which stays open and the caller's, from its beginning.
class Directory {
 public:
  explicit Directory(wasi::Fd directory) noexcept : directory_(directory) {}
  // The entry's name is within.
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  /// The next entry; null at the end, and from an error on.
  [[nodiscard]] const Entry* next() noexcept;

  /// Why there is no next entry: `success` at the end.
  [[nodiscard]] wasi::Errno error() const noexcept { return error_; }

  /// For loops, and as a range: each step is a next(). What was found before is not there again.
  [[nodiscard]] detail::Steps<Directory, Entry> begin() noexcept { return detail::Steps<Directory, Entry>(*this); }
  [[nodiscard]] detail::End end() const noexcept { return {}; }

 private:
  // Room for the longest names that file systems have, several times over.
  static constexpr wasi::Size capacity = 4096;

  [[nodiscard]] bool take() noexcept;
  [[nodiscard]] bool fill() noexcept;
  [[nodiscard]] const Entry* ended_by(wasi::Errno error) noexcept;

  wasi::Fd directory_;
  wasi::Errno error_ = wasi::Errno::success;
  bool is_last_ = false;
  wasi::Size used_ = 0;
  wasi::Size at_ = 0;
  wasi::Dircookie next_ = 0;
  wasi::Dircookie asked_ = 0;
  Entry entry_;
  // Some engines want what they write to be aligned.
  alignas(8) witx::u8 bytes_[capacity];
};

}  // namespace barewasi
