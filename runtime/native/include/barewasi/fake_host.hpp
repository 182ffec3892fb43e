// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A WASI host in memory, to test a program with on the machine it is developed on:
//
//   TEST(Report, SumsAColumn) {
//     barewasi::FakeHost host;
//     host.write("/data/prices.csv", "apple,3\\npear,4\\n");
//     EXPECT_EQ(report("/data/prices.csv"), 0);
//     EXPECT_EQ(host.output(), "7\\n");
//   }
//
// It keeps to the specification where engines are lenient: rights are enforced, descriptors are not used again, an
// absolute path or one that leads out of a preopen is `perm`, and in a directory that changes while it is listed entries
// are missed, as on Wasmtime. Time stands still but for waiting, which takes none. Sockets and proc_raise are `nosys`.
//
// What a program printed before it aborted is written to the process's standard error, for death tests.

#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include <barewasi/host.hpp>
#include <barewasi/string.hpp>

// For EXPECT_EQ(line, "text"), to which a literal is an array like any other: its text ends at its first zero. And how
// GoogleTest shows a text that is another.
namespace witx {
inline namespace v1 {

template <usize size>
[[nodiscard]] constexpr bool operator==(Str a, const char (&b)[size]) noexcept {
  return a == Str(b, barewasi::detail::array_length(b));
}
inline void PrintTo(Str text, std::ostream* out) { *out << '"' << std::string_view(text) << '"'; }

}  // namespace v1
}  // namespace witx

namespace barewasi {

template <usize size>
[[nodiscard]] bool operator==(const String& a, const char (&b)[size]) noexcept {
  return a.view() == b;
}
inline void PrintTo(const String& text, std::ostream* out) { PrintTo(text.view(), out); }

class FakeHost : public Host {
 public:
  /// With one preopen, "/", which is empty.
  FakeHost();
  /// With these preopens, in this order.
  explicit FakeHost(const std::vector<std::string>& preopens);
  ~FakeHost() override;

  // ---- What the program is given; to be set before it asks

  std::vector<std::string> arguments = {"program"};
  std::map<std::string, std::string> environment;
  /// What there is to read from standard input.
  std::string input;
  /// The clock that people read, in nanoseconds since 1970; the monotonic one begins at 0, and moves with it. 2026.
  u64 real_time = 1'767'225'600'000'000'000;
  void advance(u64 nanoseconds);
  /// The same seed gives the same random bytes.
  u64 seed = 1;
  /// As if this were all that there is room for in a pipe: no call reads or writes more. 0: no limit.
  usize most_bytes = 0;

  // ---- What the program has done

  /// What it wrote to standard output, also what waits in print_buffered, and to standard error.
  [[nodiscard]] const std::string& output();
  [[nodiscard]] const std::string& errors() const;
  /// How many descriptors are open beside the streams and the preopens.
  [[nodiscard]] usize open_descriptors() const;

  // ---- Files, by the paths that the program uses; a path below no preopen ends the process

  /// Makes a file with these contents, and the directories above it.
  void write(std::string_view path, std::string_view contents);
  /// The contents of a file; nothing when there is none.
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const;
  void make_directory(std::string_view path);
  void make_link(std::string_view path, std::string_view target);
  /// Whether there is something; a link need not lead anywhere.
  [[nodiscard]] bool exists(std::string_view path) const;
  /// The names in a directory, in order.
  [[nodiscard]] std::vector<std::string> list(std::string_view path) const;

  // ---- For the program

  s32 args_get(u8**, u8*) override;
  s32 args_sizes_get(wasi::Size*, wasi::Size*) override;
  s32 environ_get(u8**, u8*) override;
  s32 environ_sizes_get(wasi::Size*, wasi::Size*) override;
  s32 clock_res_get(u32, wasi::Timestamp*) override;
  s32 clock_time_get(u32, u64, wasi::Timestamp*) override;
  s32 fd_advise(u32, u64, u64, u32) override;
  s32 fd_allocate(u32, u64, u64) override;
  s32 fd_close(u32) override;
  s32 fd_datasync(u32) override;
  s32 fd_fdstat_get(u32, wasi::Fdstat*) override;
  s32 fd_fdstat_set_flags(u32, u32) override;
  s32 fd_fdstat_set_rights(u32, u64, u64) override;
  s32 fd_filestat_get(u32, wasi::Filestat*) override;
  s32 fd_filestat_set_size(u32, u64) override;
  s32 fd_filestat_set_times(u32, u64, u64, u32) override;
  s32 fd_pread(u32, const wasi::Iovec*, usize, u64, wasi::Size*) override;
  s32 fd_prestat_get(u32, wasi::Prestat*) override;
  s32 fd_prestat_dir_name(u32, u8*, u32) override;
  s32 fd_pwrite(u32, const wasi::Ciovec*, usize, u64, wasi::Size*) override;
  s32 fd_read(u32, const wasi::Iovec*, usize, wasi::Size*) override;
  s32 fd_readdir(u32, u8*, u32, u64, wasi::Size*) override;
  s32 fd_renumber(u32, u32) override;
  s32 fd_seek(u32, s64, u32, wasi::Filesize*) override;
  s32 fd_sync(u32) override;
  s32 fd_tell(u32, wasi::Filesize*) override;
  s32 fd_write(u32, const wasi::Ciovec*, usize, wasi::Size*) override;
  s32 path_create_directory(u32, const char*, usize) override;
  s32 path_filestat_get(u32, u32, const char*, usize, wasi::Filestat*) override;
  s32 path_filestat_set_times(u32, u32, const char*, usize, u64, u64, u32) override;
  s32 path_link(u32, u32, const char*, usize, u32, const char*, usize) override;
  s32 path_open(u32, u32, const char*, usize, u32, u64, u64, u32, wasi::Fd*) override;
  s32 path_readlink(u32, const char*, usize, u8*, u32, wasi::Size*) override;
  s32 path_remove_directory(u32, const char*, usize) override;
  s32 path_rename(u32, const char*, usize, u32, const char*, usize) override;
  s32 path_symlink(const char*, usize, u32, const char*, usize) override;
  s32 path_unlink_file(u32, const char*, usize) override;
  s32 poll_oneoff(const wasi::Subscription*, wasi::Event*, u32, wasi::Size*) override;
  s32 sched_yield() override;
  s32 random_get(u8*, u32) override;
  void aborting() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace barewasi
