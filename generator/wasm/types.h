// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types as a module's bytes have them: of values, of functions, of what structs and arrays hold.
#pragma once

#include <cstdint>

#include "wasm/cursor.h"
#include "wasm/module.h"

namespace wasm {

// `types`: how many types there are to refer to.
[[nodiscard]] ValueType read_value_type(Cursor& in, std::size_t types);
[[nodiscard]] Limits read_limits(Cursor& in);
// A table's kind of element and its size.
void read_table_type(Cursor& in, std::size_t types);
// Of a table of the module's own: whether an expression follows its type, of what its elements are at first.
[[nodiscard]] bool read_table_begin(Cursor& in);
void read_global_type(Cursor& in, std::size_t types);

// One entry of the type section, which may be a group whose types refer to each other, is put behind `types`.
void read_type_group(Cursor& in, std::vector<std::optional<FunctionType>>& types);

}  // namespace wasm
