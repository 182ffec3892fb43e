// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What support/ promises, against the plainest way to find the same answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/suggest.h"
#include "support/unified_diff.h"
#include "support/utf8.h"

namespace support {
namespace {

// The value of the code point that `text` begins with and its length, by the definition: or a length of 0.
std::pair<std::uint32_t, std::size_t> decoded(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t lead = byte(0);
  const std::size_t length = lead < 0x80 ? 1 : lead >> 5U == 6 ? 2 : lead >> 4U == 14 ? 3 : lead >> 3U == 30 ? 4 : 0;
  if (length == 0 || length > text.size()) return {0, 0};
  std::uint32_t value = length == 1 ? lead : lead & ((1U << (7 - length)) - 1);
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(i) >> 6U != 2) return {0, 0};
    value = value << 6U | (byte(i) & 63U);
  }
  const std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool valid = value >= least.at(length) && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return {value, valid ? length : 0};
}

std::size_t first_error(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decoded(text.substr(at)).second;
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

TEST(SupportLaws, Utf8IsWhatItsDefinitionSays) {
  // Both ends of every range that the definition speaks of.
  const std::string bytes =
      "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF";
  std::string text(4, '\0');
  for (const char a : bytes) {
    for (const char b : bytes) {
      for (const char c : bytes) {
        for (const char d : bytes) {
          text = {a, b, c, d};
          for (std::size_t size = 1; size <= 4; ++size)
            ASSERT_EQ(utf8_error(text.substr(0, size)), first_error(text.substr(0, size)))
                << testing::PrintToString(text.substr(0, size));
        }
      }
    }
  }
}

TEST(SupportLaws, EveryScalarIsWrittenAsItIsRead) {
  for (std::uint32_t value = 0; value <= 0x10FFFF; value += value < 0x900 ? 1 : 61) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, value);
    ASSERT_EQ(decoded(text), std::pair(value, text.size())) << value;
    // Behind letters that are looked at eight at a time, and cut anywhere.
    const std::string longer = "12345678" + text + "12345678";
    ASSERT_EQ(utf8_error(longer), std::string::npos);
    ASSERT_EQ(utf8_length(longer), 17U);
    for (std::size_t size = 8; size < 8 + text.size(); ++size) ASSERT_EQ(utf8_prefix(longer, size), "12345678");
    ASSERT_EQ(utf8_prefix(longer, 8 + text.size()), "12345678" + text);
  }
}

TEST(SupportLaws, CellsAreTwoOneOrNone) {
  const auto width = [](char32_t c) {
    std::string text;
    append_utf8(text, c);
    return display_width(text);
  };
  struct Range {
    char32_t first;
    char32_t last;
  };
  // Where neighbours of a block are wide themselves, they are not asked.
  for (const Range& wide : {Range{0x1100, 0x115F}, Range{0x2E80, 0x303E}, Range{0x3041, 0x4DBF}, Range{0x4E00, 0xA4CF},
                            Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE6F}, Range{0xFF00, 0xFF60},
                            Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
                            Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}}) {
    for (const char32_t c : {wide.first, wide.last}) EXPECT_EQ(width(c), 2U) << std::hex << std::uint32_t{c};
    for (const char32_t c : {wide.first - 1, wide.last + 1}) EXPECT_EQ(width(c), 1U) << std::hex << std::uint32_t{c};
  }
  for (const Range& none : {Range{0x300, 0x36F}, Range{0x200B, 0x200F}, Range{0xFE00, 0xFE0F}, Range{0x20D0, 0x20FF}}) {
    for (const char32_t c : {none.first, none.last}) EXPECT_EQ(width(c), 0U) << std::hex << std::uint32_t{c};
    for (const char32_t c : {none.first - 1, none.last + 1}) EXPECT_EQ(width(c), 1U) << std::hex << std::uint32_t{c};
  }
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("1234567\xE8\xA1\xA8"
                          "12345678\xE8\xA1\xA8"),
            19U);
  // What is not text takes a cell a byte, and is not read beyond its end.
  EXPECT_EQ(display_width("\xFF\x80"), 2U);
  EXPECT_EQ(display_width("a\xE8"), 2U);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Changes of one letter, and swaps of two neighbours, counted by trying them all.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t best = i == 0 ? j : j == 0 ? i : 1000;
      if (i > 0) best = std::min(best, table[i - 1][j] + 1);
      if (j > 0) best = std::min(best, table[i][j - 1] + 1);
      if (i > 0 && j > 0) best = std::min(best, table[i - 1][j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, table[i - 2][j - 2] + 1);
      table[i][j] = best;
    }
  }
  return table[a.size()][b.size()];
}

TEST(SupportLaws, TheClosestIsTheFirstOfTheFewestChanges) {
  std::mt19937 random(3);
  const auto word = [&random] {
    std::string text;
    for (auto i = random() % 8; i > 0; --i) text += "abC"[random() % 3];
    return text;
  };
  std::size_t found = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::vector<std::string> words{word(), word(), word()};
    const std::vector<std::string_view> candidates(words.begin(), words.end());
    const std::string asked = word();
    const std::size_t limit = asked.size() < 3 ? 0 : std::max<std::size_t>(1, asked.size() / 3);
    std::string_view best;
    std::size_t fewest = limit + 1;
    for (const std::string_view candidate : candidates) {
      if (candidate.empty() || distance(asked, candidate) >= fewest) continue;
      fewest = distance(asked, candidate);
      best = candidate;
    }
    ASSERT_EQ(closest(asked, candidates), best) << asked << ": " << testing::PrintToString(words);
    found += best.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 1000U);
  // Up to a hundred letters.
  const std::string longest(100, 'x');
  const std::string longer(101, 'x');
  const std::array<std::string_view, 2> candidates{longest, longer};
  EXPECT_EQ(closest(longest, candidates), longest);
  EXPECT_EQ(closest(longer, candidates), "");
}

std::size_t common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j)
      table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
  }
  return table[a.size()][b.size()];
}

TEST(SupportLaws, ADifferenceIsAsShortAsItCanBe) {
  std::mt19937 random(5);
  for (int round = 0; round < 2'000; ++round) {
    std::array<std::vector<std::string>, 2> lines;
    std::array<std::string, 2> texts;
    for (std::size_t side = 0; side < 2; ++side) {
      for (auto i = random() % 12; i > 0; --i) {
        lines[side].push_back(std::to_string(random() % 4) + "\n");
        texts[side] += lines[side].back();
      }
    }
    const std::string diff = unified_diff(texts[0], texts[1], {.old_name = "a", .new_name = "b"});
    if (texts[0] == texts[1]) {
      ASSERT_EQ(diff, "");
      continue;
    }
    std::size_t changed = 0;
    for (std::size_t at = diff.find("\n@@") + 1; at < diff.size(); at = diff.find('\n', at) + 1)
      changed += diff[at] == '+' || diff[at] == '-' ? 1 : 0;
    ASSERT_EQ(changed, lines[0].size() + lines[1].size() - 2 * common(lines[0], lines[1])) << diff;
  }
}

TEST(SupportLaws, ChangesShareAHunkWhereTheirContextsMeet) {
  const auto hunks = [](int between) {
    std::string before = "a\n";
    std::string after = "A\n";
    for (int i = 0; i < between; ++i) {
      before += "same\n";
      after += "same\n";
    }
    const std::string diff = unified_diff(before + "b\n", after + "B\n", {.old_name = "a", .new_name = "b"});
    std::size_t count = 0;
    for (std::size_t at = diff.find("@@ -"); at != std::string::npos; at = diff.find("@@ -", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(hunks(0), 1U);
  EXPECT_EQ(hunks(6), 1U);
  EXPECT_EQ(hunks(7), 2U);
  EXPECT_EQ(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n3\n4\n5\n6\n7\n8\n8.5\n9\n",
                         {.old_name = "a", .new_name = "b", .context = 1}),
            "--- a\n+++ b\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n@@ -8,2 +7,3 @@\n 8\n+8.5\n 9\n");
}

}  // namespace
}  // namespace support
