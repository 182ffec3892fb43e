// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fingerprints by which GitHub's code scanning recognises a line that moved: the same ones that its upload action computes
// where a report has none. What follows is a fact about that action, and only reports for GitHub use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

// For each line of a text, and for what stands behind the last ending, a hash of what is written from there on and, behind a
// colon, how often the hash has occurred so far: "271789c17abda88f:1".
[[nodiscard]] std::vector<std::string> line_hashes(std::string_view text);

}  // namespace report
