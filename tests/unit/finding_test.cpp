// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How findings name files, and when two of them are the same.
#include "report/finding.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace {

using diagnostics::Code;

TEST(ReportPlaces, NameFilesAsTheyLieInTheRepository) {
  const support::Sources sources;
  struct Row {
    const char* name;
    const char* folder;
    const char* file;
  };
  for (const Row& row : {Row{"a.witx", "", "a.witx"},
                         {"./a.witx", "", "a.witx"},
                         {"././a/b.witx", "", "a/b.witx"},
                         {"git:HEAD:a/b.witx", "", "a/b.witx"},
                         {"git:v1.0:/a/b.witx", "", "a/b.witx"},
                         {"git:HEAD:./a.witx", "", "a.witx"},
                         // No revision, no path.
                         {"git:a.witx", "", "git:a.witx"},
                         {"/here/a/b.witx", "/here", "a/b.witx"},
                         {"/here", "/here", "/here"},
                         // A folder whose name only begins so is another one.
                         {"/hereafter/a.witx", "/here", "/hereafter/a.witx"},
                         {"/there/a.witx", "/here", "/there/a.witx"},
                         {"../a.witx", "", "../a.witx"},
                         {"@preview1/a.witx", "", "@preview1/a.witx"}}) {
    EXPECT_EQ(report::Places(sources, row.folder).file(row.name), row.file) << row.name;
  }
}

TEST(ReportPlaces, BeginAndEndAsPeopleCount) {
  support::Sources sources;
  const support::SourceId text = sources.add("a.witx", "one\n  two\nthree\n");
  const support::SourceId binary = sources.add("app.wasm", "");
  const report::Places places(sources, "");
  const report::Place place = places({.source = text, .begin = 6, .end = 12});
  EXPECT_EQ(place.file, "a.witx");
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 3U);
  EXPECT_EQ(place.end_line, 3U);
  EXPECT_EQ(place.end_column, 3U);
  EXPECT_EQ(places.line({.source = text, .begin = 6, .end = 12}), "two");
  // What is not text has no lines, and what is nowhere no file.
  EXPECT_EQ(places({.source = binary, .begin = 0, .end = 0}).line, 0U);
  EXPECT_EQ(places({.source = binary, .begin = 0, .end = 0}).file, "app.wasm");
  EXPECT_EQ(places({}).file, "");
  EXPECT_EQ(places.line({}), "");
}

TEST(ReportFindings, AFingerprintDependsOnEachOfItsParts) {
  std::set<std::string> seen;
  for (const char* rule : {"WX0001", "WX0002"}) {
    for (const char* file : {"a", "b"}) {
      for (const char* message : {"c", "d"}) {
        for (const char* line : {"e", "f"}) seen.insert(report::fingerprint_of(rule, file, message, line));
      }
    }
  }
  EXPECT_EQ(seen.size(), 16U);
  for (const std::string& each : seen) {
    EXPECT_EQ(each.size(), 16U);
    EXPECT_EQ(each.find_first_not_of("0123456789abcdef"), std::string::npos);
  }
}

TEST(ReportFindings, SeverityIsLevelAndStrictnessMakesWarningsFail) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  diagnostics.report(Code::usage, {}, "wrong");
  diagnostics.report(Code::mixed_dialects, {}, "odd").with_help("first").with_note("second");
  diagnostics.report(Code::lint_padding, {}, "wide");
  const report::Places places(sources, "");
  for (const bool strict : {false, true}) {
    const report::Findings found = report::findings_of(diagnostics, places, strict);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].level, report::FindingLevel::error);
    EXPECT_EQ(found[1].level, report::FindingLevel::warning);
    EXPECT_EQ(found[2].level, report::FindingLevel::note);
    EXPECT_EQ(found[0].fails, true);
    EXPECT_EQ(found[1].fails, strict);
    EXPECT_EQ(found[2].fails, false);
    EXPECT_EQ(found[1].help, (std::vector<std::string>{"first", "second"}));
  }
  EXPECT_EQ(report::name_of(report::FindingLevel::error), "error");
  EXPECT_EQ(report::name_of(report::FindingLevel::warning), "warning");
  EXPECT_EQ(report::name_of(report::FindingLevel::note), "note");
}

}  // namespace
