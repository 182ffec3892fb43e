// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Instructions, read only as far as to find the next one and the functions that they name.
#pragma once

#include <cstdint>
#include <functional>

#include "wasm/cursor.h"

namespace wasm {

// Reads up to and with the `end` that closes what holds the instructions, a body or an expression, and calls `use` with the
// index of every function that one calls or refers to. False where an instruction is not known here; what follows it is then
// unread. An instruction that is cut off leaves `in` with an error.
[[nodiscard]] bool read_instructions(Cursor& in, const std::function<void(std::uint32_t)>& use);

// The type of a value, a block, or what a reference leads to: as many bytes as it has, whatever it is.
void skip_type(Cursor& in);

}  // namespace wasm
