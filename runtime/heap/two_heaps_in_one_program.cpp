// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The linker names this file when a program has a malloc of its own, or that of
// another library, and calls something of this heap's besides; its name is the error
// message. docs/troubleshooting.md says what to do.

#include "allocate.cpp"
