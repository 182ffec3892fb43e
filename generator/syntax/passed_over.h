// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "diagnostics/diagnostics.h"
#include "syntax/reader.h"

namespace syntax {

// Readers of witx pass over forms that begin with another '@'. Whoever wrote one may have counted on it: each that is nearly
// '@witx' or '@interface' is told, of the others each name.
void report_passed_over(const Reader& reader, diagnostics::Sink& diagnostics);

}  // namespace syntax
