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

#include "../host.h"
#include "../wasm_global.h"

/// Made by the linker: where the stack ends, downwards.
extern "C" barewasi::host::StringTableSizes __stack_low[];

namespace barewasi {

/// The last that programs may not choose for their constructors: theirs are 101 and above.
inline constexpr int before_all_others = 100;

/// Ends the program if a call for a table went wrong.
void require_string_table(host::Status status) noexcept;

/// The address of pages with room for that many bytes, or as many pointers and a null
/// pointer behind them. They are zero and live as long as the program. Ends the program
/// when the engine has no more, or when `status`, the answer that came with the size,
/// is that there is none.
[[nodiscard]] int string_table_pages(host::Status status, const wasi::Size& size) noexcept;

using ReadSizes = host::Status (*)(host::StringTableSizes&);
using ReadStrings = host::Status (*)(char**, char*);

/// Sets `strings` to the address of the table's pointers; behind the last is a null pointer.
template <ReadSizes read_sizes, ReadStrings read_strings>
[[gnu::always_inline]] inline void read_string_table(WasmGlobal& strings) noexcept {
  // Before main nobody is that deep in the stack; and where addresses are small,
  // code is short. Not the very first: there are those who take 0 for no address.
  host::StringTableSizes& sizes = __stack_low[1];
  strings = string_table_pages(read_sizes(sizes), sizes.count);
  require_string_table(read_strings(reinterpret_cast<char**>(strings),
                                    reinterpret_cast<char*>(string_table_pages(host::ok, sizes.bytes))));
}

}  // namespace barewasi
