// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace support {

// The candidate most like `word`, or an empty string if none is close enough to be what was meant: at most a third of the
// letters differ (insertions, deletions, replacements, swaps of neighbours), case aside; of words of one or two letters, none.
// Ties go to the first.
[[nodiscard]] std::string_view closest(std::string_view word, std::span<const std::string_view> candidates);

// "did you mean 'errno'?", or an empty string.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace support
