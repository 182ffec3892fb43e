// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdint>
#include <string>

#include "syntax/tree.h"

namespace syntax {

// The documentation that the comments right before a token make: those that begin with `;;;` or `(;;`, less what they are all
// indented by, joined by '\n' without a final one. Blank lines do not end the run of comments.
[[nodiscard]] std::string docs_before(const Tree& tree, std::uint32_t token);

}  // namespace syntax
