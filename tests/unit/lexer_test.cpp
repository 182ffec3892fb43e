// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/lexer.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace syntax {
namespace {

struct Lexed {
  std::vector<std::pair<TokenKind, std::string>> tokens;
  std::vector<diagnostics::Code> codes;
};

Lexed lex_text(const std::string& text) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  const support::SourceId id = sources.add("test", text);
  Lexed result;
  for (const Token& token : lex(sources, id, diagnostics)) {
    result.tokens.emplace_back(token.kind, text.substr(token.begin, token.end - token.begin));
  }
  for (const diagnostics::Diagnostic& d : diagnostics.all()) result.codes.push_back(d.code);
  return result;
}

using Tokens = std::vector<std::pair<TokenKind, std::string>>;

TEST(Lexer, TellsTheKindsOfTokensApart) {
  const Lexed lexed = lex_text("(a $b \"c\" 12 0x1F +3 -4 @witx $ =x a-b.c/d)");
  EXPECT_EQ(lexed.tokens, (Tokens{{TokenKind::open, "("},
                                  {TokenKind::keyword, "a"},
                                  {TokenKind::identifier, "$b"},
                                  {TokenKind::string, "\"c\""},
                                  {TokenKind::number, "12"},
                                  {TokenKind::number, "0x1F"},
                                  {TokenKind::number, "+3"},
                                  {TokenKind::number, "-4"},
                                  {TokenKind::reserved, "@witx"},
                                  {TokenKind::reserved, "$"},
                                  {TokenKind::reserved, "=x"},
                                  {TokenKind::keyword, "a-b.c/d"},
                                  {TokenKind::close, ")"}}));
  EXPECT_TRUE(lexed.codes.empty());
}

TEST(Lexer, NamesMayBeginWithDigits) {
  EXPECT_EQ(lex_text("$2big").tokens, (Tokens{{TokenKind::identifier, "$2big"}}));
}

TEST(Lexer, KeepsCommentsAsTokens) {
  EXPECT_EQ(lex_text(";; a\n(; b (; c ;) d ;) x;;y\r\n").tokens,
            (Tokens{{TokenKind::line_comment, ";; a"},
                    {TokenKind::block_comment, "(; b (; c ;) d ;)"},
                    {TokenKind::keyword, "x"},
                    {TokenKind::line_comment, ";;y\r"}}));
}

TEST(Lexer, PassesOverAByteOrderMark) { EXPECT_EQ(lex_text("\xEF\xBB\xBF(").tokens, (Tokens{{TokenKind::open, "("}})); }

TEST(Lexer, StringsEndOnTheirLine) {
  const Lexed lexed = lex_text("(use \"a.witx)\n\"b\"");
  EXPECT_EQ(lexed.codes, std::vector{diagnostics::Code::unterminated_string});
  EXPECT_EQ(lexed.tokens, (Tokens{{TokenKind::open, "("},
                                  {TokenKind::keyword, "use"},
                                  {TokenKind::string, "\"a.witx"},
                                  {TokenKind::close, ")"},
                                  {TokenKind::string, "\"b\""}}));
}

TEST(Lexer, AnEscapedQuoteDoesNotEndAString) {
  EXPECT_EQ(lex_text(R"("a\"b" c)").tokens, (Tokens{{TokenKind::string, R"("a\"b")"}, {TokenKind::keyword, "c"}}));
}

TEST(Lexer, ReportsWhatIsNoTokenOnceForNeighbours) {
  EXPECT_EQ(lex_text("a {{{ b").codes, std::vector{diagnostics::Code::unexpected_character});
  EXPECT_EQ(lex_text("a { b }").codes.size(), 2U);
  EXPECT_EQ(lex_text("; comment of words\nb").codes, std::vector{diagnostics::Code::unexpected_character});
  EXPECT_EQ(lex_text("// comment of words\nb").codes, std::vector{diagnostics::Code::unexpected_character});
  EXPECT_EQ(lex_text("(; a").codes, std::vector{diagnostics::Code::unterminated_comment});
  EXPECT_EQ(lex_text("$n\xC3\xA4me").tokens, (Tokens{{TokenKind::identifier, "$n\xC3\xA4me"}}));
}

TEST(Lexer, UnfinishedThingsAtTheEndAreNoTrouble) {
  for (const char* const text :
       {"\"", "\"\\", "\"\\u{", "\"\\u{12", "\"\\4", "(;", "(", ";", "/", "//", "$", "(; ;", "\xEF\xBB\xBF", "0x"})
    (void)lex_text(text);
}

TEST(Lexer, UnescapesStrings) {
  EXPECT_EQ(unescape(R"("a\t\n\r\"\'\\b")"), "a\t\n\r\"'\\b");
  EXPECT_EQ(unescape(R"("\41\7a")"), "Az");
  EXPECT_EQ(unescape(R"("\u{8868}\u{1F600}")"), "\xE8\xA1\xA8\xF0\x9F\x98\x80");
  EXPECT_EQ(unescape("\""), "");
  EXPECT_EQ(lex_text(R"("\u{D800}")").codes, std::vector{diagnostics::Code::bad_escape});
  EXPECT_EQ(lex_text(R"("\u{110000}")").codes, std::vector{diagnostics::Code::bad_escape});
  EXPECT_EQ(lex_text(R"("\x")").codes, std::vector{diagnostics::Code::bad_escape});
  EXPECT_TRUE(lex_text(R"("\u{10FFFF}\u{0}")").codes.empty());
}

TEST(Lexer, ReadsNumbersUpTo64Bits) {
  EXPECT_EQ(to_number("0"), 0U);
  EXPECT_EQ(to_number("+7"), 7U);
  EXPECT_EQ(to_number("1_000"), 1000U);
  EXPECT_EQ(to_number("0xFf_ff"), 0xFFFFU);
  EXPECT_EQ(to_number("18446744073709551615"), UINT64_MAX);
  EXPECT_EQ(to_number("0xffffffffffffffff"), UINT64_MAX);
  for (const char* const bad :
       {"18446744073709551616", "0x10000000000000000", "-1", "0x", "1_", "1__0", "_1", "12a", "1.5", "", "+"}) {
    EXPECT_EQ(to_number(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace syntax
