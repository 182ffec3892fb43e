// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a document that was rewritten is still the same to all who use it: types lie in memory as before, functions
// exchange the same with the other side, values have their names, and everything has its docs.
#pragma once

#include <optional>
#include <string>

#include "model/types.h"

namespace upgrade {

// The first thing that is not the same, worded for a user; nothing: all of `before` is in `after`, and nothing else but types.
// Neither model has errors. What handles of the oldest dialects may stand in for counts for nothing: no byte tells of it.
[[nodiscard]] std::optional<std::string> difference(const model::Model& before, const model::Model& after);

}  // namespace upgrade
