// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Options that every command shares, and what they promise.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/option_text.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::count;
using cli_tests::some_files;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

TEST(CommonOptions, QuietLeavesOutWarnings) {
  StubbornFiles files(some_files());
  EXPECT_THAT(witxc(files, {"validate", "warned.witx"}).err, HasSubstr("warning[WX"));
  EXPECT_EQ(witxc(files, {"validate", "-q", "warned.witx"}).err, "");
  EXPECT_THAT(witxc(files, {"validate", "-q", "--warnings-as-errors", "warned.witx"}).err, HasSubstr("warning[WX"));
  EXPECT_THAT(witxc(files, {"validate", "-q", "bad.witx"}).err, HasSubstr("error[WX"));
}

TEST(CommonOptions, VerboseNamesWhatIsRead) {
  StubbornFiles files(some_files());
  for (const Arguments& arguments : {Arguments{"validate", "ok.witx", "-v"},
                                     {"diff", "ok.witx", "ok.witx", "-v"},
                                     {"check", "ok.witx", "-v"},
                                     {"fmt", "ok.witx", "-v"},
                                     {"dump", "ok.witx", "-v"},
                                     {"layout", "errno", "ok.witx", "-v"}}) {
    EXPECT_THAT(witxc(files, arguments).err, HasSubstr("read ok.witx\n")) << arguments.front();
  }
}

TEST(CommonOptions, MaxErrorsShowsThatManyAndCountsTheRest) {
  StubbornFiles files(some_files());
  const Answer answer = witxc(files, {"validate", "bad.witx", "--max-errors", "1"});
  EXPECT_EQ(count(answer.err, "error[WX"), 1U) << answer.err;
  EXPECT_THAT(answer.err, HasSubstr(" not shown\n"));
  EXPECT_EQ(witxc(files, {"validate", "bad.witx", "--max-errors", "x"}).exit_code, 2);
}

TEST(CommonOptions, ColorIsForWhomItIsAskedFor) {
  StubbornFiles files(some_files());
  EXPECT_THAT(witxc(files, {"validate", "bad.witx", "--color", "always"}).err, HasSubstr("\x1b["));
  EXPECT_THAT(witxc(files, {"validate", "bad.witx"}).err, Not(HasSubstr("\x1b[")));
  const Answer diff = witxc(files, {"diff", "ok.witx", "grown.witx", "--color", "always", "--format", "text=plain"});
  EXPECT_THAT(diff.out, HasSubstr("\x1b["));
  EXPECT_THAT(files.text("plain"), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(files.text("plain"), HasSubstr("1 change"));
}

TEST(CommonOptions, FilesComeFromAListToo) {
  StubbornFiles files(some_files());
  static_cast<void>(files.write("list", "ok.witx\r\n\nwarned.witx"));
  EXPECT_EQ(witxc(files, {"validate", "--files-from", "list", "--warnings-as-errors"}).exit_code, 1);
  EXPECT_EQ(witxc(files, {"validate", "--files-from", "-"}, "bad.witx\n").exit_code, 3);
  EXPECT_EQ(witxc(files, {"validate", "--files-from", "-"}, "\n").exit_code, 2);
  EXPECT_EQ(witxc(files, {"validate", "--files-from", "nolist"}).exit_code, 3);
  EXPECT_EQ(witxc(files, {"diff", "--files-from", "-"}, "ok.witx\nrenamed.witx\n").exit_code, 1);
}

TEST(CommonOptions, CommandsThatReadNothingTakeNoOptionsOfReading) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"rules", "--dialect", "d6"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"explain", "WX0103", "-I", "x"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"template", "list", "--files-from", "x"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"config", "schema", "--warnings-as-errors"}).exit_code, 2);
  EXPECT_THAT(witxc(files, {"explain", "--help"}).out, Not(HasSubstr("FILES")));
  EXPECT_THAT(witxc(files, {"validate", "--help"}).out, HasSubstr("FILES are paths"));
}

// The answer is no noise: who leaves with 1 says why.
TEST(CommonOptions, QuietStillPrintsWhatWasAskedFor) {
  StubbornFiles files(some_files());
  static_cast<void>(files.write("odd.witx", "(typename $Odd u8)\n"));
  const Answer lint = witxc(files, {"lint", "-q", "odd.witx"});
  EXPECT_EQ(lint.exit_code, 1);
  EXPECT_EQ(lint.out, witxc(files, {"lint", "odd.witx"}).out);
  EXPECT_THAT(lint.out, HasSubstr("[WL0101]"));
  static_cast<void>(witxc(files, {"lint", "-q", "odd.witx", "--format", "text=report"}));
  EXPECT_EQ(files.text("report"), lint.out);
  static_cast<void>(files.write("odd.wasm", std::string("\0asm\1\0\0\0", 8)));
  EXPECT_EQ(witxc(files, {"imports", "-q", "odd.wasm"}).out, witxc(files, {"imports", "odd.wasm"}).out);
}

TEST(CommonOptions, ColorsNeedATerminalThatKnowsThemAndNobodyWhoSaysNo) {
  EXPECT_TRUE(cli::wants_color(true, nullptr, "xterm"));
  EXPECT_TRUE(cli::wants_color(true, nullptr, nullptr));
  EXPECT_TRUE(cli::wants_color(true, "", "xterm"));
  EXPECT_FALSE(cli::wants_color(true, "1", "xterm"));
  EXPECT_FALSE(cli::wants_color(true, "0", "xterm"));
  EXPECT_FALSE(cli::wants_color(true, nullptr, "dumb"));
  EXPECT_FALSE(cli::wants_color(false, nullptr, "xterm"));
}

TEST(CommonOptions, VersionHasAShortName) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"-V"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_EQ(answer.out, witxc(files, {"--version"}).out);
  EXPECT_THAT(witxc(files, {"--help"}).out, HasSubstr("-V,--version"));
}

// Every option of every command, before that command.
TEST(CommonOptions, AnOptionBeforeTheCommandSaysWhereItGoes) {
  StubbornFiles files;
  for (const cli::CommandInfo& command : cli::all_commands()) {
    for (const cli::OptionInfo& option : cli::all_options()) {
      if ((option.commands & cli::set_of(command.command)) == 0) continue;
      for (const std::string& name : cli::names_of(option)) {
        Arguments arguments{name};
        if (!option.value.empty()) arguments.emplace_back("some");
        arguments.emplace_back(command.name);
        const Answer answer = witxc(files, arguments);
        EXPECT_EQ(answer.exit_code, 2);
        EXPECT_THAT(answer.err, HasSubstr("'" + name + "' stands before the command"));
        EXPECT_THAT(answer.err, HasSubstr("witxc " + std::string(command.name) + ' ' + name));
      }
    }
  }
  EXPECT_THAT(witxc(files, {"-q"}).err, HasSubstr("options go behind it: witxc COMMAND -q\n"));
  EXPECT_THAT(witxc(files, {"--none", "validate"}).err, HasSubstr("unknown option '--none'"));
  EXPECT_THAT(witxc(files, {"--level", "abi", "validate"}).err, HasSubstr("unknown option '--level'"));
}

TEST(CommonOptions, AWrongValuePointsToTheHelpOfItsCommand) {
  StubbornFiles files;
  std::size_t tried = 0;
  for (const cli::CommandInfo& command : cli::all_commands()) {
    for (const cli::OptionInfo& option : cli::all_options()) {
      if ((option.commands & cli::set_of(command.command)) == 0 || cli::words_of(option).empty()) continue;
      const Answer answer = witxc(files, {std::string(command.name), cli::names_of(option).back(), "no such"});
      EXPECT_EQ(answer.exit_code, 2);
      EXPECT_THAT(answer.err, HasSubstr("'witxc " + std::string(command.name) + " --help' shows how it is used"));
      ++tried;
    }
  }
  EXPECT_GT(tried, 20U);
  EXPECT_THAT(witxc(files, {"validate", "--max-errors", "x"}).err, HasSubstr("'witxc validate --help'"));
}

}  // namespace
