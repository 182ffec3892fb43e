// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tree → Ast, through one grammar for all dialects. A wrong form is reported once, left out or marked broken, and the next one
// is read as if nothing had happened. What a form means is not asked here.
#pragma once

#include "diagnostics/diagnostics.h"
#include "syntax/ast.h"
#include "syntax/tree.h"

namespace syntax {

[[nodiscard]] Ast parse(const Tree& tree, diagnostics::Sink& diagnostics);

}  // namespace syntax
