// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: cannot initialize a variable of type '(wasi::)?Errno' with an rvalue of type 'int'
// gcc: cannot convert .int. to .wasi::.*Errno. in initialization
#include <wasi/preview1.hpp>

#if defined(MISUSE)
wasi::Errno e = 8;
#else
// Written down as allowed: the value may be one that only a newer engine knows.
wasi::Errno e{8};
#endif
