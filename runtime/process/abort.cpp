// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The default end of a failed program: a trap. It imports nothing, ends on every
// engine, and leaves the host alive. abort_by_signal.cpp is the other choice.

#include "barewasi/exit.hpp"

extern "C" void abort(void) { __builtin_trap(); }
