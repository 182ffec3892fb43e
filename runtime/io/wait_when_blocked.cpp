// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// For programs that ask for it by linking wait-when-blocked.o: where a descriptor
// would block, the host is asked to wait until it does not. Not every program does,
// for it is one more import, and few descriptors ever block.

#include "../host.h"
#include "would_block.h"

// How the waiting ended changes nothing: the descriptor is asked next, and says.
extern "C" void __barewasi_would_block(unsigned fd, bool to_write) {
  (void)barewasi::host::wait_for(wasi::Fd(fd), to_write);
}
