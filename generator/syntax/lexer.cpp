// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "support/utf8.h"

namespace syntax {
namespace {

using diagnostics::Code;

enum CharClass : std::uint8_t { other, blank, idchar };

// 256 answers to "what does this byte do outside of strings and comments".
constexpr std::array<CharClass, 256> make_classes() {
  std::array<CharClass, 256> classes{};
  for (const char c : std::string_view(" \t\r\n")) classes[static_cast<unsigned char>(c)] = blank;
  for (char c = '0'; c <= '9'; ++c) classes[static_cast<unsigned char>(c)] = idchar;
  for (char c = 'a'; c <= 'z'; ++c) classes[static_cast<unsigned char>(c)] = idchar;
  for (char c = 'A'; c <= 'Z'; ++c) classes[static_cast<unsigned char>(c)] = idchar;
  for (const char c : std::string_view("!#$%&'*+-./:<=>?@\\^_`|~")) classes[static_cast<unsigned char>(c)] = idchar;
  return classes;
}
constexpr std::array<CharClass, 256> classes = make_classes();

CharClass class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

TokenKind kind_of(std::string_view run) {
  if (run.front() == '$' && run.size() > 1) return TokenKind::identifier;
  if (is_lower(run.front())) return TokenKind::keyword;
  const std::string_view unsigned_run = run.front() == '+' || run.front() == '-' ? run.substr(1) : run;
  return !unsigned_run.empty() && is_digit(unsigned_run.front()) ? TokenKind::number : TokenKind::reserved;
}

// What the escape at the backslash `at` stands for and how long it is; length 0: no escape of the language.
struct Escape {
  std::size_t length = 0;
  std::string bytes;
};

Escape unicode_escape(std::string_view text, std::size_t at) {
  std::uint32_t scalar = 0;
  std::size_t end = at + 3;
  while (end < text.size() && hex_value(text[end]) >= 0 && scalar <= 0x10FFFF) {
    scalar = scalar * 16 + static_cast<std::uint32_t>(hex_value(text[end++]));
  }
  const bool is_scalar = scalar <= 0x10FFFF && (scalar < 0xD800 || scalar > 0xDFFF);
  if (end == at + 3 || end >= text.size() || text[end] != '}' || !is_scalar) return {};
  Escape escape{.length = end + 1 - at, .bytes = {}};
  support::append_utf8(escape.bytes, scalar);
  return escape;
}

Escape escape_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {};
  constexpr std::string_view letters = "tnr\"'\\";
  constexpr std::string_view values = "\t\n\r\"'\\";
  if (const std::size_t found = letters.find(text[at + 1]); found != std::string_view::npos) {
    return {.length = 2, .bytes = std::string(1, values[found])};
  }
  if (text.substr(at + 1, 2) == "u{") return unicode_escape(text, at);
  if (at + 2 >= text.size() || hex_value(text[at + 1]) < 0 || hex_value(text[at + 2]) < 0) return {};
  return {.length = 3,
          .bytes = std::string(1, static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2])))};
}

class Lexer {
 public:
  Lexer(std::string_view text, support::SourceId source, diagnostics::Sink& diagnostics)
      : text_(text), source_(source), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 8);
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    // What comes after so many mistakes is not witx, and no message about it would be kept.
    while (at_ < text_.size() && !diagnostics_.full() && open_ <= most_open) next();
    return std::move(tokens_);
  }

 private:
  void next() {
    const char c = text_[at_];
    const std::string_view two = text_.substr(at_, 2);
    if (class_of(c) == blank) {
      ++at_;
    } else if (two == "//") {
      foreign_comment();
    } else if (class_of(c) == idchar) {
      run_of_idchars();
    } else if (two == "(;") {
      block_comment();
    } else if (c == '(') {
      ++open_;
      push(TokenKind::open, at_ + 1);
    } else if (c == ')') {
      if (open_ > 0) --open_;
      push(TokenKind::close, at_ + 1);
    } else if (two == ";;") {
      push(TokenKind::line_comment, end_of_line());
    } else if (c == ';') {
      foreign_comment();
    } else if (c == '"') {
      string();
    } else {
      unexpected();
    }
  }

  // Letters beyond ASCII are no part of a name; in the midst of one they were meant to be.
  void run_of_idchars() {
    const auto is_foreign = [this](std::size_t at) { return static_cast<unsigned char>(text_[at]) >= 0x80; };
    std::size_t end = at_ + 1;
    std::size_t foreign = 0;
    for (; end < text_.size() && (class_of(text_[end]) == idchar || is_foreign(end)); ++end) {
      if (foreign == 0 && is_foreign(end)) foreign = end;
    }
    if (foreign != 0) {
      std::size_t last = foreign + 1;
      while (last < end && is_foreign(last)) ++last;
      report_unexpected(foreign, last).with_help("names are made of ASCII letters, digits and signs");
    }
    push(kind_of(text_.substr(at_, end - at_)), end);
  }

  void push(TokenKind kind, std::size_t end) {
    tokens_.push_back({.kind = kind, .begin = static_cast<std::uint32_t>(at_), .end = static_cast<std::uint32_t>(end)});
    at_ = end;
  }

  [[nodiscard]] support::Span span(std::size_t begin, std::size_t end) const {
    return {.source = source_, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
  }

  [[nodiscard]] std::size_t end_of_line() const { return std::min(text_.find('\n', at_), text_.size()); }

  // A comment as other languages write it: one message rather than one for each of its words.
  void foreign_comment() {
    const std::size_t end = at_ + (text_[at_] == ';' ? 1 : 2);
    diagnostics_
        .report(Code::unexpected_character, span(at_, end),
                fmt::format("unexpected '{}'", text_.substr(at_, end - at_)))
        .with_help("a comment begins with ';;'");
    push(TokenKind::line_comment, end_of_line());
  }

  void block_comment() {
    std::size_t depth = 1;
    std::size_t end = at_ + 2;
    while (end < text_.size() && depth > 0) {
      const std::string_view two = text_.substr(end, 2);
      depth += two == "(;" ? 1U : 0U;
      depth -= two == ";)" ? 1U : 0U;
      end += two == "(;" || two == ";)" ? 2 : 1;
    }
    if (depth > 0) {
      diagnostics_.report(Code::unterminated_comment, span(at_, at_ + 2), "this comment is never closed")
          .with_help("close it with ';)'; comments nest, so each '(;' needs its own");
    }
    push(TokenKind::block_comment, end);
  }

  void string() {
    std::size_t end = at_ + 1;
    bool control_reported = false;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\n') {
      const char c = text_[end];
      if (c == '\\') {
        end += escape(end);
        continue;
      }
      if ((static_cast<unsigned char>(c) < 0x20 || c == 0x7F) && c != '\r' && !control_reported) {
        control_reported = true;
        diagnostics_.report(Code::control_in_string, span(end, end + 1), "control character in a string")
            .with_help(fmt::format("write it as '\\{:02x}'", static_cast<unsigned char>(c)));
      }
      ++end;
    }
    if (end < text_.size() && text_[end] == '"') {
      push(TokenKind::string, end + 1);
      return;
    }
    diagnostics_.report(Code::unterminated_string, span(at_, at_ + 1), "this string does not end on its line")
        .with_help("close it with '\"'");
    // Names and paths hold neither blanks nor parentheses: what follows these was not meant to be in the string.
    push(TokenKind::string, std::min(end, text_.substr(0, end).find_first_of(" \t\r()", at_ + 1)));
  }

  // The length of the escape at `at`, whether or not it is one.
  std::size_t escape(std::size_t at) {
    const std::size_t length = escape_at(text_, at).length;
    if (length > 0) return length;
    diagnostics_.report(Code::bad_escape, span(at, at + 1), "unknown escape in a string")
        .with_help(R"(the escapes are \t \n \r \" \' \\, two hexadecimal digits, and \u{...})");
    return 1;
  }

  void unexpected() {
    std::size_t end = at_;
    const auto is_unexpected = [this](std::size_t at) {
      return class_of(text_[at]) == other && std::string_view("()\";").find(text_[at]) == std::string_view::npos;
    };
    do {
      ++end;
    } while (end < text_.size() && is_unexpected(end));
    report_unexpected(at_, end);
    at_ = end;
  }

  diagnostics::Diagnostic& report_unexpected(std::size_t begin, std::size_t end) {
    const std::string_view run = text_.substr(begin, end - begin);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    const bool one = support::utf8_length(run) == 1 && !is_control(run.front());
    return diagnostics_.report(Code::unexpected_character, span(begin, end),
                               one ? fmt::format("unexpected character '{}'", run) : "unexpected characters");
  }

  std::string_view text_;
  support::SourceId source_;
  diagnostics::Sink& diagnostics_;
  std::size_t at_ = 0;
  // Parentheses that were opened and not yet closed.
  std::size_t open_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(const support::Sources& sources, support::SourceId source, diagnostics::Sink& diagnostics) {
  return Lexer(sources.text(source), source, diagnostics).run();
}

std::string unescape(std::string_view token) {
  token.remove_prefix(1);
  if (token.ends_with('"')) token.remove_suffix(1);
  std::string bytes;
  for (std::size_t at = 0; at < token.size();) {
    if (token[at] != '\\') {
      bytes.push_back(token[at++]);
      continue;
    }
    const Escape escape = escape_at(token, at);
    bytes += escape.bytes;
    at += std::max<std::size_t>(escape.length, 1);
  }
  return bytes;
}

std::optional<std::uint64_t> to_number(std::string_view token) {
  if (token.starts_with('+')) token.remove_prefix(1);
  const bool hexadecimal = token.starts_with("0x");
  if (hexadecimal) token.remove_prefix(2);
  const std::uint64_t base = hexadecimal ? 16 : 10;
  std::uint64_t value = 0;
  bool after_digit = false;
  for (const char c : token) {
    if (c == '_') {
      if (!after_digit) return std::nullopt;
      after_digit = false;
      continue;
    }
    const int digit = hex_value(c);
    if (digit < 0 || std::cmp_greater_equal(digit, base)) return std::nullopt;
    if (value > (UINT64_MAX - static_cast<std::uint64_t>(digit)) / base) return std::nullopt;
    value = value * base + static_cast<std::uint64_t>(digit);
    after_digit = true;
  }
  return after_digit ? std::optional(value) : std::nullopt;
}

}  // namespace syntax
