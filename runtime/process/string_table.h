// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The arguments and the environment come from the host in one shape: a count
// of strings, a count of bytes, then a table of pointers and the bytes they
// point into. This is the part that both share.
//
// A program that cannot be given its own arguments has nothing sensible to do:
// it ends with a line on stderr and status 71 (EX_OSERR of sysexits).

#include "../prim.h"

namespace barewasi {

/// What the host said last about the size of a table.
extern prim::StringTableSizes string_table_sizes;

/// Ends the program if a call for a table went wrong.
void require_string_table(prim::Status status) noexcept;

/// Memory for a table of that size, given what the call that told it answered. It
/// lives as long as the program and is zero. Ends the program when the call went
/// wrong or there is no room.
[[nodiscard]] char** string_table_memory(prim::Status status) noexcept;

using ReadSizes = prim::Status (*)(prim::StringTableSizes&);
using ReadStrings = prim::Status (*)(char**, char*);

/// The table's pointers, and a null pointer behind the last.
template <ReadSizes read_sizes, ReadStrings read_strings>
[[nodiscard]] char** read_string_table() noexcept {
  char** const strings = string_table_memory(read_sizes(string_table_sizes));
  char* const bytes = reinterpret_cast<char*>(strings + string_table_sizes.count + 1);
  require_string_table(read_strings(strings, bytes));
  return strings;
}

}  // namespace barewasi
