// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Whole files, and who closes them, on a host where each step can fail.

#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <vector>

#include <barewasi/fake_host.hpp>
#include "barewasi/files.hpp"

namespace {

using barewasi::Call;
using barewasi::FakeHost;
using wasi::Errno;

struct Failure {
  Call call;
  Errno error;
};

TEST(WholeFiles, TheFirstErrorIsTheAnswer) {
  struct Case {
    std::vector<Failure> failures;
    Errno answer;
    unsigned closings;
  };
  const Case cases[] = {
      {{}, Errno::success, 1},
      {{{Call::path_open, Errno::noent}}, Errno::noent, 0},
      {{{Call::fd_write, Errno::nospc}}, Errno::nospc, 1},
      {{{Call::fd_close, Errno::dquot}}, Errno::dquot, 1},
      {{{Call::fd_write, Errno::nospc}, {Call::fd_close, Errno::dquot}}, Errno::nospc, 1},
  };
  for (const Case& one : cases) {
    for (const bool appends : {false, true}) {
      FakeHost host;
      for (const Failure& failure : one.failures) host.fail(failure.call, failure.error);
      const auto written = appends ? barewasi::append_to_file("/name", "text") : barewasi::write_file("/name", "text");
      EXPECT_EQ(written.error(), one.answer);
      EXPECT_EQ(host.calls_of(Call::fd_close), one.closings);
    }
  }
}

static_assert(!std::is_copy_constructible_v<barewasi::UniqueFd>);
template <class T>
concept CanBeAsked = requires(T fd) { *static_cast<T&&>(fd); };
static_assert(CanBeAsked<barewasi::UniqueFd&> && CanBeAsked<const barewasi::UniqueFd&>);
// It would be closed before anybody could use it.
static_assert(!CanBeAsked<barewasi::UniqueFd>);

TEST(UniqueFds, AreClosedOnceAndSayHowThatWent) {
  FakeHost host;
  host.fail(Call::fd_close, Errno::io);
  {
    barewasi::UniqueFd one = barewasi::create("/name");
    ASSERT_TRUE(one);
    const wasi::Fd number = *one;
    barewasi::UniqueFd other = static_cast<barewasi::UniqueFd&&>(one);
    EXPECT_EQ(one.error(), Errno::badf);
    EXPECT_EQ((*other).value, number.value);
    EXPECT_EQ(host.calls_of(Call::fd_close), 0U);
    EXPECT_EQ(other.close().error(), Errno::io);
    EXPECT_EQ(host.calls_of(Call::fd_close), 1U);
    EXPECT_EQ(other.close().error(), Errno::badf);
    EXPECT_EQ(host.calls_of(Call::fd_close), 1U);
    other = barewasi::open_to_read("/name");
    EXPECT_TRUE(other);
    other = barewasi::UniqueFd();
    EXPECT_EQ(host.calls_of(Call::fd_close), 2U);
    EXPECT_EQ(host.open_descriptors(), 1U);
    (void)barewasi::open_directory("/").release();
    EXPECT_EQ(host.open_descriptors(), 2U);
    other = barewasi::open_to_append("/name");
    EXPECT_EQ(host.open_descriptors(), 3U);
  }
  EXPECT_EQ(host.open_descriptors(), 2U);
}

}  // namespace
