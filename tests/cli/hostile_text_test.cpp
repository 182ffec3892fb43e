// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// No text of the input leaves its string, its comment or its place on a page. What compilers say is asked in tests/bindings.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

std::string escape(char32_t scalar) { return fmt::format("\\u{{{:x}}}", static_cast<unsigned>(scalar)); }

TEST(HostileText, NoNameOfAnImportHoldsWhatCannotBeSeen) {
  std::vector<std::string> refused;
  for (char32_t c = 0; c < 0x20; ++c) refused.push_back(escape(c));
  for (char32_t c = 0x7F; c < 0xA0; ++c) refused.push_back(escape(c));
  for (const char32_t c : {0x200BU, 0x200EU, 0x2028U, 0x2029U, 0x202EU, 0x2066U, 0xFEFFU}) refused.push_back(escape(c));
  for (const char* bytes : {"\\ff", "\\c3", "\\ed\\a0\\80", "\\00", "\\n", "\\r", "\\t"}) refused.emplace_back(bytes);
  for (const std::string& part : refused) {
    for (const std::string& text :
         {fmt::format("(module $m (@interface func (export \"f{}g\")))", part),
          fmt::format("(module $m (import \"mem{}ory\" (memory)) (@interface func (export \"f\")))", part)}) {
      StubbornFiles files{{"m.witx", text}};
      for (const char* command : {"validate", "generate"}) {
        const Answer answer = witxc(files, {command, "m.witx"});
        EXPECT_EQ(answer.exit_code, 3) << text;
        EXPECT_NE(answer.err.find("error[WX0015]: the name of this "), std::string::npos) << text << answer.err;
      }
    }
  }
  StubbornFiles files{{"m.witx", "(module $m (@interface func (export \"\\u{e9}\\\"\\\\\\u{10ffff}\")))"}};
  EXPECT_EQ(witxc(files, {"validate", "m.witx"}).exit_code, 0);
}

// Every sign that a name may hold, in every place that has one, and words in the docs that would be markup or code.
constexpr std::string_view signs = "!#$%&'*+-./:<=>?@\\^_`|~";
constexpr std::string_view docs =
    ";;; a ` <b> | c *"
    "/ d /"
    "* e \\\n;;; <script>`x`</script> \\<i> -->\n;;;\n;;; ~~~\n;;; ```c <u>`\n;;; ```\n;;; <in code>\n";

std::string document() {
  std::string text;
  std::string members;
  std::string fields;
  std::string cases;
  std::string params;
  std::string functions;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const std::string name = fmt::format("n{}{}{}x", i, signs[i], signs[(i + 7) % signs.size()]);
    members += fmt::format("{} ${}\n", docs, name);
    fields += fmt::format("{} (field ${} u8)\n", docs, name);
    cases += fmt::format("{} (case ${} u8)\n", docs, name);
    params += fmt::format("{} (param ${} u8)\n", docs, name);
    const std::string exported = signs[i] == '\\' ? "n\\\\\\\"x" : fmt::format("n{}\\\"{}\\\\x", i, signs[i]);
    functions += fmt::format("{} (@interface func (export \"{}\") (param $p u8))\n", docs, exported);
    text += fmt::format("{}(typename $c{} (int u8 (const $k{} 1)))\n", docs, name, name);
  }
  return fmt::format(
      "{0}(typename $e<b>*/ (enum (@witx tag u8) {1}))\n{0}(typename $f`| (flags (@witx repr u32) {1}))\n"
      "{0}(typename $r\\ (record {2}))\n{0}(typename $v</a> (variant {3}))\n"
      "{0}(module $m<script>*/`|\\ {0}(@interface func (export \"all\") {4}) {5})\n",
      docs, members, fields, cases, params, functions);
}

// Behind the code that begins at `at`, as CommonMark says it; `at` if it does not end.
std::size_t behind_code(std::string_view text, std::size_t at) {
  const auto run = [&text](std::size_t i) { return std::min(text.find_first_not_of('`', i), text.size()) - i; };
  const std::size_t ticks = run(at);
  for (std::size_t i = at + ticks; i < text.size(); ++i) {
    if (text[i] != '`') continue;
    if (run(i) == ticks) return i + ticks;
    i += run(i) - 1;
  }
  return at;
}

// What is wrong with a page: a tag that is not ours, or a row with another number of cells than its table.
std::string wrong_with_page(std::string_view page) {
  std::string fence;
  std::size_t cells = 0;
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    const std::string_view line = page.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t ticks = std::min(line.find_first_not_of('`'), line.size());
    if (ticks >= 3 && line.find('`', ticks) == std::string_view::npos) {
      if (fence.empty()) {
        fence = line.substr(0, ticks);
      } else if (ticks >= fence.size() && ticks == line.size()) {
        fence.clear();
      }
      continue;
    }
    if (!fence.empty()) continue;
    if (line.starts_with("~~~")) return "a block begins: " + std::string(line);
    if (line.starts_with("<!-- ") && line.ends_with(" -->") && line.find("-->") == line.size() - 3) continue;
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == '`') {
        const std::size_t behind = behind_code(line, i);
        if (behind == i) return "code has no end: " + std::string(line);
        for (std::size_t j = i; j < behind; ++j) bars += line[j] == '|' && line[j - 1] != '\\' ? 1 : 0;
        i = behind - 1;
      } else if (line[i] == '|') {
        ++bars;
      } else if (line[i] == '<') {
        const bool ours = line.substr(i).starts_with("<a id=\"") || line.substr(i).starts_with("</a>");
        if (!ours) return "a tag: " + std::string(line);
      }
    }
    if (line.starts_with('|')) {
      if (cells != 0 && bars != cells) return "another number of cells: " + std::string(line);
      cells = bars;
    } else {
      cells = 0;
    }
  }
  return fence.empty() ? "" : "a block of code has no end";
}

TEST(HostileText, StaysInItsPlaceOnAPage) {
  StubbornFiles files{{"<b>-->`.witx", document()}};
  const Answer made = witxc(files, {"generate", "--lang", "md", "--docs", "full", "-o", "-", "<b>-->`.witx"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_EQ(wrong_with_page(made.out), "");
  EXPECT_NE(made.out.find("m\\<script\\>\\*/\\`\\|\\\\"), std::string::npos);
}

// Comments and literals are taken away as a compiler does; of what is left nothing came from the input but identifiers.
std::string code_of(std::string_view text) {
  std::string code;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("//")) {
      i = std::min(text.find('\n', i), text.size());
    } else if (text.substr(i).starts_with("/*")) {
      i = std::min(text.find("*/", i), text.size() - 2) + 2;
    } else if (text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i) i += text[i] == '\\' ? 1 : 0;
      if (i < text.size() && text[i] == '\n') return "a string has no end: " + code.substr(code.size() - 100);
      ++i;
    } else {
      code += text[i++];
    }
  }
  return code;
}

TEST(HostileText, StaysInItsStringsAndComments) {
  StubbornFiles files{{"m.witx", document()}};
  for (const char* language : {"cpp", "c"}) {
    ASSERT_EQ(witxc(files, {"generate", "--lang", language, "--docs", "full", "-o", "out", "m.witx"}).exit_code, 0);
  }
  std::size_t found = 0;
  for (const std::string& path : files.written) {
    const std::string text = files.text(path);
    for (const char c : text) ASSERT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << path;
    const std::string code = code_of(text);
    for (const std::string_view part : {"<script", "<b>", "a string has no end", "`", "in code"})
      EXPECT_EQ(code.find(part), std::string::npos) << path << part << code.substr(code.find(part));
    ++found;
  }
  EXPECT_EQ(found, 3U);
}

}  // namespace
