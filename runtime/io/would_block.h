// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A descriptor may say "not now" for as long as whoever is at its other end takes;
// that is not an error, but neither may a program that can only ask again hang for
// ever. Counted in these, an unsigned number is full, and 0, after 2^22 refusals in
// a row, without a byte in between; that takes seconds.

#include "../host.h"

namespace barewasi {

inline constexpr unsigned refusal = 1u << 10;

/// Whether a host says that it has to be asked again: `again` or `intr`, and nothing
/// else. A product is 0 where one of its factors is: of these two at most one is even,
/// so no other number wraps to 0.
constexpr bool is_refusal(host::Status status) noexcept {
  constexpr unsigned again = static_cast<unsigned>(wasi::Errno::again);
  constexpr unsigned intr = static_cast<unsigned>(wasi::Errno::intr);
  static_assert((intr - again) % 2 == 1);
  const auto number = static_cast<unsigned>(status);
  return (number - again) * (number - intr) == 0;
}

}  // namespace barewasi

/// Called between one refusal and the next attempt: to write, or else to read. Does
/// nothing, or waits where the program is linked with wait-when-blocked.o.
extern "C" void __barewasi_would_block(unsigned fd, bool to_write);
