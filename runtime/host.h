// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The seam between the runtime and the outside: every call into the host and
// every page of memory passes here, and nowhere else in this folder.
//
// The imports themselves are generated; this file only picks the few that the
// runtime needs and gives them the shape it wants. It knows no policy: no
// loops, no messages, no state. A failing call comes back as an Errno.
//
// To run the runtime on something that is not WASI, replace this file.

#include <wasi/preview1.hpp>

namespace barewasi::host {

using usize = __SIZE_TYPE__;
using Byte = __UINT8_TYPE__;

/// Memory comes and goes in units of this many bytes.
inline constexpr usize page_bytes = 65536;

/// What `grow_pages` and `grow` return when the engine refuses.
inline constexpr usize no_memory = ~usize{0};

/// What a raw call answers: 0, or the number of an Errno.
using Status = __INT32_TYPE__;
inline constexpr Status ok = 0;

constexpr Status status(wasi::Errno error) noexcept { return static_cast<Status>(error); }

/// Offers `count` pieces to the host, which takes `written` bytes of them: perhaps not all.
[[nodiscard, gnu::always_inline]] inline Status write(wasi::Fd fd, const wasi::Ciovec* pieces, usize count,
                                                      wasi::Size& written) noexcept {
  return wasi::raw::fd_write(fd.value, pieces, count, &written);
}

/// Fills some of `buffer`; returns how many bytes, 0 at the end of the input.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Size> read(wasi::Fd fd, witx::Span<char> buffer) noexcept {
  const wasi::Iovec pieces[] = {wasi::Iovec(buffer.data(), buffer.size())};
  return wasi::fd_read(fd, pieces);
}

/// How long the name is under which the host opened the directory `fd` for us.
/// `badf` when there is no such descriptor, `notdir` when it is something else.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Size> preopen_name_size(wasi::Fd fd) noexcept {
  const auto opened = wasi::fd_prestat_get(fd);
  if (!opened) return opened.error();
  const auto* const directory = opened->as_dir();
  if (directory == nullptr) return wasi::Errno::notdir;
  return directory->pr_name_len;
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<> preopen_name(wasi::Fd fd, witx::Span<Byte> buffer) noexcept {
  return wasi::fd_prestat_dir_name(fd, buffer.data(), static_cast<wasi::Size>(buffer.size()));
}

/// Opens `path` below `directory`, with just `rights`, and `below` for what is opened through it.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Fd> open(wasi::Fd directory, wasi::Lookupflags lookup,
                                                                     witx::Str path, wasi::Oflags how,
                                                                     wasi::Rights rights, wasi::Rights below,
                                                                     wasi::Fdflags flags) noexcept {
  return wasi::path_open(directory, lookup, path, how, rights, below, flags);
}

/// Opens the directory `name` in `directory`, with just `rights`, for what is opened through it as well. `loop` or
/// `notdir` when the name is a link.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Fd> open_directory(wasi::Fd directory, witx::Str name,
                                                                               wasi::Rights rights) noexcept {
  return wasi::path_open(directory, wasi::Lookupflags::none, name, wasi::Oflags::directory, rights, rights,
                         wasi::Fdflags::none);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Filestat> file_facts(wasi::Fd fd) noexcept {
  return wasi::fd_filestat_get(fd);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Filestat> path_facts(wasi::Fd directory, witx::Str path,
                                                                                 bool follows_links) noexcept {
  return wasi::path_filestat_get(directory, follows_links ? wasi::Lookupflags::symlink_follow : wasi::Lookupflags::none,
                                 path);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<> make_directory(wasi::Fd directory, witx::Str path) noexcept {
  return wasi::path_create_directory(directory, path);
}

/// Only an empty one.
[[nodiscard, gnu::always_inline]] inline wasi::Result<> remove_directory(wasi::Fd directory, witx::Str path) noexcept {
  return wasi::path_remove_directory(directory, path);
}

/// A file or a link: anything but a directory.
[[nodiscard, gnu::always_inline]] inline wasi::Result<> remove_file(wasi::Fd directory, witx::Str path) noexcept {
  return wasi::path_unlink_file(directory, path);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<> rename(wasi::Fd from, witx::Str old_path, wasi::Fd to,
                                                               witx::Str new_path) noexcept {
  return wasi::path_rename(from, old_path, to, new_path);
}

/// Returns the position reached, from the beginning.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Filesize> seek(wasi::Fd fd, wasi::Filedelta offset,
                                                                           wasi::Whence whence) noexcept {
  return wasi::fd_seek(fd, offset, whence);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Filesize> tell(wasi::Fd fd) noexcept {
  return wasi::fd_tell(fd);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<> set_size(wasi::Fd fd, wasi::Filesize size) noexcept {
  return wasi::fd_filestat_set_size(fd, size);
}

/// Fills `buffer` with entries, the last of which may be cut off; nothing
/// means that there are no more. `next` is 0, or says after which to go on.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Size> read_directory(wasi::Fd directory,
                                                                                 witx::Span<Byte> buffer,
                                                                                 wasi::Dircookie next) noexcept {
  return wasi::fd_readdir(directory, buffer.data(), static_cast<wasi::Size>(buffer.size()), next);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<> close(wasi::Fd fd) noexcept { return wasi::fd_close(fd); }

/// Ends the program at once. Nothing of ours runs afterwards.
[[noreturn, gnu::always_inline]] inline void exit_process(int status) noexcept {
  wasi::proc_exit(static_cast<wasi::Exitcode>(status));
}

/// The same, for where nothing of ours comes afterwards. The one import that is not
/// the generated one: that says that it does not return, and the compiler, told so,
/// guards the way out with more code.
WITX_IMPORT("wasi_snapshot_preview1", "proc_exit") void exit_process_at_last(int status) noexcept;

/// Tells the host that the program aborted. Some hosts end it, some return.
[[gnu::always_inline]] inline void raise_abort() noexcept {
  // What it answers changes nothing: the caller traps next.
  (void)wasi::proc_raise(wasi::Signal::abrt);
}

/// How much room a table of strings needs: the number of strings, and the bytes
/// of all of them with their terminators.
struct StringTableSizes {
  wasi::Size count = 0;
  wasi::Size bytes = 0;
};

[[nodiscard, gnu::always_inline]] inline Status args_sizes(StringTableSizes& out) noexcept {
  return wasi::raw::args_sizes_get(&out.count, &out.bytes);
}

[[nodiscard, gnu::always_inline]] inline Status args(char** strings, char* bytes) noexcept {
  return wasi::raw::args_get(reinterpret_cast<Byte**>(strings), reinterpret_cast<Byte*>(bytes));
}

[[nodiscard, gnu::always_inline]] inline Status environ_sizes(StringTableSizes& out) noexcept {
  return wasi::raw::environ_sizes_get(&out.count, &out.bytes);
}

[[nodiscard, gnu::always_inline]] inline Status environ(char** strings, char* bytes) noexcept {
  return wasi::raw::environ_get(reinterpret_cast<Byte**>(strings), reinterpret_cast<Byte*>(bytes));
}

/// In nanoseconds.
[[nodiscard, gnu::always_inline]] inline wasi::Result<wasi::Timestamp> clock(wasi::Clockid id) noexcept {
  return wasi::clock_time_get(id, 1);
}

/// Waits for what is wanted, the first event.
[[nodiscard, gnu::always_inline]] inline wasi::Result<> wait(const wasi::Subscription& wanted) noexcept {
  wasi::Event event;
  const auto count = wasi::poll_oneoff(&wanted, &event, 1);
  if (!count) return count.error();
  return *count == 0 ? wasi::Errno::success : event.error;
}

/// Waits about this long; `intr` when something else came first.
[[nodiscard, gnu::always_inline]] inline wasi::Result<> wait(wasi::Timestamp nanoseconds) noexcept {
  wasi::Subscription wanted;
  wanted.u = wasi::SubscriptionU::clock({.id = wasi::Clockid::monotonic, .timeout = nanoseconds});
  return wait(wanted);
}

/// Waits until `fd` takes bytes, or has some.
[[nodiscard, gnu::always_inline]] inline wasi::Result<> wait_for(wasi::Fd fd, bool to_write) noexcept {
  const wasi::SubscriptionFdReadwrite stream = {.file_descriptor = fd};
  wasi::Subscription wanted;
  wanted.u = to_write ? wasi::SubscriptionU::fd_write(stream) : wasi::SubscriptionU::fd_read(stream);
  return wait(wanted);
}

[[nodiscard, gnu::always_inline]] inline wasi::Result<> random(witx::Span<Byte> buffer) noexcept {
  return wasi::random_get(buffer.data(), static_cast<wasi::Size>(buffer.size()));
}

#ifdef __wasm__

/// Which of its hosts a program has now; what was asked of another has to be asked anew. On wasm there is one.
[[nodiscard]] constexpr unsigned instance() noexcept { return 1; }

/// How many pages memory has now.
[[nodiscard, gnu::always_inline]] inline usize pages() noexcept { return __builtin_wasm_memory_size(0); }

/// Adds pages at the end of memory. Returns the number of the first, or
/// `no_memory`. They are zero, and need not follow the last ones we asked for:
/// somebody else may have grown memory in between.
[[nodiscard, gnu::always_inline]] inline usize grow_pages(usize pages) noexcept {
  return __builtin_wasm_memory_grow(0, pages);
}

/// The same, with the address of the first.
[[nodiscard, gnu::always_inline]] inline usize grow(usize pages) noexcept {
  const usize first = grow_pages(pages);
  return first == no_memory ? no_memory : first * page_bytes;
}

#else

[[nodiscard]] unsigned instance() noexcept;

#endif

}  // namespace barewasi::host
