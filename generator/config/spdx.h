// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The grammar of SPDX license expressions. It decides what may stand behind "SPDX-License-Identifier:" in generated files: one line
// of harmless characters. Which identifiers SPDX lists changes with every version, so any that is well-formed passes.
#pragma once

#include <string_view>

namespace config {

// "MIT", "Apache-2.0 WITH LLVM-exception", "(GPL-2.0-or-later OR LicenseRef-ours) AND BSD-3-Clause".
[[nodiscard]] bool is_spdx_expression(std::string_view text);

// The word for no license at all, "none" in letters of either case. It is not an expression and not a part of one.
[[nodiscard]] bool is_no_license(std::string_view text);

// Either of them.
[[nodiscard]] bool is_license(std::string_view text);

// All that occurs in one, as a regular expression: what a schema can say.
inline constexpr std::string_view spdx_characters = "^[-A-Za-z0-9.+:() ]*$";

}  // namespace config
