// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What a program does with files beside reading and writing them.
//
//   if (!exists("out")) (void)make_directories("out/daily");
//   const auto facts = metadata("out/today.csv");
//   if (facts) print(facts->size, " bytes\n");
//
// Paths are looked up as files.hpp says. A link is followed on the way; what happens
// to one at the end of a path each function says.

#include <barewasi/duration.hpp>
#include <barewasi/files.hpp>

namespace barewasi {

/// What a host knows of a file. What it does not know is 0.
struct Metadata {
  wasi::Filetype type = wasi::Filetype::unknown;
  /// In bytes; of a link, how long its target's path is.
  u64 size = 0;
  /// When it was last read, written, and written or renamed or the like; since 1970, UTC.
  Duration accessed;
  Duration modified;
  Duration changed;
  /// Two files are one when both of these are the same, and the inode is not 0.
  u64 device = 0;
  u64 inode = 0;
  /// How many names it has.
  u64 links = 0;

  [[nodiscard]] constexpr bool is_file() const noexcept { return type == wasi::Filetype::regular_file; }
  [[nodiscard]] constexpr bool is_directory() const noexcept { return type == wasi::Filetype::directory; }
  [[nodiscard]] constexpr bool is_link() const noexcept { return type == wasi::Filetype::symbolic_link; }
};

/// Of what a path leads to; a link is followed.
[[nodiscard]] wasi::Result<Metadata> metadata(witx::Str path) noexcept;
/// Of what has this path, be it a link.
[[nodiscard]] wasi::Result<Metadata> link_metadata(witx::Str path) noexcept;
/// Of what is open.
[[nodiscard]] wasi::Result<Metadata> metadata(wasi::Fd fd) noexcept;

/// Whether a path leads to something, as far as the host says. It may be gone by the time it is used; to make a file
/// only where there is none, call create_new().
[[nodiscard]] bool exists(witx::Str path) noexcept;

/// Makes one directory; `exist` when there is something under this name.
[[nodiscard]] wasi::Result<> make_directory(witx::Str path) noexcept;

/// Makes a directory and all that are missing above it. Those that exist are fine, also the last; `exist` when one of
/// them is not a directory.
[[nodiscard]] wasi::Result<> make_directories(witx::Str path) noexcept;

/// Removes a directory that is empty; else `notempty`.
[[nodiscard]] wasi::Result<> remove_directory(witx::Str path) noexcept;

/// Removes a file, or a link and not what it leads to (Deno 2.9 does the opposite). Of a directory `isdir` or `perm`, as the host says it.
[[nodiscard]] wasi::Result<> remove_file(witx::Str path) noexcept;

/// Removes a directory with everything in it; or a file, or a link. No link is followed, also not one that comes to lie
/// there meanwhile. It stops at the first error, and what is gone by then stays gone; `notempty` when something new
/// came meanwhile. A preopen, and a path that ends in "..", is `inval` and stays whole. Names are kept in allocated
/// memory, those of one directory at a time and of those above it; without memory, `nomem`.
[[nodiscard]] wasi::Result<> remove_tree(witx::Str path) noexcept;

/// Gives a file or a directory another path. A file that has it is replaced, and an empty directory by a directory, in
/// one step. Between preopens it is for the host to say: `xdev` when they are different file systems. An engine that
/// cannot rename says `notsup`: Chicory is one.
[[nodiscard]] wasi::Result<> rename_path(witx::Str from, witx::Str to) noexcept;

/// Makes `to` a file with the contents of `from`; returns how many bytes. Links are followed. When both are one file
/// nothing changes, and it is `inval`, but on a host that gives files no numbers and does not see it. After another
/// error `to` may hold a part, before what is left of the old.
[[nodiscard]] wasi::Result<u64> copy_file(witx::Str from, witx::Str to) noexcept;

/// Makes an empty directory in `folder` that nobody else has, and sets `path` to its path. It stays until remove_tree().
[[nodiscard]] wasi::Result<> make_temporary_directory(witx::Str folder, String& path) noexcept;

/// A new, empty file that nobody else has, open for reading and writing, or the error that there was instead. It is
/// removed with this object, unless it was kept.
class [[nodiscard]] TemporaryFile {
 public:
  /// Makes it in `folder`, under a name of "tmp-" and 16 random digits.
  explicit TemporaryFile(witx::Str folder) noexcept;
  TemporaryFile(TemporaryFile&& other) noexcept = default;
  TemporaryFile& operator=(TemporaryFile&& other) noexcept = delete;
  ~TemporaryFile();

  [[nodiscard]] explicit operator bool() const noexcept { return static_cast<bool>(file_); }
  [[nodiscard]] wasi::Errno error() const noexcept { return file_.error(); }
  /// For calls; as UniqueFd has it.
  [[nodiscard]] wasi::Fd operator*() const& noexcept { return *file_; }
  wasi::Fd operator*() const&& = delete;
  /// In `folder`.
  [[nodiscard]] const String& path() const noexcept { return path_; }

  /// Closes it and gives it the path `to`, in place of a file that has it: whoever reads that sees the old one or the
  /// new one, and never a part. On an error it is removed.
  [[nodiscard]] wasi::Result<> keep_as(witx::Str to) noexcept;

 private:
  String path_;
  UniqueFd file_;
};

}  // namespace barewasi
