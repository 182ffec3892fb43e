// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: invalid operands to binary expression \('(const )?(wasi::)?Fd' and 'int'\)
// gcc: no match for .operator\+. \(operand types are .*Fd. and .int.\)
#include <wasi/preview1.hpp>

#if defined(MISUSE)
auto next = wasi::stdout_fd + 1;
#else
auto next = wasi::Fd(wasi::stdout_fd.value + 1);
#endif
