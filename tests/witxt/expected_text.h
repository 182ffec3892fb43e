// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a .witxt file says of an invalid document is worded as the reference words it. This table says which of our codes mean
// the same.
#pragma once

#include <span>
#include <string_view>

#include "diagnostics/codes.h"

namespace witxt {

// The codes that mean `text`, any of which will do; empty for a text that the table does not know.
[[nodiscard]] std::span<const diagnostics::Code> codes_meant(std::string_view text);

}  // namespace witxt
