// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Whole files, and who closes them, on a host where each step can fail.

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "barewasi/files.hpp"
#include "fake_host.h"

namespace {

using fake::Errno;
using fake::Host;

struct File : Host {
  File() { fake::use(*this); }
  Status fd_prestat_get(std::uint32_t fd, wasi::Prestat* out) override {
    *out = wasi::Prestat::dir({.pr_name_len = 1});
    return fd == 3 ? 0 : badf;
  }
  Status fd_prestat_dir_name(std::uint32_t, std::uint8_t* room, std::uint32_t) override {
    *room = '/';
    return 0;
  }
  Status path_open(std::uint32_t, const std::string&, wasi::Fd* out) override {
    *out = wasi::Fd(9);
    return static_cast<Status>(opened);
  }
  Status fd_write(std::uint32_t, const wasi::Ciovec* pieces, std::size_t, wasi::Size* out) override {
    if (written == Errno::success) *out = pieces->buf_len;
    return static_cast<Status>(written);
  }
  Status fd_close(std::uint32_t fd) override {
    EXPECT_EQ(fd, 9U);
    ++closings;
    return static_cast<Status>(closed);
  }

  Errno opened = Errno::success;
  Errno written = Errno::success;
  Errno closed = Errno::success;
  int closings = 0;
};

// The list of preopens is read once in the life of a program: before any test, from this host.
struct OneRoot : testing::Environment {
  void SetUp() override {
    File host;
    ASSERT_TRUE(barewasi::preopen("/"));
  }
};
const auto* const one_root = testing::AddGlobalTestEnvironment(new OneRoot);

TEST(WholeFiles, TheFirstErrorIsTheAnswer) {
  struct Case {
    Errno opened, written, closed, answer;
    int closings;
  };
  constexpr auto ok = Errno::success;
  constexpr Case cases[] = {
      {ok, ok, ok, ok, 1},
      {Errno::noent, ok, ok, Errno::noent, 0},
      {ok, Errno::nospc, ok, Errno::nospc, 1},
      {ok, ok, Errno::dquot, Errno::dquot, 1},
      {ok, Errno::nospc, Errno::dquot, Errno::nospc, 1},
  };
  for (const Case& one : cases) {
    File host;
    host.opened = one.opened;
    host.written = one.written;
    host.closed = one.closed;
    EXPECT_EQ(barewasi::write_file("/name", "text").error(), one.answer);
    EXPECT_EQ(host.closings, one.closings);
    EXPECT_EQ(barewasi::append_to_file("/name", "text").error(), one.answer);
    EXPECT_EQ(host.closings, 2 * one.closings);
  }
}

static_assert(!std::is_copy_constructible_v<barewasi::UniqueFd>);
template <class T>
concept CanBeAsked = requires(T fd) { *static_cast<T&&>(fd); };
static_assert(CanBeAsked<barewasi::UniqueFd&> && CanBeAsked<const barewasi::UniqueFd&>);
// It would be closed before anybody could use it.
static_assert(!CanBeAsked<barewasi::UniqueFd>);

TEST(UniqueFds, AreClosedOnceAndSayHowThatWent) {
  File host;
  host.closed = Errno::io;
  {
    barewasi::UniqueFd one = barewasi::create("/name");
    ASSERT_TRUE(one);
    EXPECT_EQ((*one).value, 9U);
    barewasi::UniqueFd other = static_cast<barewasi::UniqueFd&&>(one);
    EXPECT_EQ(one.error(), Errno::badf);
    EXPECT_EQ(host.closings, 0);
    EXPECT_EQ(other.close().error(), Errno::io);
    EXPECT_EQ(host.closings, 1);
    EXPECT_EQ(other.close().error(), Errno::badf);
    other = barewasi::open_to_read("/name");
    EXPECT_TRUE(other);
    other = barewasi::UniqueFd();
    EXPECT_EQ(host.closings, 2);
    EXPECT_EQ(barewasi::open_directory("/name").release().value, 9U);
    other = barewasi::open_to_append("/name");
  }
  EXPECT_EQ(host.closings, 3);
}

}  // namespace
