// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The arguments and the environment come from the host in one shape: a count
// of strings, a count of bytes, then a table of pointers and the bytes they
// point into. This is the part that both share.
//
// A program that cannot be given its own arguments has nothing sensible to do:
// it ends with a line on stderr and status 71 (EX_OSERR of sysexits).

#include "../mem/area.h"
#include "../prim.h"

namespace barewasi {

struct StringTable {
  /// `count` strings, then a null pointer.
  char** strings = nullptr;
  int count = 0;
};

[[noreturn]] void string_table_failed() noexcept;

/// Memory for the table and its strings, which live as long as the program.
/// Ends the program when the sizes make no sense or there is no room.
[[nodiscard]] char** string_table_memory(const prim::StringTableSizes& sizes) noexcept;

using ReadSizes = wasi::Errno (*)(prim::StringTableSizes&);
using ReadStrings = wasi::Errno (*)(char**, char*);

template <ReadSizes read_sizes, ReadStrings read_strings>
[[nodiscard]] StringTable read_string_table() noexcept {
  prim::StringTableSizes sizes;
  if (read_sizes(sizes) != wasi::Errno::success) string_table_failed();

  char** const strings = string_table_memory(sizes);
  char* const bytes = reinterpret_cast<char*>(strings + sizes.count + 1);
  if (read_strings(strings, bytes) != wasi::Errno::success) string_table_failed();

  // The last pointer stays null: the memory came zeroed.
  return {.strings = strings, .count = static_cast<int>(sizes.count)};
}

}  // namespace barewasi
