// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/line_endings.h"

#include <cstddef>

namespace support {

LineEnding line_ending_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? LineEnding::crlf : LineEnding::lf;
}

bool has_mixed_endings(std::string_view text) { return with_ending(text, line_ending_of(text)) != text; }

std::string with_lf(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i];
  }
  return out;
}

std::string with_ending(std::string_view text, LineEnding ending) {
  std::string lines = with_lf(text);
  if (ending == LineEnding::lf) return lines;
  std::string out;
  out.reserve(lines.size() + lines.size() / 32);
  for (const char c : lines) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

bool same_lines(std::string_view a, std::string_view b) { return a == b || with_lf(a) == with_lf(b); }

}  // namespace support
