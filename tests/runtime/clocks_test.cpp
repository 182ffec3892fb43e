// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Time, by a clock that says anything.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "barewasi/time.hpp"
#include "hosts.h"

namespace {

using barewasi::Duration;
using wasi::Errno;

// Says one time after the other, and the last for ever; notes how long it is asked to wait.
struct Clock : barewasi::Host {
  explicit Clock(std::vector<std::uint64_t> all) : times(std::move(all)) {}

  s32 clock_time_get(u32, u64, wasi::Timestamp* out) override {
    *out = times[next];
    if (next + 1 < times.size()) ++next;
    return 0;
  }
  s32 poll_oneoff(const wasi::Subscription* wanted, wasi::Event*, u32, wasi::Size* out) override {
    waits.push_back(wanted->u.payload.clock.timeout);
    *out = 0;
    return 0;
  }

  std::vector<std::uint64_t> times;
  std::size_t next = 0;
  std::vector<std::uint64_t> waits;
};

TEST(Clocks, ATimeBehindTheLongestIsTheLongest) {
  constexpr std::uint64_t longest = std::numeric_limits<std::int64_t>::max();
  for (const std::uint64_t said : {std::uint64_t{0}, longest, longest + 1, ~std::uint64_t{0}}) {
    Clock clock({said});
    EXPECT_EQ(*barewasi::real_time(), Duration{static_cast<std::int64_t>(std::min(said, longest))});
  }
}

TEST(Clocks, SleepWaitsForWhatIsLeft) {
  Clock clock({1000, 1400, 1900, 2500});
  EXPECT_TRUE(barewasi::sleep(barewasi::nanoseconds(1000)));
  EXPECT_EQ(clock.waits, (std::vector<std::uint64_t>{1000, 600, 100}));
}

TEST(Clocks, SleepOfNothingOrLessDoesNotWait) {
  for (const Duration duration : {Duration{}, barewasi::seconds(-1), Duration::longest_back()}) {
    Clock clock({5});
    EXPECT_TRUE(barewasi::sleep(duration));
    EXPECT_TRUE(clock.waits.empty());
  }
}

TEST(Clocks, AClockThatGoesBackHasBeenFarEnough) {
  Clock clock({1000, 999});
  EXPECT_TRUE(barewasi::sleep(barewasi::seconds(1)));
  EXPECT_EQ(clock.waits.size(), 1U);
}

}  // namespace
