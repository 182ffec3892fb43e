// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// For objects compiled with -fstack-protector; some of Debian's compiler-rt is.
// The guard is fixed: there is no randomness without an import for it.

__UINTPTR_TYPE__ __stack_chk_guard = 0x00000affu;

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
