// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// abort for programs that ask for it by linking abort-by-signal.o: the host is
// told SIGABRT first. What it does then differs: some return (with four different
// codes), some exit, Node ends its own process. So a trap follows, always.

#include "../host.h"
#include "barewasi/exit.hpp"

extern "C" void abort(void) {
  barewasi::host::raise_abort();
  __builtin_trap();
}
