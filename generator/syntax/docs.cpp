// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/docs.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace syntax {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trim_right(std::string_view text) { return text.substr(0, text.find_last_not_of(blanks) + 1); }

// What a comment says, if it is a doc comment.
std::optional<std::string_view> doc_text(TokenKind kind, std::string_view comment) {
  // A stray semicolon counts as a comment, too.
  if (comment.size() < 2) return std::nullopt;
  comment.remove_prefix(2);
  if (kind == TokenKind::block_comment && comment.ends_with(";)")) comment.remove_suffix(2);
  if (!comment.starts_with(';')) return std::nullopt;
  return trim_right(comment.substr(1));
}

}  // namespace

std::string docs_before(const Tree& tree, std::uint32_t token) {
  std::vector<std::string_view> lines;
  while (token > 0 && is_comment(tree.tokens[token - 1].kind)) {
    --token;
    if (const auto line = doc_text(tree.tokens[token].kind, tree.token_text(token))) lines.push_back(*line);
  }
  std::reverse(lines.begin(), lines.end());

  std::size_t indent = std::numeric_limits<std::size_t>::max();
  for (const std::string_view line : lines) {
    if (!line.empty()) indent = std::min(indent, line.find_first_not_of(blanks));
  }
  std::string docs;
  for (const std::string_view line : lines) {
    docs += trim_right(line.substr(std::min(indent, line.size())));
    docs += '\n';
  }
  docs.resize(docs.find_last_not_of('\n') + 1);
  return docs;
}

}  // namespace syntax
