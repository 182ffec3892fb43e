// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

#include "draw/drawing.h"

namespace draw {

// The drawing as lines of at most 64 columns: boxes of eight units a row, padding shaded.
[[nodiscard]] std::string terminal_text(const Drawing& drawing);

}  // namespace draw
