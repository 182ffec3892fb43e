// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The arguments and the environment come from the host in one shape: a count
// of strings, a count of bytes, then a table of pointers and the bytes they
// point into. This is the part that both share.
//
// A table is read before main, by a constructor that runs ahead of the program's
// own and is part of a program only if that asks for the table. So there is no
// first call to recognise later on. A program that cannot be given its own
// arguments has nothing sensible to do: it ends with a line on stderr and status
// 71 (EX_OSERR of sysexits).

#include "../machine.h"
#include "../prim.h"

namespace barewasi {

/// The first that a library may choose for its constructors.
inline constexpr int before_all_others = 101;

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

/// The address of the table's pointers; behind the last is a null pointer.
template <ReadSizes read_sizes, ReadStrings read_strings>
[[nodiscard, gnu::always_inline]] inline int read_string_table() noexcept {
  char** const strings = string_table_memory(read_sizes(string_table_sizes));
  // Node answers `inval` when it is asked for no strings at all.
  if (const prim::usize count = string_table_sizes.count; count != 0) {
    require_string_table(read_strings(strings, reinterpret_cast<char*>(strings + count + 1)));
  }
  return reinterpret_cast<int>(strings);
}

}  // namespace barewasi
