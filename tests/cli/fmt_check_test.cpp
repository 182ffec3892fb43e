// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `fmt --check` and `fmt --diff` are questions: the exit code is the answer, and nothing is written.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::StubbornFiles;
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

}  // namespace
