// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A module is entered once. An engine, or the program itself, that does so again
// would run its constructors on objects that exist: that is a trap.

#include "../machine.h"

namespace {

volatile int [[clang::address_space(barewasi::machine_variables)]] entered = 0;

[[gnu::always_inline]] inline void enter_once() noexcept {
  if (entered != 0) __builtin_trap();
  entered = 1;
}

}  // namespace
