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
#include "barewasi/io.hpp"
#include "barewasi/lines.hpp"
#include "barewasi/random.hpp"
#include "barewasi/time.hpp"
#include "fake_host.h"
#include "files/preopens.h"

namespace {

using fake::Errno;
using fake::Host;

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
  explicit Hostile(Status same, bool) : random_(1), same_(same) { most_calls = 3 * patience; }

  Status fd_write(std::uint32_t, const wasi::Ciovec* pieces, std::size_t, wasi::Size* out) override {
    return answer(out, pieces->buf_len);
  }
  Status fd_read(std::uint32_t, const wasi::Iovec* pieces, std::size_t, wasi::Size* out) override {
    const Status given = answer(out, pieces->buf_len);
    if (given == 0) std::memset(pieces->buf, any() % 8 == 0 ? '\n' : 'x', pieces->buf_len);
    return given;
  }
  Status fd_close(std::uint32_t) override { return answer(); }
  Status fd_prestat_get(std::uint32_t, wasi::Prestat* out) override {
    *out = wasi::Prestat::dir({.pr_name_len = any() % 4 == 0 ? any() : any() % 9});
    return answer();
  }
  Status fd_prestat_dir_name(std::uint32_t, std::uint8_t* room, std::uint32_t size) override {
    if (size < 100) std::memcpy(room, "./box/../", size < 9 ? size : 9);
    return answer();
  }
  Status path_open(std::uint32_t, const std::string&, wasi::Fd*) override { return answer(); }
  Status fd_readdir(std::uint32_t, std::uint8_t* room, wasi::Size size, std::uint64_t cookie,
                    wasi::Size* out) override {
    static const char* const names[] = {".", "..", "name", ""};
    std::string all;
    while (all.size() < size && any() % 6 != 0) all += fake::directory_entry(cookie + any() % 3, names[any() % 4]);
    if (!all.empty() && any() % 4 == 0) all[16] = static_cast<char>(any());
    std::memcpy(room, all.data(), all.size() < size ? all.size() : size);
    *out = static_cast<wasi::Size>(all.size() < size ? all.size() : size);
    return any() % 8 == 0 ? answer(out, size) : status();
  }
  Status clock_time_get(std::uint64_t* out) override {
    *out = now_ += any() % 2 * 1'000'000;
    return answer();
  }
  Status poll_oneoff(const wasi::Subscription*, wasi::Event* event, wasi::Size* out) override {
    *out = any() % 2;
    event->error = any() % 3 == 0 ? static_cast<Errno>(any() % statuses) : Errno::success;
    return status();
  }
  Status random_get(std::uint8_t*, std::size_t) override { return answer(); }

 private:
  std::uint32_t any() { return static_cast<std::uint32_t>(random_()); }
  Status status() {
    if (same_ >= 0) return same_;
    return any() % 3 != 0 ? 0 : static_cast<Status>(any() % 4 == 0 ? any() : any() % statuses);
  }
  Status answer() { return status(); }
  Status answer(wasi::Size* out, wasi::Size size) {
    const Status given = status();
    if (given == 0) *out = same_ >= 0 ? size + 1 : any() % 5 == 0 ? any() : any() % (size + 2);
    return given;
  }

  std::mt19937 random_;
  Status same_;
  std::uint64_t now_ = 0;
};

TEST(Loops, EndOnEveryErrnoForEver) {
  for (const Loop& loop : loops) {
    SCOPED_TRACE(loop.name);
    for (int status = 0; status < statuses; ++status) {
      Hostile host(status, true);
      fake::use(host);
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
      fake::use(host);
      loop.run();
      calls += host.calls;
    }
    EXPECT_GT(calls, 0U);
  }
}

// A clock that stands still, on a host that comes back from every wait.
TEST(Loops, SleepEndsWhereTheClockStandsStill) {
  struct Still : Host {
    Status fd_close(std::uint32_t) override { return 0; }
    Status clock_time_get(std::uint64_t* out) override {
      *out = 7;
      return 0;
    }
    Status poll_oneoff(const wasi::Subscription*, wasi::Event*, wasi::Size* out) override {
      *out = 0;
      return 0;
    }
  } host;
  host.most_calls = 3 * patience;
  fake::use(host);
  EXPECT_EQ(barewasi::sleep(barewasi::seconds(1)).error(), Errno::io);
}

}  // namespace
