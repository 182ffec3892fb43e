// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each exit code, provoked in each way that leads to it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tool.h"

namespace {

using testing::HasSubstr;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

constexpr int clean = 0;
constexpr int finding = 1;
constexpr int usage = 2;
constexpr int bad_input = 3;
constexpr int unwritable = 4;

TEST(ExitCodes, HelpListsThemAll) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"--help"});
  EXPECT_EQ(answer.exit_code, clean);
  for (const char* line :
       {"0   clean", "1   a finding", "2   the command line", "3   the input", "4   the output", "70  a bug"}) {
    EXPECT_THAT(answer.out, HasSubstr(line)) << line;
  }
}

TEST(ExitCodes, VersionIsClean) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"--version"});
  EXPECT_EQ(answer.exit_code, clean);
  EXPECT_TRUE(answer.out.starts_with("witxc "));
}

TEST(ExitCodes, NoCommandIsUsage) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {}).exit_code, usage);
}

TEST(ExitCodes, UnknownCommandIsUsageWithASuggestion) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"genrate"});
  EXPECT_EQ(answer.exit_code, usage);
  EXPECT_THAT(answer.err, HasSubstr("unknown command 'genrate'"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'generate'?"));
}

TEST(ExitCodes, UnknownOptionIsUsageWithASuggestion) {
  StubbornFiles files{{"a.witx", small_spec}};
  const Answer answer = witxc(files, {"validate", "--max-eror=3", "a.witx"});
  EXPECT_EQ(answer.exit_code, usage);
  EXPECT_THAT(answer.err, HasSubstr("did you mean '--max-errors'?"));
}

TEST(ExitCodes, WrongWordForAnOptionIsUsage) {
  StubbornFiles files{{"a.witx", small_spec}};
  const Answer answer = witxc(files, {"validate", "--dialect", "d66", "a.witx"});
  EXPECT_EQ(answer.exit_code, usage);
  EXPECT_THAT(answer.err, HasSubstr("d6"));
}

TEST(ExitCodes, UnknownBuiltinIsUsage) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"validate", "@previw1"});
  EXPECT_EQ(answer.exit_code, usage);
  EXPECT_THAT(answer.err, HasSubstr("@preview1"));
}

TEST(ExitCodes, UnknownLanguageIsUsage) {
  StubbornFiles files{{"a.witx", small_spec}};
  EXPECT_EQ(witxc(files, {"generate", "--lang", "cp", "a.witx"}).exit_code, usage);
  EXPECT_TRUE(files.written.empty());
}

TEST(ExitCodes, WrongConfigurationIsUsageWithAPlace) {
  StubbornFiles files{{"witxc.json", "{\n  \"specs\": [ { \"files\": [\"a.witx\"] } ],\n  \"ouputs\": []\n}\n"},
                      {"a.witx", small_spec}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, usage);
  EXPECT_THAT(answer.err, HasSubstr("witxc.json:3:3"));
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'outputs'?"));
}

TEST(ExitCodes, NothingToGenerateIsUsage) {
  StubbornFiles files;
  EXPECT_EQ(witxc(files, {"generate"}).exit_code, usage);
}

TEST(ExitCodes, ValidInputIsClean) {
  StubbornFiles files{{"a.witx", small_spec}};
  for (const char* command : {"validate", "dump", "generate"}) {
    const Answer answer = witxc(files, {command, "a.witx"});
    EXPECT_EQ(answer.exit_code, clean) << command << answer.err;
    EXPECT_EQ(answer.err, "") << command;
  }
}

// Whatever is wrong with the input, no command reads as an answer.
TEST(ExitCodes, InputWithErrorsIsNoAnswer) {
  const std::map<std::string, std::string> wrong{
      {"unknown.witx", "(typename $a $b)"},      {"unclosed.witx", "(typename $a"},
      {"binary.witx", std::string("\0\1\2", 3)}, {"latin1.witx", ";; caf\xE9\n"},
      {"word.witx", "record point { x: u32 }"},  {"twice.witx", "(typename $a u8) (typename $a u8)"},
      {"form.witx", "(typename $a (enm $x))"},
  };
  for (const auto& [name, text] : wrong) {
    for (const char* command : {"validate", "dump", "generate", "check"}) {
      StubbornFiles files(wrong);
      const Answer answer = witxc(files, {command, name});
      EXPECT_EQ(answer.exit_code, bad_input) << command << ' ' << name << '\n' << answer.err;
      EXPECT_THAT(answer.err, HasSubstr(name));
      EXPECT_TRUE(files.written.empty()) << command << ' ' << name;
    }
  }
}

TEST(ExitCodes, MissingFileIsNoAnswer) {
  for (const char* command : {"validate", "dump", "generate", "check"}) {
    StubbornFiles files;
    const Answer answer = witxc(files, {command, "nowhere.witx"});
    EXPECT_EQ(answer.exit_code, bad_input) << command;
    EXPECT_THAT(answer.err, HasSubstr("cannot read 'nowhere.witx': no such file"));
  }
}

TEST(ExitCodes, FolderInsteadOfAFileIsNoAnswer) {
  StubbornFiles files;
  files.unreadable["folder"] = {.kind = support::FileError::Kind::not_a_file, .reason = "is a folder"};
  const Answer answer = witxc(files, {"validate", "folder"});
  EXPECT_EQ(answer.exit_code, bad_input);
  EXPECT_THAT(answer.err, HasSubstr("is a folder"));
}

TEST(ExitCodes, WarningsAreAFindingWhenAsked) {
  StubbornFiles files{{"a.witx", "(typename $a (enum (@witx tag u8)))"}};
  EXPECT_EQ(witxc(files, {"validate", "a.witx"}).exit_code, clean);
  EXPECT_EQ(witxc(files, {"validate", "--warnings-as-errors", "a.witx"}).exit_code, finding);
}

TEST(ExitCodes, FullDiskIsUnwritableAndSaysSo) {
  StubbornFiles files{{"a.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "-o", "out", "--docs", "none", "a.witx"}).exit_code, clean);
  const std::string old = files.text("out/tiny.hpp");
  files.unwritable["out/tiny.hpp"] = {.kind = support::FileError::Kind::other, .reason = "no space left on the device"};
  const Answer answer = witxc(files, {"generate", "-o", "out", "a.witx"});
  EXPECT_EQ(answer.exit_code, unwritable);
  EXPECT_THAT(answer.err, HasSubstr("cannot write 'out/tiny.hpp': no space left on the device"));
  EXPECT_EQ(files.text("out/tiny.hpp"), old);
}

TEST(ExitCodes, DriftIsAFinding) {
  StubbornFiles files{{"a.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"check", "a.witx"}).exit_code, finding);
  ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, clean);
  EXPECT_EQ(witxc(files, {"check", "a.witx"}).exit_code, clean);
}

TEST(ExitCodes, OutputThatCannotBeReadIsNoAnswer) {
  StubbornFiles files{{"a.witx", small_spec}};
  files.unreadable["tiny.hpp"] = {.kind = support::FileError::Kind::other, .reason = "permission denied"};
  EXPECT_EQ(witxc(files, {"check", "a.witx"}).exit_code, bad_input);
}

}  // namespace
