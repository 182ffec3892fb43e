// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/args.hpp"
#include "string_table.h"

namespace barewasi {
namespace {

WasmGlobal strings = 0;

[[gnu::constructor(before_all_others)]] void read_environment() noexcept {
  read_string_table<host::environ_sizes, host::environ>(strings);
}

}  // namespace

StringList environment() noexcept { return StringList(reinterpret_cast<char**>(strings)); }

}  // namespace barewasi
