// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/time.hpp"

namespace barewasi {
namespace {

wasi::Result<Duration> read(wasi::Clockid clock) noexcept {
  const auto now = host::clock(clock);
  if (!now) return now.error();
  return nanoseconds(*now);
}

}  // namespace

wasi::Result<Duration> monotonic_time() noexcept { return read(wasi::Clockid::monotonic); }

wasi::Result<Duration> real_time() noexcept { return read(wasi::Clockid::realtime); }

}  // namespace barewasi
