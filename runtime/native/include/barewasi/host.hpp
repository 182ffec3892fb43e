// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The other side of WASI, for programs that are compiled for the machine they are
// developed on: who answers what they ask. <barewasi/fake_host.hpp> has one that is
// complete; a test that needs another answer overrides the function that gives it.

#include <cstdint>
#include <limits>
#include <vector>

#include <wasi/preview1.hpp>

namespace barewasi {

/// The functions of WASI that can fail.
enum class Call : std::uint8_t {
  args_get,
  args_sizes_get,
  environ_get,
  environ_sizes_get,
  clock_res_get,
  clock_time_get,
  fd_advise,
  fd_allocate,
  fd_close,
  fd_datasync,
  fd_fdstat_get,
  fd_fdstat_set_flags,
  fd_fdstat_set_rights,
  fd_filestat_get,
  fd_filestat_set_size,
  fd_filestat_set_times,
  fd_pread,
  fd_prestat_get,
  fd_prestat_dir_name,
  fd_pwrite,
  fd_read,
  fd_readdir,
  fd_renumber,
  fd_seek,
  fd_sync,
  fd_tell,
  fd_write,
  path_create_directory,
  path_filestat_get,
  path_filestat_set_times,
  path_link,
  path_open,
  path_readlink,
  path_remove_directory,
  path_rename,
  path_symlink,
  path_unlink_file,
  poll_oneoff,
  proc_raise,
  sched_yield,
  random_get,
  sock_accept,
  sock_recv,
  sock_send,
  sock_shutdown,
};
inline constexpr unsigned calls_there_are = static_cast<unsigned>(Call::sock_shutdown) + 1;

/// Answers from its making on, until it is gone; then the one before it does again. All that the runtime remembers of a
/// host (its preopens, the arguments) it asks anew. The functions take and return what the imports do, and what is not
/// overridden answers `nosys`.
class Host {
 public:
  using s32 = std::int32_t;
  using s64 = std::int64_t;
  using u8 = std::uint8_t;
  using u32 = std::uint32_t;
  using u64 = std::uint64_t;
  using usize = std::size_t;

  Host();
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  virtual ~Host();

  // ---- For tests

  /// Makes the call number `nth` of a function from here on answer `error`, and so many of them in a row. Nothing is done
  /// then.
  void fail(Call call, wasi::Errno error, u64 nth = 1, u64 times = 1);

  /// How often it was asked for anything, and for one thing.
  u64 calls = 0;
  [[nodiscard]] u64 calls_of(Call call) const { return counts_[static_cast<unsigned>(call)]; }

  /// One call more ends the process: for loops that would never end.
  u64 most_calls = std::numeric_limits<u64>::max();

  // ---- For programs

  virtual s32 args_get(u8**, u8*) { return nosys; }
  virtual s32 args_sizes_get(wasi::Size*, wasi::Size*) { return nosys; }
  virtual s32 environ_get(u8**, u8*) { return nosys; }
  virtual s32 environ_sizes_get(wasi::Size*, wasi::Size*) { return nosys; }
  virtual s32 clock_res_get(u32, wasi::Timestamp*) { return nosys; }
  virtual s32 clock_time_get(u32, u64, wasi::Timestamp*) { return nosys; }
  virtual s32 fd_advise(u32, u64, u64, u32) { return nosys; }
  virtual s32 fd_allocate(u32, u64, u64) { return nosys; }
  virtual s32 fd_close(u32) { return nosys; }
  virtual s32 fd_datasync(u32) { return nosys; }
  virtual s32 fd_fdstat_get(u32, wasi::Fdstat*) { return nosys; }
  virtual s32 fd_fdstat_set_flags(u32, u32) { return nosys; }
  virtual s32 fd_fdstat_set_rights(u32, u64, u64) { return nosys; }
  virtual s32 fd_filestat_get(u32, wasi::Filestat*) { return nosys; }
  virtual s32 fd_filestat_set_size(u32, u64) { return nosys; }
  virtual s32 fd_filestat_set_times(u32, u64, u64, u32) { return nosys; }
  virtual s32 fd_pread(u32, const wasi::Iovec*, usize, u64, wasi::Size*) { return nosys; }
  virtual s32 fd_prestat_get(u32, wasi::Prestat*) { return nosys; }
  virtual s32 fd_prestat_dir_name(u32, u8*, u32) { return nosys; }
  virtual s32 fd_pwrite(u32, const wasi::Ciovec*, usize, u64, wasi::Size*) { return nosys; }
  virtual s32 fd_read(u32, const wasi::Iovec*, usize, wasi::Size*) { return nosys; }
  virtual s32 fd_readdir(u32, u8*, u32, u64, wasi::Size*) { return nosys; }
  virtual s32 fd_renumber(u32, u32) { return nosys; }
  virtual s32 fd_seek(u32, s64, u32, wasi::Filesize*) { return nosys; }
  virtual s32 fd_sync(u32) { return nosys; }
  virtual s32 fd_tell(u32, wasi::Filesize*) { return nosys; }
  virtual s32 fd_write(u32, const wasi::Ciovec*, usize, wasi::Size*) { return nosys; }
  virtual s32 path_create_directory(u32, const char*, usize) { return nosys; }
  virtual s32 path_filestat_get(u32, u32, const char*, usize, wasi::Filestat*) { return nosys; }
  virtual s32 path_filestat_set_times(u32, u32, const char*, usize, u64, u64, u32) { return nosys; }
  virtual s32 path_link(u32, u32, const char*, usize, u32, const char*, usize) { return nosys; }
  virtual s32 path_open(u32, u32, const char*, usize, u32, u64, u64, u32, wasi::Fd*) { return nosys; }
  virtual s32 path_readlink(u32, const char*, usize, u8*, u32, wasi::Size*) { return nosys; }
  virtual s32 path_remove_directory(u32, const char*, usize) { return nosys; }
  virtual s32 path_rename(u32, const char*, usize, u32, const char*, usize) { return nosys; }
  virtual s32 path_symlink(const char*, usize, u32, const char*, usize) { return nosys; }
  virtual s32 path_unlink_file(u32, const char*, usize) { return nosys; }
  virtual s32 poll_oneoff(const wasi::Subscription*, wasi::Event*, u32, wasi::Size*) { return nosys; }
  virtual s32 proc_raise(u32) { return nosys; }
  virtual s32 sched_yield() { return nosys; }
  virtual s32 random_get(u8*, u32) { return nosys; }
  virtual s32 sock_accept(u32, u32, wasi::Fd*) { return nosys; }
  virtual s32 sock_recv(u32, const wasi::Iovec*, usize, u32, wasi::Size*, wasi::Roflags*) { return nosys; }
  virtual s32 sock_send(u32, const wasi::Ciovec*, usize, u32, wasi::Size*) { return nosys; }
  virtual s32 sock_shutdown(u32, u32) { return nosys; }
  /// Ends the process.
  [[noreturn]] virtual void proc_exit(u32 status);

  /// The program is about to abort, and what it has written would be lost.
  virtual void aborting() {}

  // ---- For the imports

  /// Counts a call. What it has to answer if it is one that is to fail; else 0.
  [[nodiscard]] s32 begin(Call call);
  [[nodiscard]] static Host& current();
  [[nodiscard]] u32 identity() const { return identity_; }

 protected:
  static constexpr s32 nosys = static_cast<s32>(wasi::Errno::nosys);

 private:
  struct Fault {
    Call call;
    wasi::Errno error;
    u64 first;
    u64 end;
  };

  Host* before_;
  u32 identity_;
  u64 counts_[calls_there_are] = {};
  std::vector<Fault> faults_;
};

}  // namespace barewasi
