// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What C's assert calls: see libc/include/assert.h.

#include "barewasi/panic.hpp"

extern "C" [[noreturn]] void __barewasi_assertion_failed(const char* condition, const char* file, unsigned line);

extern "C" [[noreturn]] void __barewasi_assertion_failed(const char* condition, const char* file, unsigned line) {
  barewasi::detail::assertion_failed(file, line, condition, __builtin_strlen(condition));
}
