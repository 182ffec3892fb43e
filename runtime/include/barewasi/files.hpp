// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Files by path. A WASI program can reach only what lies below the directories
// that the host opened for it (its preopens), each under a name; here a path is
// looked up in the preopen whose name is its longest beginning.
//
//   const UniqueFd file(open_to_read("notes/today"));
//   if (!file) panic("notes/today: ", message(file.error()));
//
// Errors are those of WASI. Where no preopen leads to a path, that is `noent`.

#include <barewasi/detail/wasi_types.hpp>
#include <barewasi/string.hpp>

namespace barewasi {

/// Gives a descriptor back.
[[nodiscard]] wasi::Result<> close(wasi::Fd fd) noexcept;

/// Owns a descriptor, or holds the error that there was instead. Moves, and does
/// not copy.
class UniqueFd {
 public:
  UniqueFd() noexcept = default;
  explicit UniqueFd(wasi::Fd fd) noexcept : fd_(fd), error_(wasi::Errno::success) {}
  explicit UniqueFd(const wasi::Result<wasi::Fd>& opened) noexcept
      : fd_(opened ? *opened : wasi::Fd()), error_(opened.error()) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(other.fd_), error_(other.error_) { other.error_ = wasi::Errno::badf; }
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    UniqueFd old(static_cast<UniqueFd&&>(*this));
    fd_ = other.fd_;
    error_ = other.error_;
    other.error_ = wasi::Errno::badf;
    return *this;
  }
  UniqueFd(const UniqueFd&) = delete;
  UniqueFd& operator=(const UniqueFd&) = delete;
  /// Whoever wants to know whether closing went well calls close().
  ~UniqueFd() {
    if (*this) (void)barewasi::close(fd_);
  }

  [[nodiscard]] explicit operator bool() const noexcept { return error_ == wasi::Errno::success; }
  /// Why there is no descriptor: `badf` when there never was one, or not any more.
  [[nodiscard]] wasi::Errno error() const noexcept { return error_; }
  /// For calls; still owned here.
  [[nodiscard]] wasi::Fd get() const noexcept { return fd_; }
  /// Owned by the caller from here on.
  [[nodiscard]] wasi::Fd release() noexcept {
    error_ = wasi::Errno::badf;
    return fd_;
  }
  [[nodiscard]] wasi::Result<> close() noexcept {
    if (!*this) return error_;
    return barewasi::close(release());
  }

 private:
  wasi::Fd fd_;
  wasi::Errno error_ = wasi::Errno::badf;
};

/// The directory that the host opened under `name`, compared without leading
/// "./" and "/" on either side. It is never closed: it is everybody's.
[[nodiscard]] wasi::Result<wasi::Fd> preopen(witx::Str name) noexcept;

/// Where a path leads: a preopen, and what is left of the path below it.
struct Location {
  wasi::Fd directory;
  witx::Str path;
};

/// For the functions of WASI that take a directory and a path. The result points
/// into `path`.
[[nodiscard]] wasi::Result<Location> locate(witx::Str path) noexcept;

/// Opens what exists, for reading and nothing else.
[[nodiscard]] wasi::Result<wasi::Fd> open_to_read(witx::Str path) noexcept;

/// Opens for writing: a new file, or one that exists and is emptied.
[[nodiscard]] wasi::Result<wasi::Fd> create(witx::Str path) noexcept;

/// Opens for writing at the end, whatever others write; made when it is missing.
[[nodiscard]] wasi::Result<wasi::Fd> open_to_append(witx::Str path) noexcept;

/// Opens a directory, to be read by Directory (directory.hpp).
[[nodiscard]] wasi::Result<wasi::Fd> open_directory(witx::Str path) noexcept;

/// Reads up to `room.size()` bytes; returns how many, 0 at the end of the input.
/// Interruptions are retried, and so is `again`, for as long as print does. An
/// empty room is `inval`.
[[nodiscard]] wasi::Result<wasi::Size> read_some(wasi::Fd fd, witx::Span<char> room) noexcept;

/// Appends everything up to the end of the input.
[[nodiscard]] wasi::Result<> read_all(wasi::Fd fd, String& into) noexcept;

/// Appends the whole file.
[[nodiscard]] wasi::Result<> read_file(witx::Str path, String& into) noexcept;

/// Makes `text` the file's whole contents. On an error the file may hold a part.
[[nodiscard]] wasi::Result<> write_file(witx::Str path, witx::Str text) noexcept;

}  // namespace barewasi
