// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// WebAssembly globals: variables outside linear memory. Reading and writing one takes
// the fewest bytes of code.
//
//   WasmGlobal counter = 0;
//
// They begin as 0. clang translates such a variable only as long as it stays an
// int, and volatile keeps the optimiser from making something else of it; without
// optimisation it translates none, and there they are in memory.

namespace barewasi {

#ifdef __OPTIMIZE__
using WasmGlobal = volatile int __attribute__((address_space(1)));
#else
using WasmGlobal = volatile int;
#endif

}  // namespace barewasi
