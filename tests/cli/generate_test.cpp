// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "lines.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(Generate, PrintsThePathsThatItWrites) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"generate", "-o", "include", "@preview1"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.out, "include/wasi/preview1.hpp\n");
  EXPECT_THAT(files.text("include/wasi/preview1.hpp"), HasSubstr("fd_write"));
}

TEST(Generate, LeavesACurrentFileAlone) {
  StubbornFiles files{{"a.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  files.written.clear();
  const Answer again = witxc(files, {"generate", "a.witx"});
  EXPECT_EQ(again.out, "");
  EXPECT_TRUE(files.written.empty());
}

TEST(Generate, PrintsASingleOutput) {
  StubbornFiles files{{"a.witx", small_spec}};
  const Answer answer = witxc(files, {"generate", "-o", "-", "a.witx"});
  EXPECT_THAT(answer.out, HasSubstr("do_it"));
  EXPECT_TRUE(files.written.empty());
  EXPECT_EQ(witxc(files, {"generate", "-o", "-", "@preview0", "@preview1"}).exit_code, 2);
}

TEST(Generate, EachBuiltinIsASpecificationByItself) {
  StubbornFiles files;
  const Answer answer = witxc(files, {"generate", "@preview0", "@preview1"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(files.written, (std::vector<std::string>{"wasi/preview0.hpp", "wasi/preview1.hpp"}));
}

TEST(Generate, SaysNothingOfTheMachine) {
  StubbornFiles files{{"/home/somebody/a.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "/home/somebody/a.witx"}).exit_code, 0);
  EXPECT_THAT(files.text("tiny.hpp"), Not(HasSubstr("somebody")));
}

TEST(Generate, ReadsItsFilesFromAList) {
  StubbornFiles files{{"a.witx", small_spec}};
  EXPECT_EQ(witxc(files, {"generate", "--files-from", "-"}, "a.witx\r\n\n").exit_code, 0);
  EXPECT_EQ(files.written, std::vector<std::string>{"tiny.hpp"});
}

TEST(Generate, ReadsTheConfigurationAboveAndStaysBesideIt) {
  StubbornFiles files{{"../witxc.json",
                       R"({"specs": [{"files": ["spec/a.witx"]}], "outputs": [{"language": "cpp", "folder": "gen"}]})"},
                      {"../spec/a.witx", small_spec}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(files.written, (std::vector<std::string>{"../gen/tiny.hpp", "../witxc.outputs"}));
}

TEST(Generate, TheCommandLineComesBeforeTheConfiguration) {
  StubbornFiles files{
      {"witxc.json",
       R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": "cpp", "folder": "gen"}], "licence": "MIT"})"},
      {"a.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "-o", "elsewhere"}).exit_code, 0);
  EXPECT_EQ(files.written, std::vector<std::string>{"elsewhere/tiny.hpp"});
  EXPECT_THAT(files.text("elsewhere/tiny.hpp"), HasSubstr("SPDX-License-Identifier: MIT"));
}

TEST(Depfile, WithoutATargetNamesTheOutputs) {
  StubbornFiles files{{"a b.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "--lang", "cpp,md", "--depfile", "d", "a b.witx"}).exit_code, 0);
  EXPECT_EQ(files.text("d"), "tiny.hpp tiny.md: \\\n  a\\ b.witx\n");
  ASSERT_EQ(witxc(files, {"generate", "--depfile", "d", "--depfile-target", "stamp", "a b.witx"}).exit_code, 0);
  EXPECT_EQ(files.text("d"), "stamp: \\\n  a\\ b.witx\n");
  EXPECT_EQ(witxc(files, {"generate", "--depfile-target", "stamp", "a b.witx"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"generate", "--depfile", "d", "-o", "-", "a b.witx"}).exit_code, 2);
  // Standard input is not a file that could change.
  ASSERT_EQ(witxc(files, {"generate", "--depfile", "d", "-"}, small_spec).exit_code, 0);
  EXPECT_EQ(files.text("d"), "tiny.hpp:\n");
}

// What check says of a file, after one thing has changed.
struct Drift : testing::Test {
  StubbornFiles files{{"a.witx", small_spec}};

  void SetUp() override { ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0); }

  Answer check() { return witxc(files, {"check", "a.witx"}); }
  void put(const std::string& path, const std::string& text) { ASSERT_EQ(files.write(path, text).reason, ""); }
};

TEST_F(Drift, NamesAChangedSpecification) {
  put("a.witx", replaced(small_spec, "$bad", "$worse"));
  const Answer answer = check();
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.out, HasSubstr("out of date: the specification changed\n"));
  EXPECT_THAT(answer.out, HasSubstr("worse"));
  EXPECT_THAT(answer.out, HasSubstr("to fix it: witxc generate a.witx\n"));
}

TEST_F(Drift, NamesAnEditByHand) {
  put("tiny.hpp", replaced(files.text("tiny.hpp"), "do_it", "undo_it"));
  EXPECT_THAT(check().out, HasSubstr("out of date: it was edited by hand\n"));
}

TEST_F(Drift, NamesSeveralCausesAtOnce) {
  put("a.witx", replaced(small_spec, "$bad", "$worse"));
  put("tiny.hpp", replaced(files.text("tiny.hpp"), "do_it", "undo_it"));
  EXPECT_THAT(check().out, HasSubstr("the specification changed; it was edited by hand\n"));
}

TEST_F(Drift, NamesChangedOptions) {
  put("witxc.json", R"({"specs": [{"files": ["a.witx"]}], "docs": "none"})");
  const Answer answer = witxc(files, {"check"});
  EXPECT_THAT(answer.out, HasSubstr("out of date: the options changed\n"));
}

TEST_F(Drift, NamesChangedTemplates) {
  put("mine/cpp/import.mustache", "// replaced\n");
  const Answer answer = witxc(files, {"check", "--templates", "mine", "a.witx"});
  EXPECT_THAT(answer.out, HasSubstr("the templates changed"));
}

TEST_F(Drift, NamesAMissingFile) {
  ASSERT_FALSE(files.change({{.path = "tiny.hpp", .text = std::nullopt}}));
  const Answer answer = check();
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.out, HasSubstr("tiny.hpp is missing\n"));
}

TEST_F(Drift, LineEndingsAreNone) {
  put("tiny.hpp", cli_tests::with_crlf(files.text("tiny.hpp")));
  EXPECT_EQ(check().exit_code, 0) << check().out;
}

TEST_F(Drift, CheckWritesNothing) {
  put("a.witx", replaced(small_spec, "$bad", "$worse"));
  files.written.clear();
  EXPECT_EQ(check().exit_code, 1);
  EXPECT_TRUE(files.written.empty());
}

TEST(Builtins, StateTheFactsOfThePublishedDefinitions) {
  const std::string published = PROJECT_DIR "/../shared/spec/";
  if (!std::filesystem::exists(published)) GTEST_SKIP() << "the published definitions are not here: " << published;
  support::RealFiles files;
  const std::map<std::string, std::string> pairs{{"@preview1", "preview1/wasi_snapshot_preview1.witx"},
                                                 {"@preview0", "preview0/wasi_unstable.witx"}};
  for (const auto& [ours, theirs] : pairs) {
    const Answer a = witxc(files, {"dump", "--no-docs", ours});
    const Answer b = witxc(files, {"dump", "--no-docs", published + theirs});
    ASSERT_EQ(a.exit_code, 0) << a.err;
    ASSERT_EQ(b.exit_code, 0) << b.err;
    EXPECT_EQ(a.out, b.out) << ours;
  }
}

}  // namespace
