// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/exit.hpp"

// Replaced by at_exit.cpp's where the program registers something.
extern "C" [[gnu::weak]] void __barewasi_run_at_exit(void) {}

extern "C" void exit(int status) {
  __barewasi_run_at_exit();
  _Exit(status);
}
