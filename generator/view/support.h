// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which parts of what generated C++ headers share this one takes: its reader shall not have to read more.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace view {

// Adds the keys that begin with uses_, and needs_support, to a view-model that is otherwise complete. What is spelled anywhere
// in its types and functions is used; names, messages and operators come with the typed layer alone.
void add_support(nlohmann::json& view);

}  // namespace view
