// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "support/files.h"
#include "support/source.h"
#include "support/suggest.h"
#include "support/table.h"
#include "support/utf8.h"

namespace support {
namespace {

TEST(Source, CountsLinesAndCodePointsFromOne) {
  Sources sources;
  const SourceId id = sources.add("a", "ab\n\xC3\xA4\xE8\xA1\xA8x\r\n\tz");
  const auto at = [&](std::uint32_t offset) {
    const Position p = sources.position(id, offset);
    return std::pair(p.line, p.column);
  };
  EXPECT_EQ(at(0), std::pair(1U, 1U));
  EXPECT_EQ(at(2), std::pair(1U, 3U));
  EXPECT_EQ(at(3), std::pair(2U, 1U));
  // Behind a letter of two bytes and one of three.
  EXPECT_EQ(at(8), std::pair(2U, 3U));
  // A tab is one column.
  EXPECT_EQ(at(12), std::pair(3U, 2U));
  EXPECT_EQ(at(1000), std::pair(3U, 3U));
  EXPECT_EQ(sources.line(id, 2), "\xC3\xA4\xE8\xA1\xA8x");
  EXPECT_EQ(sources.line(id, 4), "");
}

TEST(Source, KeepsViewsWhenMoreAreAdded) {
  Sources sources;
  const std::string_view view = sources.text(sources.add("short", "x"));
  for (int i = 0; i < 1000; ++i) (void)sources.add("more", std::to_string(i));
  EXPECT_EQ(view, "x");
}

TEST(Source, IsOneForATextThatIsAddedAgain) {
  Sources sources;
  const SourceId first = sources.add("a", "one");
  EXPECT_EQ(sources.add("a", "one"), first);
  EXPECT_NE(sources.add("b", "one"), first);
  const SourceId changed = sources.add("a", "two");
  EXPECT_NE(changed, first);
  EXPECT_EQ(sources.add("a", "two"), changed);
  EXPECT_EQ(sources.text(first), "one");
  EXPECT_EQ(sources.size(), 3U);
}

TEST(Files, ListTheNamesInAFolder) {
  const MemoryFiles files({{"b", ""}, {"f/b", ""}, {"f/a/x", ""}, {"f/a/y", ""}, {"fg/z", ""}, {"../up", ""}});
  using Names = std::vector<std::string>;
  EXPECT_EQ(files.list("f"), (Names{"a", "b"}));
  EXPECT_EQ(files.list("f/"), (Names{"a", "b"}));
  EXPECT_EQ(files.list("../"), (Names{"up"}));
  EXPECT_EQ(files.list("none"), Names{});
  EXPECT_EQ(RealFiles().list("/no/such/folder"), Names{});
}

TEST(Utf8, FindsTheFirstByteThatIsNoText) {
  constexpr std::size_t none = std::string_view::npos;
  const std::array<std::pair<std::string_view, std::size_t>, 14> cases{{
      {"", none},
      {"plain", none},
      {"\xC3\xA4\xE8\xA1\xA8\xF0\x9F\x98\x80", none},
      {"a\x80", 1},
      {"\xC0\xAF", 0},
      {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xED\x9F\xBF", none},
      {"\xED\xA0\x80", 0},
      {"\xF4\x8F\xBF\xBF", none},
      {"\xF4\x90\x80\x80", 0},
      {"ab\xE8\xA1", 2},
      {"\xF0\x9F\x98", 0},
      {"\xFF", 0},
  }};
  for (const auto& [text, expected] : cases) EXPECT_EQ(utf8_error(text), expected) << testing::PrintToString(text);
}

TEST(Utf8, MeasuresAndCutsByCharacters) {
  EXPECT_EQ(utf8_length("a\xC3\xA4\xE8\xA1\xA8"), 3U);
  EXPECT_EQ(display_width("a\xE8\xA1\xA8"), 3U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);
  EXPECT_EQ(utf8_prefix("a\xE8\xA1\xA8", 3), "a");
  EXPECT_EQ(utf8_prefix("a\xE8\xA1\xA8", 4), "a\xE8\xA1\xA8");
  for (const char32_t c : {U'a', U'\u00E4', U'\u8868', U'\U0001F600'}) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(utf8_error(text), std::string_view::npos);
    EXPECT_EQ(utf8_length(text), 1U);
  }
}

TEST(Suggest, FindsWhatWasMeant) {
  constexpr std::array<std::string_view, 5> known{"errno", "filesize", "fd", "timestamp", "clockid"};
  EXPECT_EQ(closest("erno", known), "errno");
  EXPECT_EQ(closest("errnno", known), "errno");
  EXPECT_EQ(closest("erron", known), "errno");
  EXPECT_EQ(closest("ERRNO", known), "errno");
  EXPECT_EQ(closest("timestanp", known), "timestamp");
  EXPECT_EQ(closest("whence", known), "");
  EXPECT_EQ(closest("fx", known), "") << "of two letters none may differ";
  EXPECT_EQ(closest("FD", known), "fd");
  EXPECT_EQ(closest("", known), "");
  EXPECT_EQ(closest(std::string(1000, 'x'), known), "");
  EXPECT_EQ(did_you_mean("erno", known), "did you mean 'errno'?");
  EXPECT_EQ(did_you_mean("whence", known), "");
}

TEST(Table, NamesElementsByIdsThatStay) {
  Table<std::string> table;
  const Id<std::string> first = table.add("a");
  for (int i = 0; i < 100; ++i) (void)table.add("more");
  EXPECT_EQ(table[first], "a");
  EXPECT_TRUE(first);
  EXPECT_FALSE(Id<std::string>());
}

}  // namespace
}  // namespace support
