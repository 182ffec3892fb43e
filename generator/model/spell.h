// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types as a specification writes them.
#pragma once

#include <string>
#include <string_view>

#include "model/types.h"

namespace model {

// "u8", "char8", "usize": without the "@witx" that some need where they are written.
[[nodiscard]] std::string_view word(Primitive primitive);
// "u8", ...
[[nodiscard]] std::string_view word(Repr repr);

// In one line, such as "(list $ciovec)"; what has members of its own is cut short: "(record ...)".
[[nodiscard]] std::string witx_type(const Model& model, TypeId id);

}  // namespace model
