// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace support {

// The number of code points in `text`; a byte that begins none counts with the one before it.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

// The offset of the first byte that is not part of well-formed UTF-8 (Unicode table 3-7: no overlong forms, no surrogates,
// nothing above U+10FFFF), or npos.
[[nodiscard]] std::size_t utf8_error(std::string_view text);

// As much of the text's beginning as fits `bytes` bytes without splitting a code point.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

// `scalar` must be a Unicode scalar value.
void append_utf8(std::string& out, char32_t scalar);

struct CodePoint {
  char32_t scalar = 0;
  std::size_t bytes = 0;
};
// What `text` begins with: well-formed, and not empty.
[[nodiscard]] CodePoint first_code_point(std::string_view text);

// Whether a reader can see the character. Controls, line and paragraph separators, bidirectional marks and characters without
// width are not visible: they make text look like other text.
[[nodiscard]] bool is_visible(char32_t scalar);

// Cells that a terminal gives the text: 2 for wide and full-width East Asian characters and emoji, 0 for combining marks.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace support
