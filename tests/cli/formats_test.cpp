// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What validate, check and diff say in each format: what the formats' schemas require, the escapes of those that have any, and
// that the exit code does not depend on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "questions.h"
#include "report/formats.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;

using cli_tests::Answer;
using cli_tests::ask;
using cli_tests::count;
using cli_tests::named;
using cli_tests::Question;
using cli_tests::questions;
using cli_tests::report_of;
using cli_tests::some_files;
using cli_tests::some_finding;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;
using Arguments = std::vector<std::string>;

TEST(Formats, ChangeNoExitCode) {
  for (const Question& question : questions()) {
    for (const char* format : {"text", "gcc", "json", "sarif", "junit", "github", "gitlab"}) {
      const Answer answer = ask(question, format);
      EXPECT_EQ(answer.exit_code, question.exit_code) << named(question) << format << '\n' << answer.out << answer.err;
    }
  }
}

TEST(Formats, SeveralAtOnceAreWhatEachIsAlone) {
  for (const Question& question : questions()) {
    StubbornFiles files(some_files());
    Arguments arguments = question.arguments;
    for (const char* format : {"text", "gcc", "json", "sarif", "junit", "github", "gitlab"}) {
      arguments.insert(arguments.end(), {"--format", std::string(format) + "=out/" + format});
    }
    const Answer answer = witxc(files, arguments);
    EXPECT_EQ(answer.exit_code, question.exit_code);
    for (const char* format : {"gcc", "json", "sarif", "junit", "github", "gitlab"}) {
      const std::string alone = ask(question, format).out;
      const std::string together = files.text(std::string("out/") + format);
      EXPECT_EQ(together, alone) << named(question) << format;
    }
    EXPECT_EQ(files.text("out/text"), answer.out + answer.err) << named(question);
  }
}

TEST(Formats, OnlyOneGoesToStandardOutput) {
  StubbornFiles files(some_files());
  const Answer answer = witxc(files, {"validate", "ok.witx", "--format", "json", "--format", "sarif"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("both 'json' and 'sarif'"));
  EXPECT_EQ(witxc(files, {"validate", "ok.witx", "--format", "json=a,sarif=a"}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"validate", "ok.witx", "--format", "json="}).exit_code, 2);
  EXPECT_EQ(witxc(files, {"validate", "ok.witx", "--format", "jsn=a"}).exit_code, 2);
}

TEST(Formats, FullDiskIsUnwritable) {
  for (const char* spec : {"ok.witx", "bad.witx"}) {
    StubbornFiles files(some_files());
    files.unwritable["full"] = {.kind = support::FileError::Kind::other, .reason = "no space left on the device"};
    const Answer answer = witxc(files, {"validate", spec, "--format", "sarif=full,json=other"});
    EXPECT_EQ(answer.exit_code, 4) << answer.err;
    EXPECT_THAT(answer.err, HasSubstr("cannot write 'full': no space left on the device"));
    EXPECT_TRUE(json::accept(files.text("other")));
  }
}

TEST(Formats, PathsAreRelativeToTheWorkingDirectory) {
  support::Sources sources;
  const report::Places places(sources, "/home/me/project");
  EXPECT_EQ(places.file("/home/me/project/a/b.witx"), "a/b.witx");
  EXPECT_EQ(places.file("./b.witx"), "b.witx");
  EXPECT_EQ(places.file("/home/me/projects/b.witx"), "/home/me/projects/b.witx");
  EXPECT_EQ(places.file("git:HEAD~1:a b/c.witx"), "a b/c.witx");
  EXPECT_EQ(places.file("git:HEAD:/c.witx"), "c.witx");
}

TEST(Formats, BytesThatAreNotTextDoNoHarm) {
  const report::Findings findings{some_finding(report::FindingLevel::error, "\xff\x01]]>", "\xfe.witx")};
  for (const report::FormatInfo& format : report::all_formats()) {
    const std::string text = format.write(report_of(findings));
    EXPECT_FALSE(text.empty()) << format.name;
    if (format.name == "json" || format.name == "sarif" || format.name == "gitlab") {
      EXPECT_TRUE(json::accept(text)) << text;
    }
  }
  EXPECT_THAT(report::junit(report_of(findings)), HasSubstr("message=\"??]]&gt;\""));
}

// What the schema that Jenkins publishes requires: the counts agree, every case has a name and a class.
TEST(Formats, JunitHasWhatItsSchemaRequires) {
  for (const Question& question : questions()) {
    const std::string text = ask(question, "junit").out;
    EXPECT_TRUE(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ")) << text;
    EXPECT_TRUE(text.ends_with("  </testsuite>\n</testsuites>\n")) << text;
    std::smatch totals;
    ASSERT_TRUE(
        std::regex_search(text, totals, std::regex("<testsuite name=\"[^\"]+\" tests=\"(\\d+)\" failures=\"(\\d+)\"")));
    EXPECT_EQ(std::stoul(totals[1]), count(text, "<testcase classname=\"")) << text;
    EXPECT_EQ(std::stoul(totals[2]), count(text, "<failure type=\"")) << text;
    EXPECT_EQ(totals[2] == "0", question.exit_code == 0) << named(question) << text;
    EXPECT_EQ(count(text, "time=\"0\"/>"), question.exit_code == 0 ? 1U : 0U) << text;
  }
}

TEST(Formats, GithubEscapesDataAndProperties) {
  const report::Findings findings{some_finding(report::FindingLevel::warning, "100%: a,\r\nb", "a,b:c%.witx")};
  EXPECT_EQ(report::github(report_of(findings)),
            "::warning file=a%2Cb%3Ac%25.witx,line=3,endLine=3,col=5,endColumn=9,title=WX0103::100%25: a,%0D%0Ab\n"
            "::notice title=witxc validate::errors: 0, warnings: 1, notes: 0\n");
  EXPECT_EQ(report::github(report_of({})), "");
}

TEST(Formats, GithubShowsTenOfEachLevelTheWorstFirst) {
  report::Findings findings;
  for (const auto level : {report::FindingLevel::note, report::FindingLevel::warning, report::FindingLevel::error}) {
    for (int i = 0; i < 12; ++i) findings.push_back(some_finding(level, "m", "f"));
  }
  const std::string text = report::github(report_of(findings));
  EXPECT_EQ(count(text, "::error "), 10U);
  EXPECT_EQ(count(text, "::warning "), 10U);
  EXPECT_EQ(count(text, "::notice "), 10U);
  EXPECT_LT(text.rfind("::error "), text.find("::warning "));
  EXPECT_LT(text.rfind("::warning "), text.find("::notice "));
  EXPECT_TRUE(text.ends_with("::errors: 12, warnings: 12, notes: 12; 7 of them are not shown here\n")) << text;
}

TEST(Formats, GitlabHasWhatItRequires) {
  const std::set<json> severities{"info", "minor", "major", "critical", "blocker"};
  for (const Question& question : questions()) {
    const json list = json::parse(ask(question, "gitlab").out);
    ASSERT_TRUE(list.is_array());
    std::set<json> fingerprints;
    for (const json& item : list) {
      EXPECT_TRUE(fingerprints.insert(item.at("fingerprint")).second) << named(question) << list;
      EXPECT_TRUE(severities.contains(item.at("severity")));
      EXPECT_FALSE(item.at("description").get<std::string>().empty());
      EXPECT_FALSE(item.at("check_name").get<std::string>().empty());
      EXPECT_FALSE(item.at("location").at("path").get<std::string>().empty());
      EXPECT_GE(item["location"].at("lines").at("begin"), 1);
    }
  }
}

TEST(Formats, EqualFindingsAreToldApart) {
  report::Findings findings(3, some_finding(report::FindingLevel::error, "m", "f"));
  report::tell_apart(findings);
  EXPECT_EQ(findings[0].fingerprint, "0123456789abcdef");
  EXPECT_NE(findings[1].fingerprint, findings[0].fingerprint);
  EXPECT_NE(findings[2].fingerprint, findings[1].fingerprint);
}

TEST(Formats, FingerprintsDoNotDependOnLines) {
  StubbornFiles files{{"a.witx", "(typename $a $b)\n"}, {"sub/a.witx", ""}};
  const auto fingerprint = [&files] {
    return json::parse(witxc(files, {"validate", "a.witx", "--format", "json"}).out)["findings"][0]["fingerprint"];
  };
  const json before = fingerprint();
  static_cast<void>(files.write("a.witx", ";; moved\n\n  (typename $a $b)\n"));
  EXPECT_EQ(fingerprint(), before);
}

TEST(Formats, GccIsOneLineEach) {
  const Answer answer = ask({{"validate", "bad.witx"}, 3}, "gcc");
  const std::regex line(R"(bad\.witx:\d+:\d+: (error: .* \[WX\d{4}\]|note: .*))");
  std::size_t begin = 0;
  while (begin < answer.out.size()) {
    const std::size_t end = answer.out.find('\n', begin);
    EXPECT_TRUE(std::regex_match(answer.out.substr(begin, end - begin), line)) << answer.out;
    begin = end + 1;
  }
  EXPECT_THAT(answer.out, HasSubstr("bad.witx:1:11: note: first defined here\n"));
}

TEST(Formats, JsonTellsEverything) {
  const json document = json::parse(ask({{"check", "ok.witx", "-o", "edited"}, 1}, "json").out);
  EXPECT_EQ(document["format"], 1);
  EXPECT_EQ(document["command"], "check");
  EXPECT_EQ(document["answered"], true);
  EXPECT_EQ(document["counts"]["failing"], 1);
  const json& finding = document["findings"][0];
  EXPECT_EQ(finding["rule"], "WC0115");
  EXPECT_EQ(finding["place"]["file"], "edited/tiny.hpp");
  EXPECT_EQ(finding["help"][0], "to fix it: witxc generate --output edited ok.witx --force");
}

TEST(Formats, UnansweredQuestionsSayWhyOnTheTerminalToo) {
  const Answer answer = ask({{"diff", "ok.witx", "bad.witx"}, 3}, "json");
  EXPECT_EQ(json::parse(answer.out)["answered"], false);
  EXPECT_THAT(answer.err, HasSubstr("error[WX"));
}

}  // namespace
