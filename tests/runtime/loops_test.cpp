// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every loop of the runtime that a host's answers drive, on a host that answers every errno for ever, and at random:
// each comes to an end, with an answer, within a number of calls.

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "barewasi/directory.hpp"
#include "barewasi/files.hpp"
#include "barewasi/filesystem.hpp"
#include "barewasi/io.hpp"
#include "barewasi/lines.hpp"
#include "barewasi/random.hpp"
#include "barewasi/time.hpp"
#include "barewasi/walk.hpp"
#include "files/preopens.h"
#include "hosts.h"

namespace {

using barewasi::Host;
using wasi::Errno;

constexpr int statuses = 80;
// What is retried is retried so often.
constexpr std::uint64_t patience = 1U << 22U;

struct Loop {
  const char* name;
  void (*run)();
};

char bytes[64];

const Loop loops[] = {
    {"write_bytes", [] { (void)barewasi::detail::write_bytes(barewasi::standard_output, bytes, sizeof bytes); }},
    {"write_pieces",
     [] {
       const barewasi::detail::Piece pieces[] = {{bytes, 3}, {bytes, 0}, {bytes, 5}};
       (void)barewasi::detail::write_pieces(barewasi::standard_output, pieces, 3);
     }},
    {"read_some",
     [] {
       char room[16];
       (void)barewasi::read_some(wasi::stdin_fd, room);
     }},
    {"read_all",
     [] {
       barewasi::String all;
       (void)barewasi::read_all(wasi::stdin_fd, all);
     }},
    {"Lines",
     [] {
       barewasi::Lines lines(wasi::stdin_fd);
       while (lines.next()) EXPECT_LE(lines.line().size(), 1U << 20U);
     }},
    {"Directory",
     [] {
       barewasi::Directory directory(wasi::Fd(5));
       while (directory.next() != nullptr) {
       }
     }},
    {"preopens", [] { (void)barewasi::read_preopens(); }},
    {"write_file", [] { (void)barewasi::write_file("/box/file", "text"); }},
    {"read_file",
     [] {
       barewasi::String all;
       (void)barewasi::read_file("/box/file", all);
     }},
    {"copy_file", [] { (void)barewasi::copy_file("/box/file", "/box/other"); }},
    {"make_directories", [] { (void)barewasi::make_directories("/box/a/b/c"); }},
    {"TemporaryFile", [] { (void)barewasi::TemporaryFile("/box"); }},
    {"remove_tree", [] { (void)barewasi::remove_tree("/box/file"); }},
    {"Walk",
     [] {
       barewasi::Walk walk("/box");
       // It has no end where a host has none; each step has.
       for (int i = 0; i < 1000 && walk.next() != nullptr; ++i) {
       }
     }},
    {"sleep", [] { (void)barewasi::sleep(barewasi::milliseconds(5)); }},
    {"random_bytes",
     [] {
       static std::uint8_t room[200'000];
       (void)barewasi::random_bytes(room);
     }},
};

// Returns the status, and writes nothing but what a random host would.
class Hostile : public Host {
 public:
  explicit Hostile(std::uint32_t seed) : random_(seed), same_(-1) { most_calls = 3 * patience; }
  explicit Hostile(s32 same, bool) : random_(1), same_(same) { most_calls = 3 * patience; }

  s32 fd_write(std::uint32_t, const wasi::Ciovec* pieces, std::size_t, wasi::Size* out) override {
    return answer(out, pieces->buf_len);
  }
  s32 fd_read(u32, const wasi::Iovec* pieces, usize, wasi::Size* out) override {
    const s32 given = answer(out, pieces->buf_len);
    if (given == 0) std::memset(pieces->buf, any() % 8 == 0 ? '\n' : 'x', pieces->buf_len);
    return given;
  }
  s32 fd_close(std::uint32_t) override { return answer(); }
  s32 fd_prestat_get(std::uint32_t, wasi::Prestat* out) override {
    *out = wasi::Prestat::dir({.pr_name_len = any() % 4 == 0 ? any() : any() % 9});
    return answer();
  }
  s32 fd_prestat_dir_name(std::uint32_t, std::uint8_t* room, std::uint32_t size) override {
    if (size < 100) std::memcpy(room, "./box/../", size < 9 ? size : 9);
    return answer();
  }
  s32 path_open(u32, u32, const char*, usize, u32, u64, u64, u32, wasi::Fd*) override { return answer(); }
  s32 fd_readdir(std::uint32_t, std::uint8_t* room, wasi::Size size, std::uint64_t cookie, wasi::Size* out) override {
    static const char* const names[] = {".", "..", "name", ""};
    std::string all;
    while (all.size() < size && any() % 6 != 0)
      all += directory_entry(cookie + any() % 3, names[any() % 4], static_cast<wasi::Filetype>(any() % 9));
    if (!all.empty() && any() % 4 == 0) all[16] = static_cast<char>(any());
    std::memcpy(room, all.data(), all.size() < size ? all.size() : size);
    *out = static_cast<wasi::Size>(all.size() < size ? all.size() : size);
    return any() % 8 == 0 ? answer(out, size) : status();
  }
  s32 clock_time_get(u32, u64, wasi::Timestamp* out) override {
    *out = now_ += any() % 2 * 1'000'000;
    return answer();
  }
  s32 poll_oneoff(const wasi::Subscription*, wasi::Event* event, u32, wasi::Size* out) override {
    *out = any() % 2;
    event->error = any() % 3 == 0 ? static_cast<Errno>(any() % statuses) : Errno::success;
    return status();
  }
  s32 random_get(u8*, u32) override { return answer(); }
  s32 fd_filestat_get(u32, wasi::Filestat* out) override { return facts(*out); }
  s32 fd_filestat_set_size(u32, u64) override { return status(); }
  s32 path_filestat_get(u32, u32, const char*, usize, wasi::Filestat* out) override { return facts(*out); }
  s32 path_create_directory(u32, const char*, usize) override { return status(); }
  s32 path_remove_directory(u32, const char*, usize) override { return status(); }
  s32 path_unlink_file(u32, const char*, usize) override { return status(); }

 private:
  std::uint32_t any() { return static_cast<std::uint32_t>(random_()); }
  s32 status() {
    if (same_ >= 0) return same_;
    return any() % 3 != 0 ? 0 : static_cast<s32>(any() % 4 == 0 ? any() : any() % statuses);
  }
  s32 facts(wasi::Filestat& out) {
    out = {.ino = any() % 3, .filetype = static_cast<wasi::Filetype>(any() % 9)};
    return status();
  }
  s32 answer() { return status(); }
  s32 answer(wasi::Size* out, wasi::Size size) {
    const s32 given = status();
    if (given == 0) *out = same_ >= 0 ? size + 1 : any() % 5 == 0 ? any() : any() % (size + 2);
    return given;
  }

  std::mt19937 random_;
  s32 same_;
  std::uint64_t now_ = 0;
};

TEST(Loops, EndOnEveryErrnoForEver) {
  for (const Loop& loop : loops) {
    SCOPED_TRACE(loop.name);
    for (int status = 0; status < statuses; ++status) {
      Hostile host(status, true);
      loop.run();
      const bool is_retried = status == static_cast<int>(Errno::again) || status == static_cast<int>(Errno::intr);
      EXPECT_LE(host.calls, is_retried || status == 0 ? host.most_calls : 1100U) << status;
    }
  }
}

TEST(Loops, EndWhateverTheHostAnswers) {
  for (const Loop& loop : loops) {
    SCOPED_TRACE(loop.name);
    std::uint64_t calls = 0;
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
      Hostile host(seed);
      loop.run();
      calls += host.calls;
    }
    EXPECT_GT(calls, 0U);
  }
}

// A clock that stands still, on a host that comes back from every wait.
TEST(Loops, SleepEndsWhereTheClockStandsStill) {
  struct Still : Host {
    s32 fd_close(std::uint32_t) override { return 0; }
    s32 clock_time_get(u32, u64, wasi::Timestamp* out) override {
      *out = 7;
      return 0;
    }
    s32 poll_oneoff(const wasi::Subscription*, wasi::Event*, u32, wasi::Size* out) override {
      *out = 0;
      return 0;
    }
  } host;
  host.most_calls = 3 * patience;
  EXPECT_EQ(barewasi::sleep(barewasi::seconds(1)).error(), Errno::io);
}

}  // namespace
