// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Files by path. A WASI program can reach only what lies below the directories
// that the host opened for it (its preopens), each under a name; here a path is
// looked up in the preopen whose name is its longest beginning, and of several in
// the first.
//
//   const UniqueFd file = open_to_read("notes/today");
//   if (!file) panic("notes/today: ", path_message(file.error()));
//   read_some(*file, buffer) ...
//
// Paths and names are compared component by component. Several "/" are one; a "/"
// at the beginning or at the end, and ".", do not count: "/notes/", "./notes" and
// "notes" are the same. ".." is a component like any other, which the host looks
// up below the preopen, and refuses where it leads out: "a/../b" is not "b".
//
// Errors are those of WASI. A path to which no preopen leads is `notcapable`, and
// the empty one `noent`.

#include <barewasi/detail/wasi_types.hpp>
#include <barewasi/string.hpp>

namespace barewasi {

/// Owns an open descriptor and closes it, or holds the error that there was instead: a
/// Result that cleans up after itself. Moves, and does not copy.
class [[nodiscard]] UniqueFd {
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
  /// An error of closing is lost here: call close() to learn of it.
  ~UniqueFd() {
    if (*this) (void)close();
  }

  [[nodiscard]] explicit operator bool() const noexcept { return error_ == wasi::Errno::success; }
  /// Why there is no descriptor: `badf` when there never was one, or not any more.
  [[nodiscard]] wasi::Errno error() const noexcept { return error_; }
  /// For calls; still owned here. Without a descriptor it traps in debug builds.
  [[nodiscard]] wasi::Fd operator*() const& noexcept {
    return WITX_EXPECTS(error_ == wasi::Errno::success, 1, static_cast<usize>(error_)), fd_;
  }
  /// A temporary closes it at the end of the statement: name it first.
  wasi::Fd operator*() const&& = delete;
  /// Owned by the caller from here on.
  [[nodiscard]] wasi::Fd release() noexcept {
    error_ = wasi::Errno::badf;
    return fd_;
  }
  /// Closes it, whatever the answer is; error() where there is none.
  [[nodiscard]] wasi::Result<> close() noexcept;

 private:
  wasi::Fd fd_;
  wasi::Errno error_ = wasi::Errno::badf;
};

/// The directory that the host opened under `name`; the first, where there are
/// several. It is never closed: it is everybody's. `notcapable` when there is none.
[[nodiscard]] wasi::Result<wasi::Fd> preopen(witx::Str name) noexcept;

/// Where a path leads: a preopen, and what is left of the path below it.
struct Location {
  wasi::Fd directory;
  witx::Str path;
};

/// For the functions of WASI that take a directory and a path. The result points
/// into `path`, or is ".".
[[nodiscard]] wasi::Result<Location> locate(witx::Str path) noexcept;

/// Why a path could not be used, in a sentence: WASI's own for the error, except that
/// `notcapable` is "no folder was opened for this path".
[[nodiscard]] witx::Str path_message(wasi::Errno error) noexcept;

/// Opens what exists, to be read. It can be sought, and asked for its size, as all that is opened here; what is
/// open for writing can be cut.
[[nodiscard]] UniqueFd open_to_read(witx::Str path) noexcept;

/// Opens for writing: a new file, or one that exists and is emptied.
[[nodiscard]] UniqueFd create(witx::Str path) noexcept;

/// Makes a new file and opens it for reading and writing; `exist` when there is something under this name; of a link,
/// wherever it leads, some engines say `loop`.
[[nodiscard]] UniqueFd create_new(witx::Str path) noexcept;

/// Opens what exists, for reading and writing, with all that is in it.
[[nodiscard]] UniqueFd open_to_update(witx::Str path) noexcept;

/// Opens for writing at the end, whatever others write; made when it is missing.
[[nodiscard]] UniqueFd open_to_append(witx::Str path) noexcept;

/// Opens a directory, to be read by Directory (directory.hpp), and for files and
/// directories below to be opened and read.
[[nodiscard]] UniqueFd open_directory(witx::Str path) noexcept;

/// Moves the position by `offset` bytes from the beginning, the position or the end. Returns where it is then, in bytes
/// from the beginning: beyond the end is legal, before the beginning is `inval`, and a stream has no position: `spipe`.
[[nodiscard]] wasi::Result<u64> seek(wasi::Fd fd, wasi::Filedelta offset,
                                     wasi::Whence from = wasi::Whence::set) noexcept;

/// Where the next byte is read or written, in bytes from the beginning.
[[nodiscard]] wasi::Result<u64> tell(wasi::Fd fd) noexcept;

/// Cuts a file that is open for writing to `size` bytes, or adds zeros. The position stays.
[[nodiscard]] wasi::Result<> set_size(wasi::Fd fd, u64 size) noexcept;

/// Reads up to `buffer.size()` bytes; returns how many, 0 at the end of the input.
/// Interruptions are retried, and so is `again`, for as long as print does. An
/// empty buffer is `inval`.
[[nodiscard]] wasi::Result<wasi::Size> read_some(wasi::Fd fd, witx::Span<char> buffer) noexcept;

/// Appends everything up to the end of the input. On an error, what came before it is there.
[[nodiscard]] wasi::Result<> append_all(wasi::Fd fd, String& into) noexcept;

/// Makes everything up to the end of the input the whole of `into`, as append_all does.
[[nodiscard]] wasi::Result<> read_all(wasi::Fd fd, String& into) noexcept;

/// Makes the whole file the whole of `into`; where it cannot be opened, nothing changes.
[[nodiscard]] wasi::Result<> read_file(witx::Str path, String& into) noexcept;

/// Makes `text` the file's whole contents. On an error the file may hold a part.
[[nodiscard]] wasi::Result<> write_file(witx::Str path, witx::Str text) noexcept;

/// Writes `text` at the file's end, which is made when it is missing.
[[nodiscard]] wasi::Result<> append_to_file(witx::Str path, witx::Str text) noexcept;

}  // namespace barewasi
