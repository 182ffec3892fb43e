// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a host may do in the middle of a call that the runtime makes several times: fail late, take too much, take it back.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "barewasi/directory.hpp"
#include "barewasi/files.hpp"
#include "barewasi/io.hpp"
#include "barewasi/random.hpp"
#include "barewasi/time.hpp"
#include "hosts.h"

namespace {

// How often a program that is linked with something that waits would have waited, and for what.
struct Blocked {
  unsigned fd;
  bool to_write;
  bool operator==(const Blocked&) const = default;
};
std::vector<Blocked> blocked;

}  // namespace

extern "C" void __barewasi_would_block(unsigned fd, bool to_write) {
  // Tests that refuse for ever are not for counting.
  if (blocked.size() < 100) blocked.push_back({fd, to_write});
}

namespace {

using barewasi::Host;
using barewasi::Str;
using barewasi::detail::Piece;
using wasi::Errno;

// Takes one byte a call, until call `failing`, which fails.
struct Failing : Host {
  explicit Failing(std::uint64_t call) : failing(call) {}

  s32 fd_write(u32, const wasi::Ciovec* pieces, usize count, wasi::Size* out) override {
    if (calls == failing) return number(Errno::nospc);
    for (usize i = 0; i < count; ++i) {
      if (pieces[i].buf_len == 0) continue;
      got += static_cast<char>(*pieces[i].buf);
      *out = 1;
      return 0;
    }
    *out = 0;
    return 0;
  }

  std::uint64_t failing;
  std::string got;
};

// The first call is an attempt that decides nothing; from the second on, an error ends it.
TEST(WritingPieces, AnErrorInAnyPieceIsTheAnswer) {
  const std::vector<std::string> texts = {"ab", "c", "def"};
  std::vector<Piece> pieces;
  for (const std::string& text : texts) pieces.push_back({text.data(), text.size()});
  for (std::uint64_t call = 2; call <= 6; ++call) {
    Failing host(call);
    EXPECT_EQ(barewasi::detail::write_pieces(barewasi::standard_output, pieces.data(), pieces.size()),
              number(Errno::nospc))
        << call;
    EXPECT_EQ(host.got, std::string("abcdef").substr(0, call - 1)) << call;
    EXPECT_EQ(host.calls, call);
  }
  Failing never(100);
  EXPECT_EQ(barewasi::detail::write_pieces(barewasi::standard_output, pieces.data(), pieces.size()), 0);
  EXPECT_EQ(never.got, "abcdef");
}

TEST(WritingPieces, AHostThatTakesMoreThanThereIsHasFailed) {
  struct Greedy : Host {
    s32 fd_write(u32, const wasi::Ciovec*, usize, wasi::Size* out) override {
      *out = taken;
      return 0;
    }
    wasi::Size taken = 0;
  };
  const Piece pieces[] = {{"ab", 2}, {"", 0}, {"c", 1}};
  for (const wasi::Size taken : {3U, 4U, 5U, 1000U, ~0U}) {
    Greedy host;
    host.taken = taken;
    EXPECT_EQ(barewasi::detail::write_pieces(barewasi::standard_output, pieces, 3), taken == 3 ? 0 : number(Errno::io))
        << taken;
  }
}

// ---- Directories ----------------------------------------------------------------------------------------------------

// An entry, then a failure; asked again after it, another entry.
TEST(Directories, ThatFailedStayAtTheirEnd) {
  struct Folder : Host {
    s32 fd_readdir(u32, std::uint8_t* room, wasi::Size, std::uint64_t, wasi::Size* out) override {
      if (calls % 2 == 0) return number(Errno::io);
      const std::string entry = directory_entry(calls, "name");
      std::memcpy(room, entry.data(), entry.size());
      *out = static_cast<wasi::Size>(entry.size());
      return 0;
    }
  } host;
  barewasi::Directory directory(wasi::Fd(5));
  EXPECT_NE(directory.next(), nullptr);
  for (int i = 0; i < 40; ++i) {
    EXPECT_EQ(directory.next(), nullptr);
    EXPECT_EQ(directory.error(), Errno::io);
  }
  EXPECT_EQ(host.calls, 2U);
}

// ---- Random numbers -------------------------------------------------------------------------------------------------

TEST(RandomBytes, AreAskedForInPortionsThatEveryHostGives) {
  struct Dice : Host {
    s32 random_get(std::uint8_t* room, wasi::Size size) override {
      sizes.push_back(size);
      std::memset(room, static_cast<int>(sizes.size()), size);
      return 0;
    }
    std::vector<wasi::Size> sizes;
  };
  const std::vector<std::pair<std::size_t, std::vector<wasi::Size>>> rows = {{0, {}},
                                                                             {1, {1}},
                                                                             {65535, {65535}},
                                                                             {65536, {65536}},
                                                                             {65537, {65536, 1}},
                                                                             {200'000, {65536, 65536, 65536, 3392}}};
  for (const auto& [size, portions] : rows) {
    Dice host;
    std::vector<witx::u8> room(size);
    EXPECT_TRUE(barewasi::random_bytes({room.data(), room.size()})) << size;
    EXPECT_EQ(host.sizes, portions) << size;
    for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(room[i], i / 65536 + 1) << size << ' ' << i;
  }
}

// ---- Waiting --------------------------------------------------------------------------------------------------------

TEST(Waiting, ComesBetweenARefusalAndTheNextAttempt) {
  struct Busy : Host {
    s32 fd_write(u32, const wasi::Ciovec* pieces, usize, wasi::Size* out) override {
      if (calls <= refusals) return number(Errno::again);
      *out = pieces->buf_len;
      return 0;
    }
    s32 fd_read(u32, const wasi::Iovec*, usize, wasi::Size* out) override {
      if (calls <= refusals) return number(Errno::again);
      *out = 0;
      return 0;
    }
    std::uint64_t refusals = 0;
  };
  for (const std::uint64_t refusals : {0U, 1U, 2U, 5U}) {
    Busy writing;
    writing.refusals = refusals;
    blocked.clear();
    EXPECT_EQ(barewasi::detail::write_bytes(barewasi::Descriptor(7), "text", 4), 0);
    EXPECT_EQ(blocked, std::vector<Blocked>(refusals, Blocked{7, true}));
    Busy reading;
    reading.refusals = refusals;
    blocked.clear();
    char room[4];
    EXPECT_TRUE(barewasi::read_some(wasi::Fd(9), room));
    EXPECT_EQ(blocked, std::vector<Blocked>(refusals, Blocked{9, false}));
  }
}

TEST(Waiting, FailsAsTheHostDoes) {
  struct Clock : Host {
    s32 clock_time_get(u32, u64, wasi::Timestamp* out) override {
      *out = 0;
      return 0;
    }
    s32 poll_oneoff(const wasi::Subscription*, wasi::Event* events, u32, wasi::Size* out) override {
      if (by_status) return number(error);
      events[0].error = error;
      *out = 1;
      return 0;
    }
    bool by_status = true;
    Errno error = Errno::success;
  };
  for (const Errno error : {Errno::inval, Errno::io, Errno::nosys, Errno::nomem}) {
    for (const bool by_status : {true, false}) {
      Clock host;
      host.by_status = by_status;
      host.error = error;
      EXPECT_EQ(barewasi::sleep(barewasi::milliseconds(5)).error(), error) << by_status;
    }
  }
}

}  // namespace
