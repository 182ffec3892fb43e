// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Laws of the text that goes into comments, literals and lines of code; and Markdown, form by form.
#include "backend/base/literals.h"
#include "bind/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "../front_end.h"
#include "backend/base/prose.h"
#include "backend/cpp/flat.h"
#include "backend/md/md.h"
#include "support/utf8.h"

namespace {

using model::Core;

std::string utf8(char32_t scalar) {
  std::string text;
  support::append_utf8(text, scalar);
  return text;
}

TEST(ViewText, OfEachCharacterItIsDecidedWhetherAReaderCouldBeDeceived) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  // Controls, zero widths, directions, separators, the byte order mark.
  for (const Range& bad :
       {Range{0x00, 0x08}, Range{0x0B, 0x1F}, Range{0x7F, 0x9F}, Range{0x61C, 0x61C}, Range{0x200B, 0x200F},
        Range{0x2028, 0x202E}, Range{0x2060, 0x2069}, Range{0xFEFF, 0xFEFF}}) {
    for (char32_t c = bad.first; c <= bad.last; ++c)
      EXPECT_EQ(bind::harmless("a" + utf8(c) + "b"), "ab") << std::hex << static_cast<unsigned>(c);
  }
  EXPECT_EQ(bind::harmless("a\tb"), "a b");
  // Their neighbours are letters like others.
  for (const char32_t good : {0x20, 0x7E, 0xA0, 0x61B, 0x61D, 0x7FF, 0x800, 0x200A, 0x2010, 0x2027, 0x202F, 0x205F,
                              0x206A, 0xFEFE, 0xFF00, 0xFFFF, 0x10000, 0x10FFFF}) {
    EXPECT_EQ(bind::harmless("a" + utf8(good) + "b"), "a" + utf8(good) + "b")
        << std::hex << static_cast<unsigned>(good);
  }
}

TEST(ViewText, NoTextEndsAComment) {
  std::mt19937 random(7);
  const std::string letters = "*/\\? a\n\t\x80\xE2";
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto i = random() % 9; i > 0; --i) text += letters[random() % letters.size()];
    for (std::string line : bind::wrap_docs(text, 4)) {
      line += "\n";
      EXPECT_EQ(line.find("*/"), std::string::npos) << text;
      EXPECT_EQ(line.find("/*"), std::string::npos) << text;
      EXPECT_EQ(line.find("\\\n"), std::string::npos) << text;
      EXPECT_EQ(line.find("?\?/\n"), std::string::npos) << text;
      EXPECT_EQ(support::utf8_error(line), std::string::npos) << text;
    }
    const std::string literal = backend::escape_c_literal(text);
    EXPECT_EQ(literal.find("??"), std::string::npos) << text;
  }
}

TEST(ViewText, LinesAreFullAndNoFuller) {
  std::mt19937 random(11);
  for (int round = 0; round < 2'000; ++round) {
    const std::size_t width = 5 + random() % 20;
    std::vector<std::string> words;
    std::string docs;
    for (auto i = 1 + random() % 20; i > 0; --i) {
      words.emplace_back(1 + random() % 12, 'w');
      docs += words.back() + (random() % 4 == 0 ? "\n" : "  ");
    }
    std::vector<std::string> seen;
    const std::vector<std::string> lines = bind::wrap_docs(docs, width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string rest = lines[i];
      const bool one_word = rest.find(' ') == std::string::npos;
      EXPECT_TRUE(rest.size() <= width || one_word) << rest;
      // The first word of a line would not have fitted on the one before.
      if (i > 0) {
        EXPECT_GT(lines[i - 1].size() + 1 + rest.substr(0, rest.find(' ')).size(), width);
      }
      for (std::size_t at = rest.find(' '); at != std::string::npos; at = rest.find(' ')) {
        seen.push_back(rest.substr(0, at));
        rest.erase(0, at + 1);
      }
      seen.push_back(rest);
    }
    EXPECT_EQ(seen, words);
  }
}

TEST(ViewText, ListItemsHangBelowTheirText) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(bind::wrap_docs("* one two\n1. three four\n12. five\n999. six", 8),
            (Lines{"* one", "  two", "1. three", "   four", "12. five", "999. six"}));
  // No markers: too many digits, no blank, no digits.
  EXPECT_EQ(bind::wrap_docs("a\n1000. b\n1.c\n-d\n. e", 80), (Lines{"a 1000. b 1.c -d . e"}));
  EXPECT_EQ(bind::wrap_docs("a\n- b\nc\n\nd", 80), (Lines{"a", "- b c", "", "d"}));
  EXPECT_EQ(bind::wrap_docs("a\n\n\n\nb\n\n", 80), (Lines{"a", "", "b"}));
  EXPECT_EQ(bind::wrap_docs("a\n```\n x  y\n\n```\nb", 3), (Lines{"a", "```", " x  y", "", "```", "b"}));
}

TEST(ViewText, ASentenceEndsBeforeWhatIsNoSmallLetter) {
  EXPECT_EQ(bind::first_sentence("A a. A."), "A a");
  EXPECT_EQ(bind::first_sentence("A a. z"), "A a. z");
  EXPECT_EQ(bind::first_sentence("A a. a. 1 b. c"), "A a. a");
  EXPECT_EQ(bind::first_sentence("\n\nOne\ntwo\n\nthree"), "One two");
  EXPECT_EQ(bind::first_sentence("No end"), "No end");
  EXPECT_EQ(bind::first_sentence("Bell\x07."), "Bell");
}

TEST(ViewText, ItemsFillTheirLinesToTheLastColumn) {
  const std::vector<std::string> items{"aaa", "bbb", "ccc"};
  // 13 characters, begun at 5, with 2 behind them: 20.
  EXPECT_EQ(backend::wrap_items(items, 5, 2, 2, 20), "aaa, bbb, ccc");
  EXPECT_EQ(backend::wrap_items(items, 5, 2, 2, 19), "\n  aaa, bbb, ccc");
  // The last line has room for what follows: 2 + 13 + 2.
  EXPECT_EQ(backend::wrap_items(items, 9, 2, 2, 17), "\n  aaa, bbb, ccc");
  EXPECT_EQ(backend::wrap_items(items, 9, 2, 2, 16), "\n  aaa, bbb,\n  ccc");
  EXPECT_EQ(backend::wrap_items(items, 9, 2, 2, 11), "\n  aaa, bbb,\n  ccc");
  EXPECT_EQ(backend::wrap_items(items, 9, 2, 2, 10), "\n  aaa,\n  bbb,\n  ccc");
  EXPECT_EQ(backend::wrap_items({}, 90, 2, 2, 10), "");
}

TEST(ViewFlat, ASlotIsConvertedWithoutLosingABit) {
  const auto converted = [](Core from, Core to) { return backend::cpp::converted({.core = from, .value = "v"}, to); };
  for (const Core core : {Core::i32, Core::i64, Core::f32, Core::f64}) EXPECT_EQ(converted(core, core), "v");
  EXPECT_EQ(converted(Core::i32, Core::i64), "static_cast<witx::u64>(v)");
  EXPECT_EQ(converted(Core::i64, Core::i32), "static_cast<witx::u32>(v)");
  EXPECT_EQ(converted(Core::f32, Core::f64), "static_cast<witx::f64>(v)");
  EXPECT_EQ(converted(Core::f64, Core::f32), "static_cast<witx::f32>(v)");
  EXPECT_EQ(converted(Core::f32, Core::i32), "__builtin_bit_cast(witx::u32, v)");
  EXPECT_EQ(converted(Core::f32, Core::i64), "static_cast<witx::u64>(__builtin_bit_cast(witx::u32, v))");
  EXPECT_EQ(converted(Core::f64, Core::i64), "__builtin_bit_cast(witx::u64, v)");
  EXPECT_EQ(converted(Core::i32, Core::f32), "__builtin_bit_cast(witx::f32, static_cast<witx::u32>(v))");
  EXPECT_EQ(converted(Core::i64, Core::f32), "__builtin_bit_cast(witx::f32, static_cast<witx::u32>(v))");
  EXPECT_EQ(converted(Core::i64, Core::f64), "__builtin_bit_cast(witx::f64, static_cast<witx::u64>(v))");
}

// What a type is in Markdown.
std::string markdown(const std::string& type) {
  tests::FrontEnd front;
  front.read_text("(resource $r) (typename $n u8) (typename $t " + type + ")");
  EXPECT_EQ(front.diagnostics.errors(), 0U) << type;
  const model::TypeId id = front.model.definitions[model::DefinitionId(1)].type;
  return backend::md::markdown_type(front.model, id);
}

TEST(ViewMarkdown, TypesAreWordsAndLinks) {
  EXPECT_EQ(markdown("u8"), "`u8`");
  EXPECT_EQ(markdown("f64"), "`f64`");
  EXPECT_EQ(markdown("(@witx usize)"), "`usize`");
  EXPECT_EQ(markdown("(@witx char8)"), "`char8`");
  EXPECT_EQ(markdown("bool"), "`bool`");
  EXPECT_EQ(markdown("$n"), "[`n`](#n)");
  EXPECT_EQ(markdown("string"), "`string`");
  EXPECT_EQ(markdown("(list $n)"), "list of [`n`](#n)");
  EXPECT_EQ(markdown("(list (list u8))"), "list of list of `u8`");
  EXPECT_EQ(markdown("(@witx pointer $n)"), "pointer to [`n`](#n)");
  EXPECT_EQ(markdown("(@witx const_pointer $n)"), "constant pointer to [`n`](#n)");
  EXPECT_EQ(markdown("(handle)"), "handle");
  EXPECT_EQ(markdown("(handle $r)"), "handle of [`r`](#r)");
  EXPECT_EQ(markdown("(tuple u8 $n)"), "(`u8`, [`n`](#n))");
  EXPECT_EQ(markdown("(record (field $a u8))"), "record");
  EXPECT_EQ(markdown("(variant (case $a))"), "variant");
  EXPECT_EQ(markdown("(expected u8 (error $n))"), "`u8`, or the error [`n`](#n)");
  EXPECT_EQ(markdown("(expected (error))"), "nothing, or the error nothing");
}

TEST(ViewMarkdown, AnchorsAreMadeOfPlainLetters) {
  EXPECT_EQ(backend::anchor_of("azAZ09_-."), "azAZ09_-.");
  EXPECT_EQ(backend::anchor_of("`{@[/: !"), "--------");
}

TEST(ViewMarkdown, ProseIsNoMarkupAndCellsAreOneLine) {
  EXPECT_EQ(backend::md::prose("a <b> `<c>` | d")[0], "a \\<b> `<c>` | d");
  EXPECT_EQ(backend::md::cell_text("a | `b | c`\nd\n\n<e>"), "a \\| `b \\| c` d \\<e>");
  EXPECT_EQ(backend::md::cell_text(""), "");
  EXPECT_TRUE(backend::md::prose("").empty());
}

}  // namespace
