// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/args.hpp"

#include "string_table.h"

namespace barewasi {
namespace {

WasmGlobal strings = 0;

[[gnu::constructor(before_all_others)]] void read_args() noexcept {
  read_string_table<host::args_sizes, host::args>(strings);
}

}  // namespace

StringList args() noexcept { return StringList(reinterpret_cast<char**>(strings)); }

}  // namespace barewasi

// For start/main_cpp.c, which is C and hands them on to main.
extern "C" char** __barewasi_args(void) { return reinterpret_cast<char**>(barewasi::strings); }
