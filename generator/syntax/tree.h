// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens → a tree of parenthesised groups. Every group closes here, whatever the text does, so that later stages recover from
// a mistake by going on behind its group. Lossless: tokens and tree together are the file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/source.h"
#include "syntax/lexer.h"

namespace syntax {

// A group or a single token. Nodes are stored in the order of the text, a group before what it holds.
struct Node {
  // Index of the token; of a group, of its opening parenthesis.
  std::uint32_t token = 0;
  // Index of the token that closes the group (the last token within it, where the text lacks one); else the same as `token`.
  std::uint32_t last = 0;
  // Index of the node after this one and all that it holds.
  std::uint32_t next = 0;
};

using NodeIndex = std::uint32_t;

struct Tree {
  support::SourceId source;
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Node> nodes;
  // The text is not worth reading on: it is not text, nests too deeply, or is full of mistakes. That has been reported.
  bool unreadable = false;

  [[nodiscard]] const Token& token(NodeIndex node) const { return tokens[nodes[node].token]; }
  [[nodiscard]] bool is_group(NodeIndex node) const { return token(node).kind == TokenKind::open; }
  [[nodiscard]] std::string_view token_text(std::uint32_t token) const {
    return text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
  }
  // The text of the node, of a group with its parentheses.
  [[nodiscard]] std::string_view node_text(NodeIndex node) const {
    return text.substr(token(node).begin, tokens[nodes[node].last].end - token(node).begin);
  }
  [[nodiscard]] support::Span span(NodeIndex node) const {
    return {.source = source, .begin = token(node).begin, .end = tokens[nodes[node].last].end};
  }
  // The word right after a group's parenthesis, if it is a keyword or reserved (`@witx`); else empty.
  [[nodiscard]] std::string_view head(NodeIndex group) const;
};

// How deep groups may nest.
inline constexpr std::size_t max_nesting = 1000;

// Reads the source's tokens and pairs its parentheses.
[[nodiscard]] Tree read_tree(const support::Sources& sources, support::SourceId source, diagnostics::Sink& diagnostics);

// The nodes of one group, or of the top level, from left to right. Groups that begin with an annotation of no meaning here,
// such as (@custom ...), are passed over.
class Cursor {
 public:
  // The top level.
  explicit Cursor(const Tree& tree);
  // What is inside a group.
  Cursor(const Tree& tree, NodeIndex group);

  [[nodiscard]] bool done() const { return at_ == end_; }
  // Must not be done.
  [[nodiscard]] NodeIndex peek() const { return at_; }
  NodeIndex take();
  // Where something is missing when the cursor is done: right before the group's end.
  [[nodiscard]] support::Span end_span() const { return end_span_; }

 private:
  void skip_annotations();

  const Tree* tree_;
  NodeIndex at_;
  NodeIndex end_;
  support::Span end_span_;
};

}  // namespace syntax
