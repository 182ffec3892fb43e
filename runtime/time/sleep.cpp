// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/time.hpp"

namespace barewasi {

// The clock says when it is over: a host may wake us early, and some report no
// event at all. Timeouts are relative, which is what all engines can do.
wasi::Result<> sleep(Duration duration) noexcept {
  const auto start = monotonic_time();
  if (!start) return start.error();
  for (Duration rest = duration; rest != Duration{};) {
    const auto waited = prim::wait(rest.nanoseconds);
    if (!waited && waited.error() != wasi::Errno::intr) return waited;
    const auto now = monotonic_time();
    if (!now) return now.error();
    const Duration passed = *now - *start;
    rest = passed < duration ? duration - passed : Duration{};
  }
  return {};
}

}  // namespace barewasi
