// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SARIF: what its schema requires, and what GitHub documents that its upload takes and shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/codes.h"
#include "questions.h"
#include "report/line_hashes.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using cli_tests::ask;
using cli_tests::named;
using cli_tests::Question;
using cli_tests::questions;
using cli_tests::report_of;
using cli_tests::some_files;
using cli_tests::some_finding;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;
using report::FindingLevel;

void expect_text(const json& message, std::size_t most) {
  const auto text = message.at("text").get<std::string>();
  EXPECT_FALSE(text.empty());
  EXPECT_LE(text.size(), most) << text;
}

void check_location(const json& location) {
  const json& artifact = location.at("physicalLocation").at("artifactLocation");
  const auto uri = artifact.at("uri").get<std::string>();
  EXPECT_TRUE(std::regex_match(uri, std::regex("[-A-Za-z0-9._~/@!$&'()*+,;=%]+"))) << uri;
  EXPECT_EQ(artifact.at("uriBaseId"), "%SRCROOT%");
  const json& region = location["physicalLocation"].at("region");
  for (const char* number : {"startLine", "startColumn", "endLine", "endColumn"}) EXPECT_GE(region.at(number), 1);
  EXPECT_GE(region["endLine"], region["startLine"]);
  if (region["endLine"] == region["startLine"]) {
    EXPECT_GE(region["endColumn"], region["startColumn"]);
  }
}

void check_rule(const json& rule) {
  constexpr std::size_t most_of_description = 1024;
  expect_text(rule.at("shortDescription"), most_of_description);
  expect_text(rule.at("fullDescription"), most_of_description);
  expect_text(rule.at("help"), std::string::npos);
  // No page of ours is on the web; what GitHub shows beside a finding is the page of `witxc explain`.
  EXPECT_FALSE(rule.contains("helpUri"));
  const auto page = rule["help"].at("markdown").get<std::string>();
  EXPECT_NE(page.find("`witxc explain " + rule.at("id").get<std::string>() + "` prints this page."), std::string::npos);
  EXPECT_FALSE(std::regex_search(page, std::regex("(^|\n)[^ `\n][^\n]*[^\\\\][<*_]"))) << page;
  const json& tags = rule.at("properties").at("tags");
  EXPECT_TRUE(!tags.empty() && tags.size() <= 10) << tags;
  // Each family of codes has a tag of its own.
  EXPECT_EQ(std::find(tags.begin(), tags.end(), "other"), tags.end()) << rule.at("id");
  const std::set<json> precisions{"very-high", "high", "medium", "low"};
  EXPECT_TRUE(precisions.contains(rule["properties"].at("precision")));
}

void check_result(const json& result, const json& rules) {
  EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
  const std::set<json> levels{"note", "warning", "error"};
  EXPECT_TRUE(levels.contains(result.at("level")));
  expect_text(result.at("message"), std::string::npos);
  ASSERT_EQ(result.at("locations").size(), 1U);
  check_location(result["locations"][0]);
  const json& fingerprints = result.at("partialFingerprints");
  EXPECT_EQ(fingerprints.at("witxcFingerprint/v1").get<std::string>().size(), 16U);
  // The text of a module is not known to the report; the upload action computes the hash.
  const std::string uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
  EXPECT_EQ(fingerprints.contains("primaryLocationLineHash"), !uri.ends_with(".wasm")) << uri;
  for (const json& location : result.value("relatedLocations", json::array())) {
    check_location(location);
    expect_text(location.at("message"), std::string::npos);
  }
}

// Returns the one run.
json checked(const std::string& text) {
  const json log = json::parse(text);
  EXPECT_EQ(log.at("version"), "2.1.0");
  EXPECT_EQ(log.at("$schema"), "https://json.schemastore.org/sarif-2.1.0.json");
  EXPECT_EQ(log.at("runs").size(), 1U);
  const json& run = log["runs"][0];
  EXPECT_EQ(run.at("columnKind"), "unicodeCodePoints");
  EXPECT_EQ(run.at("tool").at("driver").at("name"), "witxc");
  EXPECT_TRUE(run.at("originalUriBaseIds").contains("%SRCROOT%"));
  // A category and no id of the run.
  EXPECT_TRUE(std::regex_match(run.at("automationDetails").at("id").get<std::string>(), std::regex("witxc/[a-z]+/")));
  const json& rules = run["tool"]["driver"].at("rules");
  std::set<json> ids;
  for (const json& rule : rules) {
    EXPECT_TRUE(ids.insert(rule.at("id")).second) << rule;
    check_rule(rule);
  }
  EXPECT_LE(run.at("results").size(), 25000U);
  for (const json& result : run["results"]) check_result(result, rules);
  return run;
}

TEST(Sarif, IsWhatGithubTakes) {
  for (const Question& question : questions()) {
    SCOPED_TRACE(named(question));
    const json run = checked(ask(question, "sarif").out);
    const json& invocation = run.at("invocations").at(0);
    EXPECT_EQ(invocation.at("executionSuccessful"), question.exit_code < 2);
    const bool silent = run["results"].empty() && invocation.at("toolExecutionNotifications").empty();
    EXPECT_EQ(silent, question.exit_code == 0 && question.arguments[1] == "ok.witx" &&
                          question.arguments.back() != "grown.witx");
  }
}

TEST(Sarif, WhatIsNotInAFileIsANotification) {
  const json run = checked(ask({{"validate", "@none"}, 2}, "sarif").out);
  EXPECT_TRUE(run["results"].empty());
  const json& notification = run["invocations"][0]["toolExecutionNotifications"].at(0);
  EXPECT_EQ(notification["level"], "error");
  EXPECT_EQ(run["tool"]["driver"]["rules"].at(notification["descriptor"]["index"].get<std::size_t>())["id"],
            notification["descriptor"]["id"]);
}

TEST(Sarif, DriftIsWhereTheFileBeginsToDiffer) {
  const json run = checked(ask({{"check", "ok.witx", "-o", "edited"}, 1}, "sarif").out);
  const std::string& header = some_files().at("edited/tiny.hpp");
  const auto line = std::count(header.begin(), header.begin() + static_cast<int>(header.find("// mine")), '\n') + 1;
  const json expected{{"startLine", line}, {"startColumn", 1}, {"endLine", line}, {"endColumn", 8}};
  EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["region"], expected);
}

TEST(Sarif, DriftBehindTheEndIsAtTheLastLine) {
  StubbornFiles files{{"ok.witx", cli_tests::small_spec}};
  ASSERT_EQ(witxc(files, {"generate", "ok.witx"}).exit_code, 0);
  const std::string header = files.text("tiny.hpp");
  const std::size_t half = header.find('\n', header.find("namespace tiny")) + 1;
  ASSERT_EQ(files.write("tiny.hpp", header.substr(0, half)).reason, "");
  const json run = checked(witxc(files, {"check", "ok.witx", "--format", "sarif"}).out);
  const auto lines = std::count(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(half), '\n');
  const json region = run["results"][0]["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startLine"], lines);
}

TEST(Sarif, EveryRuleFitsWhatGithubShows) {
  report::Findings findings;
  const auto add = [&findings](const diagnostics::CodeInfo& rule) {
    findings.push_back(some_finding(FindingLevel::error, "m", "f"));
    findings.back().rule = &rule;
    findings.back().line_hash = "1:1";
  };
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes()) add(code);
  const std::string page(3000, 'x');
  const std::string lines = std::string(1000, 'y') + '\n' + page;
  using diagnostics::Code;
  using diagnostics::Severity;
  const diagnostics::CodeInfo long_title{Code::usage, "WX9998", Severity::error, page, page};
  const diagnostics::CodeInfo long_page{Code::usage, "WX9999", Severity::error, "title", lines};
  add(long_title);
  add(long_page);
  const json run = checked(report::sarif(report_of(findings)));
  const json& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), findings.size());
  EXPECT_EQ(rules.back()["fullDescription"]["text"], std::string(1000, 'y') + " ...");
  EXPECT_EQ(rules.back()["help"]["text"], lines);
}

TEST(Sarif, OfTooManyTheWorstAreThere) {
  report::Findings findings(25000, some_finding(FindingLevel::note, "m", "f"));
  findings.push_back(some_finding(FindingLevel::warning, "m", "f"));
  findings.push_back(some_finding(FindingLevel::error, "m", "f"));
  const json run = json::parse(report::sarif(report_of(findings)))["runs"][0];
  ASSERT_EQ(run["results"].size(), 25000U);
  EXPECT_EQ(run["results"][0]["level"], "error");
  EXPECT_EQ(run["results"][1]["level"], "warning");
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], "2 more findings are left out");
}

TEST(Sarif, CountsCodePoints) {
  StubbornFiles files{{"a.witx", "(; \u00e9\u00e9 ;) (typename $a $b)\n"}};
  const json log = json::parse(witxc(files, {"validate", "a.witx", "--format", "sarif"}).out);
  const json expected{{"startLine", 1}, {"startColumn", 23}, {"endLine", 1}, {"endColumn", 25}};
  EXPECT_EQ(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"], expected) << log;
}

TEST(Sarif, EscapesUris) {
  const report::Findings findings{some_finding(FindingLevel::error, "m", "a b:c%\u00e9.witx")};
  const json log = json::parse(report::sarif(report_of(findings)));
  EXPECT_EQ(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "a%20b%3Ac%25%C3%A9.witx");
}

// The values that the upload action's own tests expect.
TEST(LineHashes, AreThoseOfTheUploadAction) {
  using Hashes = std::vector<std::string>;
  EXPECT_EQ(report::line_hashes(""), Hashes{"c129715d7a2bc9a3:1"});
  EXPECT_EQ(report::line_hashes(" a\nb\n  \t\tc\n d"),
            (Hashes{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}));
  const Hashes ended{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                     "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"};
  EXPECT_EQ(report::line_hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n"), ended);
  EXPECT_EQ(report::line_hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n"), ended);
  EXPECT_EQ(report::line_hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"), ended);
  std::string repeated;
  for (int i = 0; i < 10; ++i) repeated += "Lorem ipsum dolor sit amet.\n";
  const Hashes hashes = report::line_hashes(repeated);
  EXPECT_EQ(hashes[0], "a7f2ff13bc495cf2:1");
  EXPECT_EQ(hashes[5], "a7f2ff13bc495cf2:6");
  EXPECT_EQ(hashes[6], "a7f2ff1481e87703:1");
  // Outside of ASCII the action counts in units of UTF-16.
  EXPECT_NE(report::line_hashes("\u00e9"), report::line_hashes("\xe9"));
  EXPECT_EQ(report::line_hashes("\u00e9"), Hashes{"27b31dc6a609eecc:1"});
  EXPECT_EQ(report::line_hashes("\u20ac"), Hashes{"a379c0d8f51b9aa3:1"});
  EXPECT_EQ(report::line_hashes("\U0001F600"), Hashes{"56e41eb4cc943584:1"});
}

}  // namespace
