// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every command that writes a file, and a file that witxc did not write in its place: that stays, unless --force says otherwise.
// What witxc wrote before is replaced.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lines.h"
#include "questions.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;

using cli_tests::Answer;
using cli_tests::Arguments;
using cli_tests::named;
using cli_tests::Question;
using cli_tests::questions;
using cli_tests::some_files;
using cli_tests::StubbornFiles;
using cli_tests::with_crlf;
using cli_tests::witxc;

// A run that writes `path`, and how it ends where it may.
struct Writer {
  Arguments arguments;
  std::string path;
  int exit_code = 0;
};

std::vector<Writer> writers() {
  std::vector<Writer> all{{{"generate", "ok.witx"}, "tiny.hpp"},
                          {{"generate", "--config", "c.json"}, "c.outputs"},
                          {{"generate", "ok.witx", "--depfile", "d"}, "d"},
                          {{"generate", "-o", "-", "ok.witx", "--depfile", "d", "--depfile-target", "t"}, "d"},
                          {{"diff", "ok.witx", "renamed.witx", "--write-accept", "accepted"}, "accepted"},
                          {{"audit", "code.ts", "--spec", "ok.witx", "--write-accept", "accepted"}, "accepted"},
                          {{"man", "-o", "pages"}, "pages/witxc.1"},
                          {{"man", "-o", "pages"}, "pages/witxc-fmt.1"},
                          {{"template", "export", "c", "-o", "mine"}, "mine/c/header.mustache"},
                          {{"config", "init"}, "witxc.json"},
                          {{"config", "init"}, "witxc.schema.json"}};
  for (const char* format : {"text", "gcc", "json", "sarif", "junit", "github", "gitlab"}) {
    const std::string option = std::string("--format=") + format + "=report";
    all.push_back({{"validate", "bad.witx", option}, "report", 3});
    all.push_back({{"check", "ok.witx", option}, "report", 1});
    all.push_back({{"lint", "warned.witx", option}, "report", 1});
    all.push_back({{"imports", "env.wasm", option}, "report", 1});
    all.push_back({{"diff", "ok.witx", "renamed.witx", option}, "report", 1});
    all.push_back({{"audit", "code.ts", "--spec", "ok.witx", option}, "report", 1});
  }
  return all;
}

// Texts that people write.
const std::vector<std::string>& texts_of_people() {
  static const std::vector<std::string> all{"int mine;\n",
                                            "Notes\n=====\n\n* WX0103: ask Jo\n",
                                            "{\n  \"mine\": 1\n}\n",
                                            "[1, 2]\n",
                                            "all: a.o\n\tcc -o all a.o\n",
                                            "all: \\\n  a.o\nclean:\n",
                                            "<?xml version=\"1.0\"?>\n<testsuites name=\"mine\"/>\n",
                                            ".TH MINE 1 \"\" \"mine 1\"\n",
                                            "b.c:1:2: error: mine\n",
                                            "Milk: what there is\nis current\nthe tap: fixed\n",
                                            "{\n  \"format\": 1,\n  \"mine\": true\n}\n",
                                            std::string("\0\1\2", 3)};
  return all;
}

StubbornFiles files_with(const std::string& path, const std::string& text) {
  std::map<std::string, std::string> files = some_files();
  files["c.json"] = R"({"specs": [{"files": ["ok.witx"]}], "outputs": [{"language": "cpp", "folder": "c"}]})";
  if (!path.empty()) files[path] = text;
  return StubbornFiles(files);
}

TEST(Writers, LeaveAFileThatWitxcDidNotWrite) {
  for (const Writer& writer : writers()) {
    for (const std::string& text : texts_of_people()) {
      SCOPED_TRACE(named({writer.arguments, 0}) + " over " + text);
      StubbornFiles files = files_with(writer.path, text);
      const Answer answer = witxc(files, writer.arguments);
      EXPECT_EQ(answer.exit_code, 4) << answer.err;
      EXPECT_EQ(files.text(writer.path), text);
      EXPECT_TRUE(files.written.empty());
      EXPECT_THAT(answer.err, HasSubstr("'" + writer.path + "' is there already, and witxc did not write it"));
      EXPECT_THAT(answer.err, HasSubstr("--force"));
      Arguments forced = writer.arguments;
      forced.emplace_back("--force");
      EXPECT_EQ(witxc(files, forced).exit_code, writer.exit_code);
      EXPECT_NE(files.text(writer.path), text);
    }
  }
}

// However often, also where an editor or a checkout changed the line endings; and what is the same is left alone.
TEST(Writers, ReplaceWhatTheyWroteBefore) {
  for (const Writer& writer : writers()) {
    SCOPED_TRACE(named({writer.arguments, 0}));
    if (writer.arguments.front() == "config") continue;
    StubbornFiles files = files_with("", "");
    ASSERT_EQ(witxc(files, writer.arguments).exit_code, writer.exit_code);
    const std::string text = files.text(writer.path);
    ASSERT_EQ(witxc(files, writer.arguments).exit_code, writer.exit_code);
    EXPECT_EQ(files.text(writer.path), text);
    ASSERT_EQ(files.write(writer.path, with_crlf(text)).reason, "");
    EXPECT_EQ(witxc(files, writer.arguments).exit_code, writer.exit_code);
  }
}

// Whatever a run found, in whatever format, another run's report may take its place.
TEST(Writers, AReportReplacesEveryOther) {
  const std::vector<std::string> formats{"text", "gcc", "json", "sarif", "junit", "github", "gitlab"};
  for (const Question& first : questions()) {
    for (const std::string& format : formats) {
      StubbornFiles files(some_files());
      Arguments arguments = first.arguments;
      arguments.push_back("--format=" + format + "=report");
      ASSERT_EQ(witxc(files, arguments).exit_code, first.exit_code);
      const Answer next = witxc(files, {"validate", "ok.witx", "--format", "sarif=report"});
      EXPECT_EQ(next.exit_code, 0) << named(first) << format << next.err << files.text("report");
    }
  }
}

// What somebody wrote into an approvals file stays there.
TEST(Writers, ApprovalsKeepCommentsAndReasons) {
  StubbornFiles files(some_files());
  const Arguments writing{"diff", "ok.witx", "renamed.witx", "--write-accept", "accepted"};
  ASSERT_EQ(witxc(files, writing).exit_code, 0);
  std::string text = files.text("accepted");
  const std::size_t last = text.rfind('\n', text.size() - 2) + 1;
  text.insert(last, "# Asked Jo.\n\n");
  text.insert(text.size() - 1, " (Jo knows)");
  text += "0123456789abcdef WD0201 is gone\n";
  ASSERT_EQ(files.write("accepted", text).reason, "");
  ASSERT_EQ(witxc(files, writing).exit_code, 0);
  EXPECT_EQ(files.text("accepted"), text.substr(0, text.find("0123456789abcdef")));
  EXPECT_EQ(witxc(files, {"diff", "ok.witx", "renamed.witx", "--accept", "accepted"}).exit_code, 0);
}

}  // namespace
