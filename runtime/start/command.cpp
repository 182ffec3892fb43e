// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// crt1-command.o: the entry of a program that runs once and ends.
//
// It stays a native object, also where everything else is bitcode: main is
// reached through __main_void, a name the linker must still be able to look up
// in libc.a after link-time optimisation.

#include "../host.h"
#include "contracts.h"
#include "once.h"

extern "C" {
// Made by the linker. Naming it here tells the linker that we run the
// constructors ourselves; otherwise it would run them around every export.
void __wasm_call_ctors(void);

// main, whatever its spelling: see main_void.c.
int __main_void(void);

// Destructors and atexit functions. at_exit.cpp has the real one; it is linked,
// and takes this one's place, only where the program registers something.
[[gnu::weak]] void __barewasi_run_at_exit(void) {}
}

extern "C" [[clang::export_name("_start")]] void _start(void) {
  enter_once();

  __wasm_call_ctors();
  const int status = __main_void();
  __barewasi_run_at_exit();
  if (status != 0) barewasi::host::exit_process_at_last(status);
}
