// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One file under several spellings, and files that a run reads and is asked to write: nothing of the user's is lost by either.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

std::string config(const std::string& outputs, const std::string& spec = "a.witx") {
  return R"({"specs": [{"files": [")" + spec + R"("]}], "outputs": [)" + outputs + "]}";
}
std::string in_folder(const std::string& folder) { return R"({"language": "cpp", "folder": ")" + folder + "\"}"; }

TEST(SameFiles, PruneKnowsAFolderHoweverItIsSpelled) {
  StubbornFiles files{{"a.witx", small_spec}, {"witxc.json", config(in_folder("out"))}};
  EXPECT_EQ(witxc(files, {"generate"}).exit_code, 0);
  for (const char* const spelled : {"./out", "out/", "out/../out", "."}) {
    EXPECT_TRUE(files.write("witxc.json", config(in_folder(spelled))).reason.empty());
    const Answer answer = witxc(files, {"generate", "--prune"});
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(witxc(files, {"check", "-q"}).exit_code, 0) << spelled;
  }
  // The last one is another folder.
  EXPECT_TRUE(files.exists("tiny.hpp"));
  EXPECT_FALSE(files.exists("out/tiny.hpp"));
}

TEST(SameFiles, TwoOutputsForOneFileAreNoticedHoweverItIsSpelled) {
  StubbornFiles files{{"a.witx", small_spec}, {"witxc.json", config(in_folder("out") + ", " + in_folder("./out"))}};
  const Answer answer = witxc(files, {"generate"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("two outputs would be written to './out/tiny.hpp'"));
}

TEST(SameFiles, TwoConfigurationsKeepTheirLists) {
  StubbornFiles files{{"a.witx", small_spec},
                      {"b.witx", "(module $other (@interface func (export \"f\")))\n"},
                      {"one.json", config(in_folder("out"))},
                      {"two.json", config(in_folder("out"), "b.witx")}};
  EXPECT_EQ(witxc(files, {"generate", "--config", "one.json"}).exit_code, 0);
  EXPECT_EQ(witxc(files, {"generate", "--config", "two.json", "--prune"}).exit_code, 0);
  EXPECT_TRUE(files.exists("one.outputs") && files.exists("two.outputs"));
  for (const char* const name : {"one.json", "two.json"})
    EXPECT_EQ(witxc(files, {"check", "-q", "--config", name}).exit_code, 0) << name;
}

TEST(SameFiles, WhatARunReadsItDoesNotOverwrite) {
  const StubbornFiles before{{"a.witx", small_spec}, {"b.witx", small_spec}, {"witxc.json", config(in_folder("out"))}};
  for (const Arguments& arguments : {Arguments{"generate", "--depfile", "a.witx"},
                                     {"generate", "--depfile", "./witxc.json"},
                                     {"generate", "--depfile", "out/tiny.hpp"},
                                     {"validate", "--format", "json=a.witx", "a.witx"},
                                     {"check", "--format", "sarif=out/../a.witx"},
                                     {"diff", "a.witx", "b.witx", "--write-accept", "b.witx"}}) {
    StubbornFiles files{{"a.witx", small_spec}, {"b.witx", small_spec}, {"witxc.json", config(in_folder("out"))}};
    const Answer answer = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, 2) << arguments[0] << ' ' << arguments[1] << ' ' << answer.err;
    for (const char* const name : {"a.witx", "b.witx", "witxc.json"})
      EXPECT_EQ(files.text(name), before.text(name)) << arguments[0] << ' ' << arguments[1];
  }
}

TEST(SameFiles, ApprovalsAreReadAndWrittenAnew) {
  StubbornFiles files{{"a.witx", "(typename $n u8)\n"}, {"b.witx", "(typename $n u16)\n"}};
  EXPECT_EQ(witxc(files, {"diff", "a.witx", "b.witx", "--write-accept", "ok"}).exit_code, 0);
  EXPECT_EQ(witxc(files, {"diff", "a.witx", "b.witx", "--accept", "ok", "--write-accept", "ok"}).exit_code, 0);
  EXPECT_EQ(witxc(files, {"diff", "a.witx", "b.witx", "--accept", "ok"}).exit_code, 0);
}

TEST(SameFiles, AFolderWithoutTemplatesIsNoSetOfTemplates) {
  StubbornFiles files{{"a.witx", small_spec}};
  const Answer answer = witxc(files, {"generate", "--templates", "nowhere", "a.witx"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("there are no templates in 'nowhere'"));
  EXPECT_FALSE(files.exists("tiny.hpp"));
}

TEST(SameFiles, ANamespaceDoesNotHideTheTypesOfHeaders) {
  for (const char* const name : {"witx", "mine::witx", "witx::mine"}) {
    StubbornFiles files{{"a.witx", small_spec}};
    const Answer answer = witxc(files, {"generate", "--namespace", name, "a.witx"});
    EXPECT_EQ(answer.exit_code, 2) << name;
    EXPECT_THAT(answer.err, HasSubstr("no part of a namespace can be 'witx'"));
  }
}

}  // namespace
