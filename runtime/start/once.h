// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A module is entered once. An engine, or the program itself, that does so again
// would run its constructors on objects that exist: that is a trap.

#include "../wasm_global.h"

namespace {

barewasi::WasmGlobal entered = 0;

[[gnu::always_inline]] inline void enter_once() noexcept {
  // Not __builtin_trap: what the compiler knows not to return it moves to the end,
  // and pays for the way around it.
  if (entered != 0) __builtin_debugtrap();
  entered = 1;
}

}  // namespace
