// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang: invalid operands to binary expression \('wasi::.*Oflags' and 'wasi::.*Rights'\)
// gcc: no match for .operator\|. \(operand types are .wasi::.*Oflags. and .wasi::.*Rights.\)
#include <wasi/preview1.hpp>

#if defined(MISUSE)
auto both = wasi::Oflags::creat | wasi::Rights::fd_read;
#else
auto both = wasi::Oflags::creat | wasi::Oflags::trunc;
#endif
