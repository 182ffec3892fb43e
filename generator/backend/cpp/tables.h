// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace backend::cpp {

// Texts as string literals that each end with a zero, as many a line as fit, for a table that the templates write; "nullptr"
// where it is not wanted.
[[nodiscard]] std::string packed_texts(const std::vector<std::string>& texts, bool wanted, std::size_t columns);

// Enumerators, as many a line as fit, with the comma behind the last.
[[nodiscard]] std::string packed_enumerators(const std::vector<std::string>& enumerators, std::size_t columns);

}  // namespace backend::cpp
