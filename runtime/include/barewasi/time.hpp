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

/// Since the beginning of 1970, UTC, until the year 2262. It may be set back and forth: the
/// difference of two of these can be negative.
[[nodiscard]] wasi::Result<Duration> real_time() noexcept;

/// Returns when this much time has passed, not before; at once where that is none, or less.
/// `io` when the clock stands still.
[[nodiscard]] wasi::Result<> sleep(Duration duration) noexcept;

}  // namespace barewasi
