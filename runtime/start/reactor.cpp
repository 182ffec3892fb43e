// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// crt1-reactor.o: the entry of a library that the host keeps and calls into.
// There is no main, and nothing runs at the end: the host never tells us.

#include "contracts.h"
#include "once.h"

extern "C" void __wasm_call_ctors(void);

extern "C" [[clang::export_name("_initialize")]] void _initialize(void) {
  enter_once();

  __wasm_call_ctors();
}
