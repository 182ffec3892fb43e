// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A module is entered once. An engine, or the program itself, that does so again
// would run its constructors on objects that exist: that is a trap.

namespace {

// A variable of the machine's own, outside memory: that is how it costs the
// fewest bytes. clang translates such a one only as long as it stays an int, and
// volatile keeps the optimiser from making a bool of it.
constexpr int machine_variables = 1;
volatile int [[clang::address_space(machine_variables)]] entered = 0;

[[gnu::always_inline]] inline void enter_once() noexcept {
  if (entered != 0) __builtin_trap();
  entered = 1;
}

}  // namespace
