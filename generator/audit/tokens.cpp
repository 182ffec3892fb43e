// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/tokens.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace audit {
namespace {

constexpr std::array<std::string_view, 22> long_symbols{"===", "!==", "...", "---", "<<=", ">>=", "=>", "==",
                                                        "!=",  "<=",  ">=",  "<<",  "::",  ":=",  "->", "||",
                                                        "&&",  "+=",  "-=",  "|=",  "..",  "?."};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Lexis& lexis) : text_(text), lexis_(lexis) {}

  Tokens run() {
    while (skip()) next();
    const auto end = static_cast<std::uint32_t>(text_.size());
    const Token last{.kind = TokenKind::end, .text = {}, .begin = end, .end = end, .first = true};
    for (std::size_t i = 0; i < tokens_at_end; ++i) {
      tokens_.push_back(last);
      tokens_.back().partner = tokens_.size() - 1;
    }
    match_brackets();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] bool at(std::string_view word) const { return !word.empty() && text_.substr(place_).starts_with(word); }
  [[nodiscard]] char ahead(std::size_t by) const { return place_ + by < text_.size() ? text_[place_ + by] : '\0'; }
  [[nodiscard]] std::size_t line_end() const { return std::min(text_.find('\n', place_), text_.size()); }

  void skip_past(std::string_view begin, std::string_view end) {
    const std::size_t found = text_.find(end, place_ + begin.size());
    const std::size_t stop = found == std::string_view::npos ? text_.size() : found + end.size();
    first_ = first_ || text_.substr(place_, stop - place_).find('\n') != std::string_view::npos;
    place_ = stop;
  }

  // Blanks and comments. Answers whether anything follows.
  bool skip() {
    while (place_ < text_.size()) {
      const char c = text_[place_];
      if (c == '\n') first_ = true;
      if (is_blank(c)) {
        ++place_;
      } else if (c == '\\' && (ahead(1) == '\n' || (ahead(1) == '\r' && ahead(2) == '\n'))) {
        // The line goes on.
        place_ += ahead(1) == '\n' ? 2 : 3;
      } else if (at(lexis_.kept_comment)) {
        return true;
      } else if (at(lexis_.line_comment) || (lexis_.has_quoted_names && at("\\\\"))) {
        place_ = line_end();
      } else if (at(lexis_.block_begin)) {
        skip_past(lexis_.block_begin, lexis_.block_end);
      } else if (at(lexis_.other_begin)) {
        skip_past(lexis_.other_begin, lexis_.other_end);
      } else {
        return true;
      }
    }
    return false;
  }

  void push(TokenKind kind, std::size_t end) { push(kind, end, text_.substr(place_, end - place_)); }

  void push(TokenKind kind, std::size_t end, std::string_view text) {
    tokens_.push_back({.kind = kind,
                       .text = text,
                       .begin = static_cast<std::uint32_t>(place_),
                       .end = static_cast<std::uint32_t>(end),
                       .first = first_,
                       .partner = tokens_.size()});
    first_ = false;
    place_ = end;
  }

  void next() {
    const char c = text_[place_];
    if (at(lexis_.kept_comment)) return push(TokenKind::comment, line_end());
    if (lexis_.has_quoted_names && c == '@' && ahead(1) == '"') return quoted_name();
    if (c == 'r' && (ahead(1) == '"' || (ahead(1) == '#' && (ahead(2) == '"' || ahead(2) == '#'))) &&
        lexis_.has_lifetimes)
      return raw_string();
    if (is_letter(c) || (c == '#' && lexis_.has_private_names && is_letter(ahead(1)))) return name();
    if (is_digit(c)) return number();
    if (lexis_.quotes.find(c) != std::string_view::npos) return string();
    if (c == '/' && lexis_.has_patterns && begins_pattern() && pattern()) return;
    for (const std::string_view symbol : long_symbols) {
      if (at(symbol)) return push(TokenKind::symbol, place_ + symbol.size());
    }
    push(TokenKind::symbol, place_ + 1);
  }

  void name() {
    std::size_t end = place_ + 1;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    push(TokenKind::name, end);
  }

  void quoted_name() {
    const std::size_t close = std::min(text_.find('"', place_ + 2), line_end());
    push(TokenKind::name, std::min(close + 1, text_.size()), text_.substr(place_ + 2, close - place_ - 2));
  }

  void number() {
    std::size_t end = place_ + 1;
    while (end < text_.size()) {
      const char c = text_[end];
      const bool goes_on = is_letter(c) || is_digit(c) ||
                           ((c == '.' || c == '\'') && end + 1 < text_.size() && is_digit(text_[end + 1]));
      if (!goes_on) break;
      ++end;
    }
    push(TokenKind::number, end);
  }

  void raw_string() {
    std::size_t hashes = 0;
    while (ahead(1 + hashes) == '#') ++hashes;
    if (ahead(1 + hashes) != '"') return name();
    const std::size_t begin = place_ + hashes + 2;
    const std::string closing = '"' + std::string(hashes, '#');
    const std::size_t close = std::min(text_.find(closing, begin), text_.size());
    push(TokenKind::string, std::min(close + closing.size(), text_.size()), text_.substr(begin, close - begin));
  }

  void string() {
    const char quote = text_[place_];
    if (quote == '\'' && lexis_.has_lifetimes && ahead(2) != '\'' && ahead(1) != '\\') {
      return push(TokenKind::symbol, place_ + 1);
    }
    const std::string triple(3, quote);
    if (quote != '\'' && at(triple)) {
      const std::size_t close = std::min(text_.find(triple, place_ + 3), text_.size());
      return push(TokenKind::string, std::min(close + 3, text_.size()), text_.substr(place_ + 3, close - place_ - 3));
    }
    std::size_t end = place_ + 1;
    for (; end < text_.size() && text_[end] != quote; ++end) {
      if (text_[end] == '\n' && quote != lexis_.long_quote) break;
      if (text_[end] == '\\') ++end;
    }
    end = std::min(end, text_.size());
    const bool is_closed = end < text_.size() && text_[end] == quote;
    push(TokenKind::string, is_closed ? end + 1 : end, text_.substr(place_ + 1, end - place_ - 1));
  }

  [[nodiscard]] bool begins_pattern() const {
    if (tokens_.empty()) return true;
    const Token& before = tokens_.back();
    if (before.kind == TokenKind::symbol) return before.text != ")" && before.text != "]" && before.text != "}";
    return before.is_name("return") || before.is_name("typeof") || before.is_name("case");
  }

  bool pattern() {
    bool in_class = false;
    for (std::size_t end = place_ + 1; end < text_.size() && text_[end] != '\n'; ++end) {
      const char c = text_[end];
      if (c == '\\') {
        ++end;
      } else if (c == '[') {
        in_class = true;
      } else if (c == ']') {
        in_class = false;
      } else if (c == '/' && !in_class) {
        push(TokenKind::string, end + 1, text_.substr(place_ + 1, end - place_ - 1));
        return true;
      }
    }
    return false;
  }

  // A bracket that is closed by another kind, or by none, is its own partner.
  void match_brackets() {
    std::vector<std::size_t> open;
    std::map<std::string_view, std::size_t> counts;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.is("(") || token.is("[") || token.is("{")) {
        open.push_back(i);
        ++counts[token.text];
      }
      if (!token.is(")") && !token.is("]") && !token.is("}")) continue;
      const std::string_view wanted = token.is(")") ? "(" : token.is("]") ? "[" : "{";
      if (counts[wanted] == 0) continue;
      const auto found = std::find_if(open.rbegin(), open.rend(), [&](std::size_t o) { return tokens_[o].is(wanted); });
      const std::size_t partner = *found;
      for (auto passed = found.base() - 1; passed != open.end(); ++passed) --counts[tokens_[*passed].text];
      tokens_[i].partner = partner;
      tokens_[partner].partner = i;
      open.erase(found.base() - 1, open.end());
    }
  }

  std::string_view text_;
  const Lexis& lexis_;
  Tokens tokens_;
  std::size_t place_ = 0;
  bool first_ = true;
};

}  // namespace

Tokens tokenize(std::string_view text, const Lexis& lexis) { return Tokenizer(text, lexis).run(); }

}  // namespace audit
