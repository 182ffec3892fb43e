// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace syntax {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

support::Span span_of(const Tree& tree, std::uint32_t token) {
  return {.source = tree.source, .begin = tree.tokens[token].begin, .end = tree.tokens[token].end};
}

class TreeBuilder {
 public:
  TreeBuilder(Tree& tree, diagnostics::Sink& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  void run() {
    missing_ = count(TokenKind::open) - count(TokenKind::close);
    surplus_ = -missing_;
    for (std::uint32_t token = 0; token < tree_.tokens.size() && !diagnostics_.full(); ++token) add(token);
    // No message about the rest would be kept.
    if (diagnostics_.full()) tree_.unreadable = true;
    if (!open_.empty() && !unclosed_reported_ && !ends_in_comment() && !tree_.unreadable)
      report_unclosed(open_.front().node);
    const auto last = static_cast<std::uint32_t>(tree_.tokens.size() - 1);
    while (!open_.empty()) close(last);
  }

 private:
  // A comment without an end, which has been reported, swallows all closing parentheses behind it.
  [[nodiscard]] bool ends_in_comment() const {
    const auto last = static_cast<std::uint32_t>(tree_.tokens.size() - 1);
    return tree_.tokens[last].kind == TokenKind::block_comment && !tree_.token_text(last).ends_with(";)");
  }

  [[nodiscard]] std::ptrdiff_t count(TokenKind kind) const {
    return std::count_if(tree_.tokens.begin(), tree_.tokens.end(),
                         [kind](const Token& token) { return token.kind == kind; });
  }

  void add(std::uint32_t token) {
    const TokenKind kind = tree_.tokens[token].kind;
    if (is_comment(kind)) return;
    if (kind == TokenKind::close) {
      if (too_deep_ > 0) {
        --too_deep_;
      } else if (open_.empty() || is_surplus(token)) {
        --surplus_;
        report_unmatched(token);
      } else {
        close(token);
      }
      return;
    }
    if (kind == TokenKind::open && open_.size() == max_nesting) {
      if (too_deep_++ == 0) report_too_deep(token);
      return;
    }
    if (too_deep_ > 0) return;
    const bool uneven = missing_ > 0 || surplus_ > 0;
    const std::optional<std::size_t> column = kind == TokenKind::open && uneven ? indentation(token) : std::nullopt;
    if (column && missing_ > 0) close_by_indentation(token, *column);
    const auto node = static_cast<NodeIndex>(tree_.nodes.size());
    if (open_.empty()) last_top_ = node;
    tree_.nodes.push_back({.token = token, .last = token, .next = node + 1});
    if (kind == TokenKind::open) open_.push_back({.node = node, .column = column});
  }

  void close(std::uint32_t token) {
    Node& node = tree_.nodes[open_.back().node];
    node.last = token;
    node.next = static_cast<NodeIndex>(tree_.nodes.size());
    open_.pop_back();
  }

  // In a text that lacks closing parentheses, a group that begins its line no further right than an open one that begins its
  // own is its neighbour and not part of it: there the open one should have ended.
  void close_by_indentation(std::uint32_t token, std::size_t column) {
    for (;;) {
      const auto line_start =
          std::find_if(open_.rbegin(), open_.rend(), [](const OpenGroup& group) { return group.column.has_value(); });
      if (line_start == open_.rend() || *line_start->column < column) return;
      const std::ptrdiff_t closing = line_start - open_.rbegin() + 1;
      if (closing > missing_) return;
      missing_ -= closing;
      report_unclosed(open_.back().node);
      for (std::ptrdiff_t i = 0; i < closing; ++i) close(token - 1);
    }
  }

  // In a text that has closing parentheses to spare, one that would close a group although the next line goes on inside of it,
  // further to the right.
  [[nodiscard]] bool is_surplus(std::uint32_t token) const {
    if (surplus_ <= 0 || !open_.back().column) return false;
    std::uint32_t next = token + 1;
    while (next < tree_.tokens.size() && is_comment(tree_.tokens[next].kind)) ++next;
    if (next == tree_.tokens.size() || tree_.tokens[next].kind != TokenKind::open) return false;
    const std::optional<std::size_t> column = indentation(next);
    return column && *column > *open_.back().column;
  }

  // The number of blanks before a token that is the first of its line.
  [[nodiscard]] std::optional<std::size_t> indentation(std::uint32_t token) const {
    const std::size_t begin = tree_.tokens[token].begin;
    std::size_t line = begin;
    while (line > 0 && (tree_.text[line - 1] == ' ' || tree_.text[line - 1] == '\t')) --line;
    return line == 0 || tree_.text[line - 1] == '\n' ? std::optional(begin - line) : std::nullopt;
  }

  void report_unclosed(NodeIndex group) {
    unclosed_reported_ = true;
    diagnostics_
        .report(Code::unclosed_form, span_of(tree_, tree_.nodes[group].token), "this parenthesis is never closed")
        .with_help("add ')' at the end of the form");
  }

  void report_unmatched(std::uint32_t token) {
    Diagnostic& diagnostic =
        diagnostics_.report(Code::unmatched_parenthesis, span_of(tree_, token), "this parenthesis closes nothing");
    if (open_.empty() && !tree_.nodes.empty())
      diagnostic.also(span_of(tree_, tree_.nodes[last_top_].last), "everything was closed here");
  }

  void report_too_deep(std::uint32_t token) {
    if (tree_.unreadable) return;
    tree_.unreadable = true;
    diagnostics_.report(Code::nesting_too_deep, span_of(tree_, token),
                        fmt::format("forms nest deeper than {}", max_nesting));
  }

  Tree& tree_;
  diagnostics::Sink& diagnostics_;
  struct OpenGroup {
    NodeIndex node;
    // Where indentation matters: the blanks before a group that is the first of its line.
    std::optional<std::size_t> column;
  };
  std::vector<OpenGroup> open_;
  // The node of the top level that was met last.
  NodeIndex last_top_ = 0;
  // Groups that are open beyond the limit.
  std::size_t too_deep_ = 0;
  // How many closing parentheses the text lacks or has too many; while there are any, indentation is the better witness.
  std::ptrdiff_t missing_ = 0;
  std::ptrdiff_t surplus_ = 0;
  bool unclosed_reported_ = false;
};

}  // namespace

std::string_view Tree::head(NodeIndex group) const {
  const NodeIndex first = group + 1;
  if (first == nodes[group].next) return {};
  const TokenKind kind = token(first).kind;
  return kind == TokenKind::keyword || kind == TokenKind::reserved ? node_text(first) : std::string_view();
}

Tree read_tree(const support::Sources& sources, support::SourceId source, diagnostics::Sink& diagnostics) {
  Tree tree{.source = source, .text = sources.text(source), .tokens = {}, .nodes = {}, .unreadable = false};
  if (const std::size_t nul = tree.text.find('\0'); nul != std::string_view::npos) {
    const auto at = static_cast<std::uint32_t>(nul);
    diagnostics.report(Code::nul_byte, {.source = source, .begin = at, .end = at + 1}, "NUL byte in the text")
        .with_help("is this a text file, and its encoding UTF-8?");
    tree.unreadable = true;
    return tree;
  }
  tree.tokens = lex(sources, source, diagnostics);
  tree.nodes.reserve(tree.tokens.size());
  TreeBuilder(tree, diagnostics).run();
  return tree;
}

Cursor::Cursor(const Tree& tree) : tree_(&tree), at_(0), end_(static_cast<NodeIndex>(tree.nodes.size())) {
  const auto size = static_cast<std::uint32_t>(tree.text.size());
  end_span_ = {.source = tree.source, .begin = size, .end = size};
  skip_annotations();
}

Cursor::Cursor(const Tree& tree, NodeIndex group) : tree_(&tree), at_(group + 1), end_(tree.nodes[group].next) {
  const Token& last = tree.tokens[tree.nodes[group].last];
  const std::uint32_t end = last.kind == TokenKind::close ? last.begin : last.end;
  end_span_ = {.source = tree.source, .begin = end, .end = end};
  skip_annotations();
}

NodeIndex Cursor::take() {
  const NodeIndex taken = at_;
  at_ = tree_->nodes[at_].next;
  skip_annotations();
  return taken;
}

void Cursor::skip_annotations() {
  while (at_ != end_ && tree_->is_group(at_)) {
    const std::string_view head = tree_->head(at_);
    if (!head.starts_with('@') || head == "@witx" || head == "@interface") return;
    at_ = tree_->nodes[at_].next;
  }
}

}  // namespace syntax
