// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// JUnit's XML, and the commands that GitHub finds in a job's output.
#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <iterator>

#include "report/formats.h"
#include "support/utf8.h"

namespace report {
namespace {

// What GitHub shows of one step, per level.
constexpr std::size_t most_annotations = 10;

// XML 1.0 has no way to write most control characters, and no place for what is not UTF-8.
std::string xml(std::string_view text) {
  std::string escaped;
  std::size_t bad = support::utf8_error(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == bad) {
      escaped += '?';
      bad = support::utf8_error(text.substr(i + 1));
      if (bad != std::string_view::npos) bad += i + 1;
      continue;
    }
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\n': escaped += "&#10;"; break;
      case '\r': escaped += "&#13;"; break;
      case '\t': escaped += "&#9;"; break;
      default: escaped += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
  }
  return escaped;
}

std::string described(const Finding& finding) {
  std::string text;
  if (!finding.place.file.empty()) text = finding.place.file;
  if (finding.place.line > 0) text += fmt::format(":{}:{}", finding.place.line, finding.place.column);
  if (!text.empty()) text += ": ";
  text += finding.message;
  for (const std::string& help : finding.help) text += '\n' + help;
  return text;
}

// GitHub's own escapes: of what stands behind "::", and of a property before it.
std::string github_data(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '%': escaped += "%25"; break;
      case '\r': escaped += "%0D"; break;
      case '\n': escaped += "%0A"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string github_property(std::string_view text) {
  std::string escaped;
  for (const char c : github_data(text)) {
    switch (c) {
      case ':': escaped += "%3A"; break;
      case ',': escaped += "%2C"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string annotation(const Finding& finding) {
  const std::string_view word = finding.level == FindingLevel::note ? "notice" : name_of(finding.level);
  std::string properties;
  if (!finding.place.file.empty()) properties = fmt::format("file={},", github_property(finding.place.file));
  if (finding.place.line > 0) {
    properties += fmt::format("line={},endLine={},", finding.place.line, finding.place.end_line);
    // GitHub refuses columns where there are several lines.
    if (finding.place.line == finding.place.end_line) {
      properties += fmt::format("col={},endColumn={},", finding.place.column, finding.place.end_column);
    }
  }
  std::string text = finding.message;
  for (const std::string& help : finding.help) text += '\n' + help;
  return fmt::format("::{} {}title={}::{}\n", word, properties, github_property(finding.rule->id), github_data(text));
}

}  // namespace

std::string junit(const FindingReport& report) {
  std::string cases;
  auto out = std::back_inserter(cases);
  std::size_t count = 0;
  std::size_t failures = 0;
  for (const Finding& finding : report.findings) {
    ++count;
    const std::string& file = finding.place.file.empty() ? report.subject : finding.place.file;
    fmt::format_to(out, "    <testcase classname=\"{}\" name=\"{}\" time=\"0\">\n", xml(file),
                   xml(fmt::format("{} {} {}", finding.rule->id, finding.fingerprint, finding.message)));
    const std::string text = xml(described(finding));
    if (finding.fails) {
      ++failures;
      fmt::format_to(out, "      <failure type=\"{}\" message=\"{}\">{}</failure>\n", finding.rule->id,
                     xml(finding.message), text);
    } else {
      fmt::format_to(out, "      <system-out>{}</system-out>\n", text);
    }
    cases += "    </testcase>\n";
  }
  if (failures == 0) {
    ++count;
    fmt::format_to(out, "    <testcase classname=\"{}\" name=\"{}\" time=\"0\"/>\n", xml(report.subject),
                   report.command);
  }
  const std::string totals = fmt::format(R"(tests="{}" failures="{}" errors="0" time="0")", count, failures);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"witxc\" {0}>\n"
      "  <testsuite name=\"witxc {1}\" {0} skipped=\"0\">\n{2}  </testsuite>\n</testsuites>\n",
      totals, report.command, cases);
}

std::string github(const FindingReport& report) {
  if (report.findings.empty()) return {};
  std::string text;
  std::array<std::size_t, 3> counts{};
  std::size_t left_out = 0;
  for (const FindingLevel level : {FindingLevel::error, FindingLevel::warning, FindingLevel::note}) {
    // The line that counts is a notice itself.
    const std::size_t most = level == FindingLevel::note ? most_annotations - 1 : most_annotations;
    std::size_t& count = counts.at(static_cast<std::size_t>(level));
    for (const Finding& finding : report.findings) {
      if (finding.level != level) continue;
      if (++count <= most) {
        text += annotation(finding);
      } else {
        ++left_out;
      }
    }
  }
  std::string summary = fmt::format("errors: {}, warnings: {}, notes: {}", counts[0], counts[1], counts[2]);
  if (left_out > 0) summary += fmt::format("; {} of them are not shown here", left_out);
  return text + fmt::format("::notice title=witxc {}::{}\n", report.command, summary);
}

}  // namespace report
