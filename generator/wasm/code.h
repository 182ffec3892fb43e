// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Which functions the code of a module uses.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "wasm/module.h"

namespace wasm {

// By function index: whether it is called, has its address taken, is exported, put into a table or run at the start. `bytes` must
// be those of the module. Nothing where an instruction or a segment is not known here: then no function can be said to be
// unused.
[[nodiscard]] std::optional<std::vector<bool>> used_functions(std::span<const std::uint8_t> bytes,
                                                              const Module& module);

}  // namespace wasm
