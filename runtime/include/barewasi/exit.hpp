// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Ways for a program to end, other than returning from main. The names are C's.
//
// The host gets `status` as it is. Status 0 to 125 arrives unchanged everywhere;
// some engines refuse larger ones, others keep the lowest eight bits.

#ifndef __wasm__
// The runtime compiled for a host, for tests: its own.
#include <stdlib.h>
#else

extern "C" {

/// Runs destructors and atexit functions, newest first, then ends the program.
[[noreturn]] void exit(int status);

/// Ends the program at once.
[[noreturn]] void _Exit(int status);

/// Registers `function` to run at exit. Returns 0, or -1 when out of memory.
int atexit(void (*function)(void));

/// Ends the program as a failure, by a trap. Nothing is printed and nothing
/// registered runs: see panic.hpp for an end that says why.
[[noreturn]] void abort(void);

}  // extern "C"

#endif
