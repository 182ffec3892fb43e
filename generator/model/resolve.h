// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Ast → Model: names find what they name, and what the dialects write differently becomes one thing. Reports names that are
// unknown, defined twice, of the wrong kind or part of themselves, and forms that only names can show to be wrong. Whether a
// well-formed model makes sense is asked by validate/.
#pragma once

#include "diagnostics/diagnostics.h"
#include "model/types.h"
#include "support/source.h"
#include "syntax/dialect.h"
#include "syntax/load.h"

namespace model {

// What could not be resolved is Unknown in the model and reported.
[[nodiscard]] Model resolve(const syntax::Document& document, syntax::Dialect dialect, const support::Sources& sources,
                            diagnostics::Sink& diagnostics);

}  // namespace model
