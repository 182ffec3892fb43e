// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/args.hpp"

#include "string_table.h"

// For start/main_cpp.c, which is C and hands them on to main.
extern "C" char** __barewasi_args(void) {
  static constinit char** strings = nullptr;
  if (strings == nullptr) strings = barewasi::read_string_table<barewasi::prim::args_sizes, barewasi::prim::args>();
  return strings;
}

namespace barewasi {

StringList args() noexcept { return StringList(__barewasi_args()); }

}  // namespace barewasi
