// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `generate` beside the work of others: files that it did not write, files that were edited, files of which it is asked for a
// part only, and writes that fail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "lines.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Matches;
using testing::Not;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::with_crlf;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

constexpr const char* other_spec = R"((module $tiny
  (@interface func (export "do_it") (param $x u64))
  (@interface func (export "undo_it"))
)
)";

std::string edited(std::string text) { return text.replace(text.find("do_it"), 5, "do_so"); }

// What may stand in the place of an output.
struct There {
  std::string name;
  std::string text;
  // Whether it is the user's.
  bool kept;
  // Why, where it is.
  std::string reason;
};

std::vector<There> all_there() {
  StubbornFiles files{{"a.witx", small_spec}};
  EXPECT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  const std::string ours = files.text("tiny.hpp");
  std::string no_footer = ours;
  no_footer.erase(no_footer.rfind("// body: sha256"));
  return {{"nothing of witxc's", "int mine;\n", true, "is there already, and witxc did not write it"},
          {"an empty file", "", true, "is there already, and witxc did not write it"},
          {"an edited one", edited(ours), true, "was edited after it was generated"},
          {"one with a line more at its end", ours + "int mine;\n", true, "was edited after it was generated"},
          {"one with a line more at its beginning", "int mine;\n" + ours, true, "was edited after it was generated"},
          {"one without its last line", no_footer, true, "was edited after it was generated"},
          {"what an earlier run wrote", ours, false, ""},
          {"the same with other line endings", with_crlf(ours), false, ""}};
}

TEST(Overwrite, OnlyWhatWasGeneratedAndIsAsItWas) {
  for (const There& there : all_there()) {
    SCOPED_TRACE(there.name);
    StubbornFiles files{{"a.witx", other_spec}, {"tiny.hpp", there.text}};
    const Answer answer = witxc(files, {"generate", "a.witx"});
    EXPECT_EQ(answer.exit_code, there.kept ? 4 : 0) << answer.err;
    EXPECT_EQ(files.text("tiny.hpp") == there.text, there.kept);
    EXPECT_EQ(files.written.empty(), there.kept);
    EXPECT_EQ(Matches(HasSubstr("error[WX0907]: 'tiny.hpp' " + there.reason))(answer.err), there.kept) << answer.err;
    EXPECT_EQ(Matches(HasSubstr("--force"))(answer.err), there.kept) << answer.err;
    EXPECT_EQ(witxc(files, {"generate", "--force", "a.witx"}).exit_code, 0);
    EXPECT_THAT(files.text("tiny.hpp"), HasSubstr("undo_it"));
    EXPECT_EQ(witxc(files, {"check", "a.witx"}).exit_code, 0);
  }
}

TEST(Overwrite, WhatIsCurrentIsNotLookedAtTwice) {
  StubbornFiles files{{"a.witx", small_spec}, {"out/tiny.md", "mine\n"}};
  ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  files.written.clear();
  EXPECT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  EXPECT_TRUE(files.written.empty());
}

TEST(Overwrite, OneFileInTheWayKeepsAllFromBeingWritten) {
  StubbornFiles files{{"a.witx", small_spec}, {"tiny.c", "int mine;\n"}};
  const Answer answer = witxc(files, {"generate", "--lang", "cpp", "--lang", "c", "--lang", "md", "a.witx"});
  EXPECT_EQ(answer.exit_code, 4);
  EXPECT_TRUE(files.written.empty());
  EXPECT_THAT(answer.err, HasSubstr("nothing was written"));
}

TEST(Overwrite, AFileThatCannotBeReadIsNotReplaced) {
  StubbornFiles files{{"a.witx", small_spec}};
  files.unreadable["tiny.hpp"] = {.kind = support::FileError::Kind::other, .reason = "permission denied"};
  const Answer answer = witxc(files, {"generate", "a.witx"});
  EXPECT_EQ(answer.exit_code, 4);
  EXPECT_THAT(answer.err, HasSubstr("'tiny.hpp' cannot be read (permission denied)"));
  EXPECT_TRUE(files.written.empty());
}

TEST(Overwrite, AFileKeepsItsLineEndings) {
  StubbornFiles files{{"a.witx", small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  ASSERT_EQ(files.write("tiny.hpp", with_crlf(files.text("tiny.hpp"))).reason, "");
  files.written.clear();
  ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  EXPECT_TRUE(files.written.empty());
  ASSERT_EQ(files.write("a.witx", other_spec).reason, "");
  ASSERT_EQ(witxc(files, {"generate", "a.witx"}).exit_code, 0);
  StubbornFiles fresh{{"a.witx", other_spec}};
  ASSERT_EQ(witxc(fresh, {"generate", "a.witx"}).exit_code, 0);
  EXPECT_EQ(files.text("tiny.hpp"), with_crlf(fresh.text("tiny.hpp")));
}

TEST(DryRun, SaysWhatWouldHappenAndDoesNothing) {
  StubbornFiles files{{"a.witx", small_spec}, {"witxc.json", R"({"specs": [{"files": ["a.witx"]}],
                       "outputs": [{"language": "cpp"}, {"language": "c"}]})"}};
  const Answer first = witxc(files, {"generate", "--dry-run"});
  EXPECT_EQ(first.out, "would write tiny.hpp\nwould write tiny.h\nwould write tiny.c\n");
  EXPECT_TRUE(files.written.empty());
  ASSERT_EQ(witxc(files, {"generate"}).exit_code, 0);
  EXPECT_EQ(witxc(files, {"generate", "--dry-run"}).out, "");
  ASSERT_EQ(files.write("a.witx", other_spec).reason, "");
  ASSERT_EQ(files
                .write("witxc.json", R"({"specs": [{"files": ["a.witx"]}],
            "outputs": [{"language": "cpp"}, {"language": "md"}]})")
                .reason,
            "");
  files.written.clear();
  EXPECT_EQ(witxc(files, {"generate", "--dry-run"}).out, "would change tiny.hpp\nwould write tiny.md\n");
  const Answer pruning = witxc(files, {"generate", "--dry-run", "--prune"});
  EXPECT_EQ(pruning.exit_code, 0);
  EXPECT_EQ(pruning.out, "would change tiny.hpp\nwould write tiny.md\nwould remove tiny.c\nwould remove tiny.h\n");
  EXPECT_TRUE(files.written.empty());
  EXPECT_NE(files.text("tiny.c"), "");
  // And that is what happens.
  EXPECT_EQ(witxc(files, {"generate", "--prune"}).out, "tiny.hpp\ntiny.md\nremoved tiny.c\nremoved tiny.h\n");
}

TEST(DryRun, AnswersAsTheRunWould) {
  StubbornFiles files{{"a.witx", small_spec}, {"tiny.hpp", "mine\n"}};
  EXPECT_EQ(witxc(files, {"generate", "--dry-run", "a.witx"}).exit_code, 4);
  const Answer forced = witxc(files, {"generate", "--dry-run", "--force", "a.witx"});
  EXPECT_EQ(forced.exit_code, 0);
  EXPECT_EQ(forced.out, "would change tiny.hpp\n");
  EXPECT_EQ(witxc(files, {"generate", "--dry-run", "-o", "-", "a.witx"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"generate", "--dry-run", "--list-outputs", "a.witx"}).exit_code, 2);
}

// A file for each function, in the place of the two outputs that the configuration has.
struct Pruning : testing::Test {
  StubbornFiles files{
      {"a.witx", other_spec}, {"mine/md/f.mustache", "<%function_name%>\n"}, {"witxc.json", configuration("md")}};
  const std::string one = "f/do_it.md";
  const std::string two = "f/undo_it.md";

  static std::string configuration(const std::string& language, const std::string& only = "") {
    return R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": ")" + language +
           R"(", "templates": "mine", "extra": [{"template": "f", "for_each": "function", "file": "f/<%function_name%>.md"}]}],)" +
           R"("only": [)" + only + "]}";
  }

  void SetUp() override {
    ASSERT_EQ(witxc(files, {"generate"}).exit_code, 0);
    files.written.clear();
  }
  void put(const std::string& path, const std::string& text) { ASSERT_EQ(files.write(path, text).reason, ""); }
  [[nodiscard]] bool both_are_there() const { return !files.text(one).empty() && !files.text(two).empty(); }
};

TEST_F(Pruning, RemovesWhatNothingAsksForAnyMore) {
  put("witxc.json", configuration("md", R"("do_it")"));
  EXPECT_THAT(witxc(files, {"check"}).out, HasSubstr("f/undo_it.md is stale"));
  const Answer answer = witxc(files, {"generate", "--prune"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("removed f/undo_it.md\n"));
  EXPECT_EQ(files.text(two), "");
  EXPECT_EQ(witxc(files, {"check"}).exit_code, 0);
}

TEST_F(Pruning, KeepsWhatWasEdited) {
  put("witxc.json", configuration("md", R"("do_it")"));
  put(two, files.text(two) + "More.\n");
  const std::string listed = files.text("witxc.outputs");
  const std::string page = files.text("tiny.md");
  files.written.clear();
  const Answer answer = witxc(files, {"generate", "--prune"});
  EXPECT_EQ(answer.exit_code, 4);
  EXPECT_THAT(answer.err, HasSubstr("'f/undo_it.md' was edited after it was generated"));
  EXPECT_THAT(answer.err, HasSubstr("to remove it all the same: --force"));
  EXPECT_TRUE(both_are_there());
  EXPECT_TRUE(files.written.empty());
  EXPECT_EQ(files.text("witxc.outputs"), listed);
  EXPECT_EQ(files.text("tiny.md"), page);
  // What check prints does it.
  EXPECT_THAT(witxc(files, {"check"}).out, HasSubstr("to fix it: witxc generate --prune --force\n"));
  EXPECT_EQ(witxc(files, {"generate", "--prune", "--force"}).exit_code, 0);
  EXPECT_EQ(files.text(two), "");
}

// A part of what is asked for does not tell what else is.
TEST_F(Pruning, NeedsTheWholeConfiguration) {
  const std::string listed = files.text("witxc.outputs");
  for (const Arguments& part : std::vector<Arguments>{{"--only", "do_it"},
                                                      {"--lang", "cpp"},
                                                      {"-o", "elsewhere"},
                                                      {"--layers", "raw"},
                                                      {"--split"},
                                                      {"--templates", "mine"},
                                                      {"a.witx"},
                                                      {"--config", "witxc.json", "a.witx"}}) {
    SCOPED_TRACE(part.front());
    Arguments pruning{"generate", "--prune"};
    pruning.insert(pruning.end(), part.begin(), part.end());
    const Answer answer = witxc(files, pruning);
    EXPECT_EQ(answer.exit_code, 2) << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("'--prune' needs all that witxc.json asks for"));
    EXPECT_TRUE(files.written.empty());
    EXPECT_TRUE(both_are_there());
    Arguments writing{"generate", "--force"};
    writing.insert(writing.end(), part.begin(), part.end());
    EXPECT_EQ(witxc(files, writing).exit_code, 0);
    EXPECT_TRUE(both_are_there());
    EXPECT_EQ(files.text("witxc.outputs"), listed);
    files.written.clear();
  }
}

TEST_F(Pruning, DoesNothingAfterAWriteThatFailed) {
  put("a.witx", small_spec);
  const std::string listed = files.text("witxc.outputs");
  files.unwritable["tiny.md"] = {.kind = support::FileError::Kind::other, .reason = "no space left on the device"};
  files.written.clear();
  const Answer answer = witxc(files, {"generate", "--prune", "--depfile", "d", "--depfile-target", "t"});
  EXPECT_EQ(answer.exit_code, 4);
  EXPECT_TRUE(both_are_there());
  EXPECT_EQ(files.text("witxc.outputs"), listed);
  EXPECT_EQ(files.text("d"), "");
  EXPECT_THAT(answer.out, Not(HasSubstr("removed")));
  // Once there is room, the same command does it all.
  files.unwritable.clear();
  EXPECT_EQ(witxc(files, {"generate", "--prune"}).exit_code, 0);
  EXPECT_EQ(files.text(two), "");
  EXPECT_THAT(files.text("witxc.outputs"), Not(HasSubstr(two)));
}

TEST_F(Pruning, TheListKeepsItsLineEndings) {
  put("witxc.outputs", with_crlf(files.text("witxc.outputs")));
  files.written.clear();
  EXPECT_EQ(witxc(files, {"generate"}).exit_code, 0);
  EXPECT_TRUE(files.written.empty());
  put("a.witx", small_spec);
  EXPECT_EQ(witxc(files, {"generate", "--prune"}).exit_code, 0);
  EXPECT_EQ(files.text(two), "");
  EXPECT_EQ(files.text("witxc.outputs"), with_crlf("# What witxc wrote for the configuration beside this file; --prune "
                                                   "goes by it.\nf/do_it.md\ntiny.md\n"));
}

// Templates without a provenance of their own: the list says what was written.
struct WithoutMarker : testing::Test {
  StubbornFiles files{
      {"a.witx", other_spec},
      {"mine/plain/outputs.mustache", "page tiny.txt\n"},
      {"mine/plain/page.mustache", "<%#modules%><%#functions%><%function_name%>\n<%/functions%><%/modules%>"},
      {"witxc.json", R"({"specs": [{"files": ["a.witx"]}], "outputs": [{"language": "plain", "templates": "mine"}]})"}};

  void SetUp() override {
    const Answer answer = witxc(files, {"generate"});
    ASSERT_EQ(answer.exit_code, 0) << answer.err;
    ASSERT_THAT(files.text("tiny.txt"), Not(HasSubstr("@generated")));
  }
  void put(const std::string& path, const std::string& text) { ASSERT_EQ(files.write(path, text).reason, ""); }
};

TEST_F(WithoutMarker, WhatIsAsItWasWrittenIsReplaced) {
  put("a.witx", small_spec);
  EXPECT_EQ(witxc(files, {"generate"}).exit_code, 0);
  EXPECT_EQ(witxc(files, {"check"}).exit_code, 0);
}

TEST_F(WithoutMarker, WhatWasEditedIsNot) {
  put("tiny.txt", "mine\n");
  EXPECT_EQ(witxc(files, {"generate"}).exit_code, 4);
  EXPECT_EQ(files.text("tiny.txt"), "mine\n");
  EXPECT_EQ(witxc(files, {"generate", "--force"}).exit_code, 0);
}

TEST_F(WithoutMarker, WhatNothingAsksForIsRemovedUnlessItWasEdited) {
  put("mine/plain/outputs.mustache", "page other.txt\n");
  const std::string text = files.text("tiny.txt");
  put("tiny.txt", "mine\n");
  EXPECT_EQ(witxc(files, {"generate", "--prune"}).exit_code, 4);
  EXPECT_EQ(files.text("tiny.txt"), "mine\n");
  put("tiny.txt", text);
  EXPECT_EQ(witxc(files, {"generate", "--prune"}).exit_code, 0);
  EXPECT_EQ(files.text("tiny.txt"), "");
}

}  // namespace
