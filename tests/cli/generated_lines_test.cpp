// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How generated code is laid out, whatever it says: no line is too long, none is broken that need not be, and no blanks are
// left over.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lines.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::lines_of;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

constexpr std::size_t columns = 100;
// What may follow on a line behind a call or a declaration: its layout leaves room for it everywhere.
constexpr std::size_t longest_end = 4;

struct Generated {
  std::string path;
  std::vector<std::string> lines;
};

// The snapshots and the specifications whose bindings are compiled, in a language.
std::vector<Generated> generated(const char* language) {
  std::vector<Generated> all;
  std::vector<std::string> specs{"@preview0", "@preview1"};
  StubbornFiles files;
  for (const char* name : {"flat", "oldest", "shapes"}) {
    const std::string path = std::string(PROJECT_DIR "/tests/bindings/specs/") + name + ".witx";
    const auto text = support::RealFiles().read(path);
    EXPECT_TRUE(std::holds_alternative<std::string>(text)) << path;
    specs.push_back(std::string(name) + ".witx");
    EXPECT_EQ(files.write(specs.back(), std::get<std::string>(text)).reason, "");
  }
  for (const std::string& spec : specs) {
    files.written.clear();
    const Answer answer = witxc(files, {"generate", "--lang", language, "-o", "out", spec});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    for (const std::string& path : files.written) {
      const std::string text = files.text(path);
      EXPECT_TRUE(text.ends_with('\n') && !text.ends_with("\n\n")) << path;
      all.push_back({.path = spec + ": " + path, .lines = lines_of(text)});
    }
  }
  EXPECT_GE(all.size(), specs.size());
  return all;
}

bool is_comment(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin != std::string_view::npos && (line.substr(begin).starts_with("//") || line[begin] == '*');
}

TEST(GeneratedLines, AreNoLongerThanAHundredColumns) {
  for (const char* language : {"cpp", "c"}) {
    for (const Generated& file : generated(language)) {
      std::size_t longest = 0;
      for (const std::string& line : file.lines) {
        longest = std::max(longest, line.size());
        EXPECT_LE(line.size(), columns) << file.path << '\n' << line;
      }
      // They are used, too.
      EXPECT_GT(longest, columns - 10) << file.path;
    }
  }
}

TEST(GeneratedLines, HaveNoBlanksLeftOver) {
  for (const char* language : {"cpp", "c", "md"}) {
    for (const Generated& file : generated(language)) {
      for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        EXPECT_FALSE(line.ends_with(' ')) << file.path << ':' << i + 1 << ": " << line;
        EXPECT_EQ(line.find('\t'), std::string::npos) << file.path << ':' << i + 1;
        // To Markdown two empty lines are one.
        if (std::string_view(language) == "md") continue;
        EXPECT_FALSE(line.empty() && i > 0 && file.lines[i - 1].empty()) << file.path << ':' << i + 1;
      }
    }
  }
}

TEST(GeneratedLines, AreBrokenOnlyWhereTheyMustBe) {
  std::size_t broken = 0;
  for (const char* language : {"cpp", "c"}) {
    for (const Generated& file : generated(language)) {
      for (std::size_t i = 0; i + 1 < file.lines.size(); ++i) {
        if (!file.lines[i].ends_with('(') || is_comment(file.lines[i])) continue;
        // The same on one line, as far as its parentheses go.
        std::string joined = file.lines[i];
        const auto open = [&joined] {
          return std::count(joined.begin(), joined.end(), '(') > std::count(joined.begin(), joined.end(), ')');
        };
        for (std::size_t next = i + 1; open() && next < file.lines.size(); ++next) {
          const std::string& line = file.lines[next];
          joined += (next == i + 1 ? "" : " ") + line.substr(std::min(line.find_first_not_of(' '), line.size()));
        }
        ++broken;
        EXPECT_GT(joined.size(), columns - longest_end) << file.path << ':' << i + 1 << ": " << joined;
      }
    }
  }
  EXPECT_GT(broken, 100U);
}

TEST(GeneratedLines, AssertionsTooAreBrokenOnlyWhereTheyMustBe) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (const char* language : {"cpp", "c"}) {
    for (const Generated& file : generated(language)) {
      for (std::size_t i = 0; i < file.lines.size(); ++i) {
        std::string joined = file.lines[i];
        const std::size_t begin = std::min(joined.find_first_not_of(' '), joined.size());
        const std::string_view start = std::string_view(joined).substr(begin);
        if (!start.starts_with("static_assert(") && !start.starts_with("WITX_ASSERT(")) continue;
        if (joined.ends_with(';')) {
          ++whole;
          continue;
        }
        for (std::size_t next = i + 1; !joined.ends_with(';') && next < file.lines.size(); ++next) {
          const std::string& line = file.lines[next];
          joined += " " + line.substr(std::min(line.find_first_not_of(' '), line.size()));
        }
        ++broken;
        EXPECT_GT(joined.size(), columns) << file.path << ':' << i + 1 << ": " << joined;
      }
    }
  }
  EXPECT_GT(whole, 100U);
  EXPECT_GT(broken, 0U);
}

}  // namespace
