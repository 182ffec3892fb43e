// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `fmt --check` and `fmt --diff` are questions: the exit code is the answer, and nothing is written.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lines.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::with_crlf;
using cli_tests::witxc;

constexpr const char* in_order = "(typename $size u64)\n";
constexpr const char* not_in_order = "(typename  $size   u64)\n";

TEST(FmtCheck, AnswersWithItsExitCode) {
  struct Row {
    std::vector<std::string> arguments;
    int exit_code;
    const char* out;
  };
  const std::vector<Row> rows{
      {{"good.witx"}, 0, ""},
      {{"wide.witx"}, 1, "wide.witx is not formatted\n"},
      {{"good.witx", "wide.witx"}, 1, "wide.witx is not formatted\n"},
      // What comes last does not decide.
      {{"wide.witx", "good.witx"}, 1, "wide.witx is not formatted\n"},
      {{"bad.witx"}, 3, ""},
      {{"none.witx"}, 3, ""},
  };
  for (const Row& row : rows) {
    StubbornFiles files{{"good.witx", in_order}, {"wide.witx", not_in_order}, {"bad.witx", "(typename $size"}};
    std::vector<std::string> arguments{"fmt", "--check"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const Answer answer = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, row.exit_code) << row.arguments[0] << answer.err;
    EXPECT_EQ(answer.out, row.out);
    EXPECT_TRUE(files.written.empty()) << row.arguments[0];
  }
}

TEST(FmtCheck, ReadsStandardInput) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"fmt", "--check", "-"}, in_order).exit_code, 0);
  EXPECT_EQ(witxc(files, {"fmt", "--check", "-"}, not_in_order).exit_code, 1);
}

TEST(FmtCheck, ADifferenceIsShownAndOnlyWithCheckAFailure) {
  StubbornFiles files{{"wide.witx", not_in_order}};
  const Answer shown = witxc(files, {"fmt", "--diff", "wide.witx"});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_NE(shown.out.find("-(typename  $size   u64)\n+(typename $size u64)\n"), std::string::npos) << shown.out;
  const Answer checked = witxc(files, {"fmt", "--diff", "--check", "wide.witx"});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_EQ(checked.out, shown.out);
  EXPECT_TRUE(files.written.empty());
}

TEST(FmtCheck, WhatIsWrittenIsInOrder) {
  StubbornFiles files{{"wide.witx", not_in_order}, {"good.witx", in_order}};
  EXPECT_EQ(witxc(files, {"fmt", "-w", "wide.witx", "good.witx"}).exit_code, 0);
  EXPECT_EQ(files.written, std::vector<std::string>{"wide.witx"});
  EXPECT_EQ(files.text("wide.witx"), in_order);
  EXPECT_EQ(witxc(files, {"fmt", "--check", "wide.witx", "good.witx"}).exit_code, 0);
}

// Each mode of fmt, asked of one text under one setting, and whether it says that the text would change.
TEST(FmtCheck, EveryModeSaysTheSameOfOneText) {
  const std::string mixed = "(typename $size u64)\r\n(typename $other u64)\n";
  const std::vector<std::string> texts{in_order,
                                       not_in_order,
                                       with_crlf(in_order),
                                       with_crlf(not_in_order),
                                       mixed,
                                       "(typename  $size u64)\r\n(typename $other u64)\n",
                                       "(typename $size u64)",
                                       "(typename $size u64)\n\n",
                                       ";; Alone.\n"};
  for (const std::string& text : texts) {
    for (const char* const setting : {"", "keep", "lf", "crlf"}) {
      for (const char* const also : {"-q", "--upgrade"}) {
        if (text.starts_with(";;") && also[1] == '-') continue;  // nothing to upgrade
        SCOPED_TRACE(text + setting + also);
        StubbornFiles files{{"a.witx", text}};
        if (*setting != 0) {
          const std::string config = std::string(R"({"line_endings": ")") + setting + "\"}";
          ASSERT_EQ(files.write("witxc.json", config).reason, "");
        }
        files.written.clear();
        const bool changes = witxc(files, {"fmt", also, "a.witx"}).out != text;
        const auto exit_code = static_cast<int>(changes);
        const Answer checked = witxc(files, {"fmt", also, "--check", "a.witx"});
        EXPECT_EQ(checked.exit_code, exit_code) << checked.err;
        EXPECT_EQ(!checked.out.empty(), changes);
        EXPECT_EQ(!witxc(files, {"fmt", also, "--diff", "a.witx"}).out.empty(), changes);
        const Answer both = witxc(files, {"fmt", also, "--check", "--diff", "a.witx"});
        EXPECT_EQ(both.exit_code, exit_code);
        EXPECT_EQ(!both.out.empty(), changes);
        EXPECT_EQ(witxc(files, {"fmt", also, "--check", "-"}, text).exit_code, exit_code);
        EXPECT_TRUE(files.written.empty());
        const std::string printed = witxc(files, {"fmt", also, "a.witx"}).out;
        EXPECT_EQ(witxc(files, {"fmt", also, "-"}, text).out, printed);
        EXPECT_EQ(witxc(files, {"fmt", also, "-w", "a.witx"}).exit_code, 0);
        EXPECT_EQ(!files.written.empty(), changes);
        EXPECT_EQ(files.text("a.witx"), printed);
        // And then it is in order.
        EXPECT_EQ(witxc(files, {"fmt", also, "--check", "a.witx"}).exit_code, 0);
      }
    }
  }
}

}  // namespace
