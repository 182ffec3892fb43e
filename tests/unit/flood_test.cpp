// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Inputs that are large and wrong. What is bounded here is what they may cost: messages kept, text printed, tokens held. Time is
// not measured, but none of these would end if it grew with the square of the input.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "../front_end.h"
#include "report/text.h"
#include "syntax/format.h"
#include "syntax/lexer.h"
#include "syntax/tree.h"

namespace {

using diagnostics::Code;
using diagnostics::Sink;
using tests::FrontEnd;

constexpr std::size_t million = 1'000'000;
// A hundred messages of an excerpt, a message and a help each.
constexpr std::size_t most_printed = 200'000;

std::string times(std::size_t count, std::string_view text) {
  std::string result;
  result.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

// Reads and formats a text, and answers with the messages as they are printed.
std::string messages(const std::string& text) {
  FrontEnd front_end;
  front_end.read_text(text);
  EXPECT_LE(front_end.diagnostics.all().size(), Sink::default_limit);
  support::Sources sources;
  Sink diagnostics;
  const support::SourceId source = sources.add("test.witx", text);
  const bool formatted = syntax::format(sources, source, diagnostics).has_value();
  EXPECT_EQ(formatted, diagnostics.errors() == 0);
  std::string printed = report::render_text(front_end.diagnostics, front_end.sources, {});
  EXPECT_LT(printed.size(), most_printed);
  return printed;
}

TEST(Flood, OfBraces) { EXPECT_NE(messages(times(million, "{ ")).find("not shown"), std::string::npos); }

TEST(Flood, OfOpeningParentheses) {
  EXPECT_NE(messages(times(3 * million, "(")).find("nest deeper than 1000"), std::string::npos);
  support::Sources sources;
  Sink diagnostics;
  const std::string text = times(3 * million, "(");
  EXPECT_LE(syntax::lex(sources, sources.add("", text), diagnostics).size(), syntax::most_open + 1);
}

TEST(Flood, OfClosingParentheses) {
  EXPECT_NE(messages(times(3 * million, ")")).find("this parenthesis closes nothing"), std::string::npos);
}

TEST(Flood, OfStringsWithoutAnEnd) {
  EXPECT_NE(messages(times(million, "\"x\n")).find("does not end on its line"), std::string::npos);
  EXPECT_NE(messages("(use \"" + times(5 * million, "x")).find("does not end on its line"), std::string::npos);
}

TEST(Flood, OfCommentsWithoutAnEnd) {
  EXPECT_NE(messages(times(million, "(; ")).find("this comment is never closed"), std::string::npos);
}

TEST(Flood, OfDocs) { EXPECT_EQ(messages(times(million, ";;; x\n") + "(typename $a u8)"), ""); }

TEST(Flood, InOneLine) {
  const std::string blanks(5 * million, ' ');
  const std::string printed = messages("(typename $a (record (field $a u8)" + blanks + "(field $b u9)" + blanks + "))");
  EXPECT_NE(printed.find("'u9'"), std::string::npos);
  EXPECT_LT(printed.size(), 2000U);
}

TEST(Flood, OfLettersInOneName) {
  const std::string name(5 * million, 'a');
  const std::string printed = messages("(typename $" + name + " $" + name + "b)");
  EXPECT_NE(printed.find("unknown type"), std::string::npos);
  EXPECT_LT(printed.size(), 10'000U);
}

TEST(Flood, OfLevels) {
  const std::string deep = "(typename $a " + times(100'000, "(list ") + "u8" + times(100'001, ")");
  EXPECT_NE(messages(deep).find("nest deeper than 1000"), std::string::npos);
}

TEST(Flood, OfUnknownNames) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "(typename $a" + std::to_string(i) + " $b" + std::to_string(i) + ")\n";
  const std::string printed = messages(text);
  EXPECT_NE(printed.find("40000 errors; 39900 not shown"), std::string::npos);
}

TEST(Flood, OfNulAndStrayBytes) {
  EXPECT_NE(messages(std::string(3 * million, '\0')).find("NUL byte"), std::string::npos);
  EXPECT_NE(messages(std::string(3 * million, '\xff')).find("is not UTF-8"), std::string::npos);
}

TEST(Flood, OfLinks) {
  const std::filesystem::path link = std::filesystem::path(testing::TempDir()) / "links_to_itself.witx";
  std::filesystem::remove(link);
  std::filesystem::create_symlink(link, link);
  FrontEnd front_end;
  front_end.read({link.string()}, support::RealFiles());
  EXPECT_EQ(front_end.diagnostics.errors(), 1U);
  EXPECT_EQ(front_end.diagnostics.all().front().code, Code::unreadable_file);
  std::filesystem::remove(link);
}

}  // namespace
