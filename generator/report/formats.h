// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings → the documents that CI systems read. Pure functions; none of them decides how the run ends. Text for people is
// written elsewhere (text.h, changes.h), for it shows the lines themselves.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/finding.h"

namespace report {

// A whole run, as the formats tell it.
struct FindingReport {
  // "validate"
  std::string_view command;
  std::string_view tool_version;
  // What was asked about, for formats in which everything has a file: the first operand.
  std::string subject;
  // Whether the question was answered: false when the input could not be read.
  bool answered = true;
  const Findings& findings;
};

// The version of the JSON document's shape. It grows when a key goes or changes its meaning, not when one comes.
inline constexpr int findings_json_format = 1;

// {"format": 1, "command", "answered", "counts": {"error", "warning", "note", "failing"}, "findings": [{"rule", "level",
// "fails", "message", "subject", "place", "related": [{"place", "text"}], "help": [...], "fingerprint"}]}. A place is null or
// {"file", "line", "column", "end_line", "end_column"}.
[[nodiscard]] std::string findings_json(const FindingReport& report);

// SARIF 2.1.0, within what GitHub's upload takes: always one run, with a rule for every id that occurs, the worst findings first
// and at most 25,000; each with one place, a region and fingerprints. A finding without a file is a notification.
[[nodiscard]] std::string sarif(const FindingReport& report);

// JUnit's XML: one case for each finding; where nothing fails, one case that passes.
[[nodiscard]] std::string junit(const FindingReport& report);

// GitHub's workflow commands: the worst findings first, at most ten of each level, then one line that counts. Empty when clean.
[[nodiscard]] std::string github(const FindingReport& report);

// GitLab's code quality report.
[[nodiscard]] std::string gitlab(const FindingReport& report);

// One line each as gcc prints it, which editors understand. Empty when clean.
[[nodiscard]] std::string gcc(const FindingReport& report);

struct FormatInfo {
  std::string_view name;
  std::string (*write)(const FindingReport& report);
};

// All but "text".
[[nodiscard]] std::span<const FormatInfo> all_formats();

}  // namespace report
