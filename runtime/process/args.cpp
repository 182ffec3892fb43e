// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/args.hpp"

#include "string_table.h"

namespace {

barewasi::StringTable table;

}  // namespace

// For start/main_cpp.c, which is C and hands it on to main.
extern "C" void __barewasi_args(barewasi::StringTable* out) {
  if (table.strings == nullptr) {
    table = barewasi::read_string_table<barewasi::prim::args_sizes, barewasi::prim::args>();
  }
  *out = table;
}

namespace barewasi {

StringList args() noexcept {
  StringTable found;
  __barewasi_args(&found);
  return {found.strings, static_cast<usize>(found.count)};
}

}  // namespace barewasi
