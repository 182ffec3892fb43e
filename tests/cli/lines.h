// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Texts, line by line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cli_tests {

// The lines of a text, without what ends them.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// The same text as an editor of Windows writes it.
inline std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

}  // namespace cli_tests
