// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Options that every command shares, and what they promise.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample_files.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::contains;
using cli_tests::count;
using cli_tests::some_files;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

TEST(CommonOptions, QuietLeavesOutWarnings) {
  StubbornFiles files(some_files());
  EXPECT_TRUE(contains(witxc(files, {"validate", "warned.witx"}).err, "warning[WX"));
  EXPECT_EQ(witxc(files, {"validate", "-q", "warned.witx"}).err, "");
  EXPECT_TRUE(contains(witxc(files, {"validate", "-q", "--warnings-as-errors", "warned.witx"}).err, "warning[WX"));
  EXPECT_TRUE(contains(witxc(files, {"validate", "-q", "bad.witx"}).err, "error[WX"));
}

TEST(CommonOptions, VerboseNamesWhatIsRead) {
  StubbornFiles files(some_files());
  for (const Arguments& arguments : {Arguments{"validate", "ok.witx", "-v"},
                                     {"diff", "ok.witx", "ok.witx", "-v"},
                                     {"check", "ok.witx", "-v"},
                                     {"fmt", "ok.witx", "-v"},
                                     {"dump", "ok.witx", "-v"},
                                     {"layout", "errno", "ok.witx", "-v"}}) {
    EXPECT_TRUE(contains(witxc(files, arguments).err, "read ok.witx\n")) << arguments.front();
  }
}

TEST(CommonOptions, MaxErrorsShowsThatManyAndCountsTheRest) {
  StubbornFiles files(some_files());
  const Answer answer = witxc(files, {"validate", "bad.witx", "--max-errors", "1"});
  EXPECT_EQ(count(answer.err, "error[WX"), 1U) << answer.err;
  EXPECT_TRUE(contains(answer.err, " not shown\n")) << answer.err;
  EXPECT_EQ(witxc(files, {"validate", "bad.witx", "--max-errors", "x"}).exit_code, 2);
}

TEST(CommonOptions, ColorIsForWhomItIsAskedFor) {
  StubbornFiles files(some_files());
  EXPECT_TRUE(contains(witxc(files, {"validate", "bad.witx", "--color", "always"}).err, "\x1b["));
  EXPECT_FALSE(contains(witxc(files, {"validate", "bad.witx"}).err, "\x1b["));
  const Answer diff = witxc(files, {"diff", "ok.witx", "grown.witx", "--color", "always", "--format", "text=plain"});
  EXPECT_TRUE(contains(diff.out, "\x1b[")) << diff.out;
  EXPECT_FALSE(contains(files.text("plain"), "\x1b["));
  EXPECT_TRUE(contains(files.text("plain"), "1 change"));
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
  EXPECT_FALSE(contains(witxc(files, {"explain", "--help"}).out, "FILES"));
  EXPECT_TRUE(contains(witxc(files, {"validate", "--help"}).out, "FILES are paths"));
}

}  // namespace
