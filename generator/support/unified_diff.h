// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace support {

struct UnifiedDiffOptions {
  std::string_view old_name;
  std::string_view new_name;
  // Unchanged lines around each change.
  std::size_t context = 3;
};

// What turns one text into the other, in the format of `diff -u`; empty if they are equal. The shortest edit by lines where the
// texts differ in at most two thousand; beyond that, the differing middle as a whole. A missing final newline is told.
[[nodiscard]] std::string unified_diff(std::string_view old_text, std::string_view new_text,
                                       const UnifiedDiffOptions& options);

}  // namespace support
