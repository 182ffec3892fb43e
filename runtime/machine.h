// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Variables of the machine's own, outside memory: that is how one costs the fewest
// bytes, where it is read and where it is written.
//
//   MachineVariable counter = 0;
//
// They begin as 0. clang translates such a variable only as long as it stays an
// int, and volatile keeps the optimiser from making something else of it; without
// optimisation it translates none, and there they are in memory.

namespace barewasi {

#ifdef __OPTIMIZE__
using MachineVariable = volatile int __attribute__((address_space(1)));
#else
using MachineVariable = volatile int;
#endif

}  // namespace barewasi
