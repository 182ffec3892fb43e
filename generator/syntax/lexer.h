// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text → tokens: the lexical grammar that witx shares with the WebAssembly text format. Comments are tokens, because docs are
// made of them and a formatter must keep them. Knows no word of the language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace syntax {

enum class TokenKind : std::uint8_t {
  open,
  close,
  // $name, at least one character after the dollar sign.
  identifier,
  // A run that begins with a lower-case letter.
  keyword,
  // Decimal or hexadecimal, perhaps signed.
  number,
  // With its quotes, escapes as written.
  string,
  // Any other run of identifier characters, such as @witx.
  reserved,
  // `;;` to the end of the line, without the line ending.
  line_comment,
  // `(;` to `;)`.
  block_comment,
};

[[nodiscard]] constexpr bool is_comment(TokenKind kind) {
  return kind == TokenKind::line_comment || kind == TokenKind::block_comment;
}

struct Token {
  TokenKind kind = TokenKind::reserved;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A text with more open parentheses is not read on: by far more than may nest, and by far fewer than fill the memory.
inline constexpr std::size_t most_open = 100'000;

// The tokens of a source, in order. What is not a token is reported (neighbouring bytes once) and left out; reading ends when the
// sink is full or `most_open` is passed. The text must be well-formed UTF-8 without NUL bytes.
[[nodiscard]] std::vector<Token> lex(const support::Sources& sources, support::SourceId source,
                                     diagnostics::Sink& diagnostics);

// The bytes that a string token stands for; bad escapes were reported by the lexer and are passed over.
[[nodiscard]] std::string unescape(std::string_view token);

// The value of a number token, if it is one that fits 64 bits unsigned.
[[nodiscard]] std::optional<std::uint64_t> to_number(std::string_view token);

}  // namespace syntax
