// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/reader.h"

#include <fmt/format.h>

#include <array>

#include "support/suggest.h"
#include "support/utf8.h"
#include "syntax/docs.h"

namespace syntax {

using diagnostics::Code;
using diagnostics::Diagnostic;

std::string Reader::docs(NodeIndex node) const { return docs_before(tree_, tree_.nodes[node].token); }

support::Span Reader::place(NodeIndex node) const {
  support::Span span = tree_.span(node);
  if (!tree_.is_group(node)) return span;
  span.end = span.begin + 1;
  if (!tree_.head(node).empty()) span.end = tree_.token(node + 1).end;
  if (!witx_head(node).empty()) span.end = tree_.token(node + 2).end;
  return span;
}

bool Reader::is_word(NodeIndex node, std::string_view word) const {
  const TokenKind kind = tree_.token(node).kind;
  return (kind == TokenKind::keyword || kind == TokenKind::reserved) && tree_.node_text(node) == word;
}

bool Reader::is_form(NodeIndex node, std::string_view head) const {
  return tree_.is_group(node) && tree_.head(node) == head;
}

std::string_view Reader::witx_head(NodeIndex node) const {
  if (!is_form(node, "@witx")) return {};
  const NodeIndex word = node + 2;
  return word < tree_.nodes[node].next && is(word, TokenKind::keyword) ? tree_.node_text(word) : std::string_view();
}

bool Reader::is_witx_form(NodeIndex node, std::string_view word) const { return witx_head(node) == word; }

std::optional<Name> Reader::name_without_dollar(NodeIndex node) const {
  constexpr std::string_view signs = "#$%&@!?*\\";
  if (!is(node, TokenKind::keyword) && !is(node, TokenKind::reserved)) return std::nullopt;
  const std::string_view word = tree_.node_text(node);
  const std::size_t begin = word.find_first_not_of(signs);
  if (begin == std::string_view::npos) return std::nullopt;
  return Name{.text = word.substr(begin), .span = tree_.span(node)};
}

std::optional<Name> Reader::identifier(Cursor& cursor, std::string_view what) {
  if (!cursor.done() && is(cursor.peek(), TokenKind::identifier)) {
    const NodeIndex node = cursor.take();
    return Name{.text = tree_.node_text(node).substr(1), .span = tree_.span(node)};
  }
  Diagnostic& diagnostic = expected(cursor, what, Code::expected_name);
  const std::optional<Name> meant = cursor.done() ? std::nullopt : name_without_dollar(cursor.peek());
  if (meant) {
    diagnostic.with_help(fmt::format("names begin with '$': '${}'", meant->text));
    cursor.take();
  }
  return meant;
}

std::optional<Name> Reader::string(Cursor& cursor, std::string_view what) {
  if (cursor.done() || !is(cursor.peek(), TokenKind::string)) {
    expected(cursor, what);
    return std::nullopt;
  }
  const NodeIndex node = cursor.take();
  std::string_view text = tree_.node_text(node);
  text.remove_prefix(1);
  if (text.ends_with('"')) text.remove_suffix(1);
  return Name{.text = text, .span = tree_.span(node)};
}

std::optional<Number> Reader::number(Cursor& cursor, std::string_view what) {
  if (cursor.done() || !is(cursor.peek(), TokenKind::number)) {
    expected(cursor, what, Code::expected_number);
    return std::nullopt;
  }
  const NodeIndex node = cursor.take();
  const std::optional<std::uint64_t> value = to_number(tree_.node_text(node));
  if (!value) {
    diagnostics_
        .report(Code::number_out_of_range, tree_.span(node),
                fmt::format("'{}' is not a number from 0 to 18446744073709551615", tree_.node_text(node)))
        .with_help("numbers are decimal or begin with 0x, and may hold single '_' between digits");
    return std::nullopt;
  }
  return Number{.value = *value, .span = tree_.span(node)};
}

bool Reader::keyword(Cursor& cursor, std::string_view word) {
  if (cursor.done() || !is_word(cursor.peek(), word)) {
    Diagnostic& diagnostic = expected(cursor, fmt::format("'{}'", word));
    if (cursor.done() || support::closest(tree_.node_text(cursor.peek()), std::array{word}).empty()) return false;
    diagnostic.with_help(fmt::format("did you mean '{}'?", word));
  }
  cursor.take();
  return true;
}

bool Reader::end(Cursor& cursor, std::string_view form) {
  if (cursor.done()) return true;
  diagnostics_.report(Code::unexpected_part, place(cursor.peek()),
                      fmt::format("unexpected {} in '{}'", describe(cursor.peek()), form));
  return false;
}

diagnostics::Diagnostic& Reader::expected(const Cursor& cursor, std::string_view what, Code code) {
  if (cursor.done()) return diagnostics_.report(code, cursor.end_span(), fmt::format("{} is missing here", what));
  return diagnostics_.report(code, place(cursor.peek()),
                             fmt::format("expected {}, found {}", what, describe(cursor.peek())));
}

void Reader::skip_unexpected(Cursor& cursor, std::string_view what, Code code) {
  expected(cursor, what, code);
  skip(cursor);
}

void Reader::skip(Cursor& cursor) const {
  if (tree_.is_group(cursor.take())) return;
  while (!cursor.done() && !tree_.is_group(cursor.peek())) cursor.take();
}

std::string Reader::describe(NodeIndex node) const {
  if (!tree_.is_group(node)) {
    constexpr std::size_t longest = 40;
    const std::string_view text = tree_.node_text(node);
    return text.size() <= longest ? fmt::format("'{}'", text)
                                  : fmt::format("'{}...'", support::utf8_prefix(text, longest));
  }
  const std::string_view head = tree_.head(node);
  if (head.empty()) return "a parenthesised form";
  const std::string_view word = witx_head(node);
  const NodeIndex words = word.empty() ? 2 : 3;
  return fmt::format("'({}{}{}{})'", head, word.empty() ? "" : " ", word,
                     tree_.nodes[node].next > node + words ? " ..." : "");
}

}  // namespace syntax
