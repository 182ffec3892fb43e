// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/rewrite.h"

#include <string_view>

namespace syntax {

std::string Rewrite::current(std::uint32_t token) const {
  const auto found = changed_.find(token);
  return found == changed_.end() ? std::string(tree_.token_text(token)) : found->second;
}

void Rewrite::put_before(std::uint32_t token, const std::string& text) { changed_[token] = text + current(token); }
void Rewrite::put_behind(std::uint32_t token, const std::string& text) { changed_[token] = current(token) + text; }

std::string Rewrite::text() const {
  std::string result;
  std::uint32_t end = 0;
  bool line_ended = false;
  for (std::uint32_t token = 0; token < tree_.tokens.size(); ++token) {
    const std::string_view gap = tree_.text.substr(end, tree_.tokens[token].begin - end);
    const bool has_line = gap.find('\n') != std::string_view::npos;
    end = tree_.tokens[token].end;
    const std::string written = current(token);
    if (written.empty()) {
      // The line that ended before what is gone still ends.
      line_ended = line_ended || has_line;
      continue;
    }
    if (line_ended && !has_line) result += '\n';
    result += gap;
    result += written;
    line_ended = false;
  }
  return result;
}

}  // namespace syntax
