// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Clocks, and waiting.
//
//   const auto start = monotonic_time();
//   (void)sleep(milliseconds(20));

#include <barewasi/detail/wasi_types.hpp>
#include <barewasi/duration.hpp>

namespace barewasi {

/// Since a moment that does not change while the program runs: for differences.
[[nodiscard]] wasi::Result<Duration> monotonic_time() noexcept;

/// Since the beginning of 1970, UTC. It may be set back and forth.
[[nodiscard]] wasi::Result<Duration> real_time() noexcept;

/// Returns when this much time has passed, not before. `io` when the clock stands still.
[[nodiscard]] wasi::Result<> sleep(Duration duration) noexcept;

}  // namespace barewasi
