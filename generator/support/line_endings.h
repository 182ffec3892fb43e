// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one rule of line endings: endings alone are no difference between two texts, and a file that exists keeps its own.
// An ending is LF or CR LF; a CR elsewhere is an ordinary character.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace support {

enum class LineEnding : std::uint8_t { lf, crlf };

// What the first line of `text` ends with; LF if it has no second line.
[[nodiscard]] LineEnding line_ending_of(std::string_view text);

// Whether some lines end with LF, others with CR LF.
[[nodiscard]] bool has_mixed_endings(std::string_view text);

// `text` with LF behind every line.
[[nodiscard]] std::string with_lf(std::string_view text);

// `text` with `ending` behind every line.
[[nodiscard]] std::string with_ending(std::string_view text, LineEnding ending);

// Whether two texts differ in nothing but line endings.
[[nodiscard]] bool same_lines(std::string_view a, std::string_view b);

}  // namespace support
