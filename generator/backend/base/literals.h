// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pieces of code that fit: what stands between quotes, and lists that are broken where they grow too long.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backend {

// The inside of a double-quoted literal of most languages: quotes and backslashes escaped.
[[nodiscard]] std::string escape_literal(std::string_view text);

// The same for C and C++: "??", too, which begins a trigraph.
[[nodiscard]] std::string escape_c_literal(std::string_view text);

// "a, b, c" if that ends within `columns` when it begins at column `begin` and `suffix` more characters follow; else a line
// break and as many items a line as fit, each line indented by `indent`.
[[nodiscard]] std::string wrap_items(const std::vector<std::string>& items, std::size_t begin, std::size_t suffix,
                                     std::size_t indent, std::size_t columns);

}  // namespace backend
