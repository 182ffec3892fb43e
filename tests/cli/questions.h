// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Something to ask every format about: runs of the tool that end in every way, and findings that no run has to make.
#pragma once

#include <string>
#include <vector>

#include "report/formats.h"
#include "sample_files.h"
#include "tool.h"

namespace cli_tests {

using Arguments = std::vector<std::string>;

// One question of every kind, and how it has to end.
struct Question {
  Arguments arguments;
  int exit_code;
};

inline const std::vector<Question>& questions() {
  static const std::vector<Question> all{
      {{"validate", "ok.witx"}, 0},
      {{"validate", "warned.witx"}, 0},
      {{"validate", "warned.witx", "--warnings-as-errors"}, 1},
      {{"validate", "bad.witx"}, 3},
      {{"validate", "none.witx"}, 3},
      {{"validate", "@none"}, 2},
      {{"validate"}, 2},
      {{"check", "ok.witx", "-o", "current"}, 0},
      {{"check", "ok.witx", "-o", "missing"}, 1},
      {{"check", "ok.witx", "-o", "edited"}, 1},
      {{"check", "bad.witx"}, 3},
      {{"diff", "ok.witx", "ok.witx"}, 0},
      {{"diff", "ok.witx", "renamed.witx"}, 1},
      {{"diff", "ok.witx", "grown.witx"}, 0},
      {{"diff", "ok.witx", "bad.witx"}, 3},
      {{"diff", "ok.witx", "ok.witx", "--accept", "stale"}, 1},
      {{"lint", "warned.witx"}, 1},
      {{"imports", "env.wasm"}, 1},
      {{"audit", "code.ts", "--spec", "ok.witx"}, 1},
      {{"audit", "code.ts", "--spec", "renamed.witx", "--fail-on", "missing"}, 1},
      {{"audit", "code.ts", "--spec", "warned.witx"}, 3},
      {{"audit", "ok.witx"}, 2},
      {{"audit", "code.ts", "--spec", "ok.witx", "--map", "bad=errno.none"}, 2},
  };
  return all;
}

inline Answer ask(const Question& question, const std::string& format) {
  StubbornFiles files(some_files());
  Arguments arguments = question.arguments;
  arguments.insert(arguments.end(), {"--format", format});
  return witxc(files, arguments);
}

inline std::string named(const Question& question) {
  std::string text;
  for (const std::string& argument : question.arguments) text += argument + ' ';
  return text;
}

inline report::Finding some_finding(report::FindingLevel level, const std::string& message, const std::string& file) {
  return {.rule = &info(diagnostics::Code::unknown_name),
          .level = level,
          .fails = level != report::FindingLevel::note,
          .message = message,
          .subject = {},
          .place = {.file = file, .line = 3, .column = 5, .end_line = 3, .end_column = 9},
          .related = {},
          .help = {},
          .fingerprint = "0123456789abcdef"};
}

inline report::FindingReport report_of(const report::Findings& findings) {
  return {.command = "validate", .tool_version = "1", .subject = "a.witx", .answered = true, .findings = findings};
}

}  // namespace cli_tests
