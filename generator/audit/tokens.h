// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text of any of the languages as names, numbers, strings and symbols, without comments. Never fails: what it cannot read
// becomes a symbol, and a string without an end stops at its line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace audit {

// How a language writes what is not code. Empty: it has no such thing.
struct Lexis {
  std::string_view line_comment = "//";
  std::string_view block_begin = "/*";
  std::string_view block_end = "*/";
  // A second kind of block comment.
  std::string_view other_begin = {};
  std::string_view other_end = {};
  // The characters that begin and end a string.
  std::string_view quotes = "\"'";
  // Of these, the one whose strings go on over lines.
  char long_quote = '\0';
  // What a line comment begins with that is kept, as one token.
  std::string_view kept_comment = {};
  // `/` begins a regular expression where a value is expected.
  bool has_patterns = false;
  // `'a` without a closing quote is a name.
  bool has_lifetimes = false;
  // `@"a"` is a name.
  bool has_quoted_names = false;
  // `#name` is a directive that ends with its line.
  bool has_directives = false;
  // A name may begin with `#` (private members).
  bool has_private_names = false;
};

enum class TokenKind : std::uint8_t { name, number, string, comment, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  // Of a string: what is between the quotes. A view into the text.
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  // The first one of its line.
  bool first = false;
  // Of a bracket: the position of its partner, or its own position if it has none.
  std::size_t partner = 0;

  [[nodiscard]] bool is(std::string_view symbol) const { return kind == TokenKind::symbol && text == symbol; }
  [[nodiscard]] bool is_name(std::string_view name) const { return kind == TokenKind::name && text == name; }
};

using Tokens = std::vector<Token>;

// Always ends with `tokens_at_end` tokens of kind `end`, so that a look ahead needs no check.
inline constexpr std::size_t tokens_at_end = 6;
[[nodiscard]] Tokens tokenize(std::string_view text, const Lexis& lexis);

}  // namespace audit
