// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/time.hpp"

namespace barewasi {

namespace {

// So often a host may wake us without a moment having passed. Clocks are coarse on
// some; where one stands still, nobody waits for ever.
constexpr unsigned most_vain = 1u << 22;

}  // namespace

// The clock says when it is over: a host may wake us early, and some report no
// event at all. Timeouts are relative, which is what all engines can do.
wasi::Result<> sleep(Duration duration) noexcept {
  const auto start = monotonic_time();
  if (!start) return start.error();
  Duration last{};
  unsigned vain = 0;
  for (Duration rest = duration; rest > Duration{};) {
    const auto waited = host::wait(static_cast<wasi::Timestamp>(rest.nanoseconds));
    if (!waited && waited.error() != wasi::Errno::intr) return waited;
    const auto now = monotonic_time();
    if (!now) return now.error();
    // A clock that goes back, which this one may not, has been far enough.
    const Duration passed = *now - *start;
    rest = passed >= Duration{} ? duration - passed : Duration{};
    vain = passed == last ? vain + 1 : 0;
    last = passed;
    if (vain == most_vain) return wasi::Errno::io;
  }
  return {};
}

}  // namespace barewasi
