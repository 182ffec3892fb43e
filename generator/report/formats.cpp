// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/formats.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

namespace report {
namespace {

constexpr std::array formats{FormatInfo{"gcc", gcc},       FormatInfo{"json", findings_json},
                             FormatInfo{"sarif", sarif},   FormatInfo{"junit", junit},
                             FormatInfo{"github", github}, FormatInfo{"gitlab", gitlab}};

// "file:line:col: ", as far as there is something to say.
std::string where(const Place& place) {
  if (place.file.empty()) return "witxc: ";
  if (place.line == 0) return place.file + ": ";
  return fmt::format("{}:{}:{}: ", place.file, place.line, place.column);
}

// Editors read one line a message.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return line;
}

}  // namespace

std::span<const FormatInfo> all_formats() { return formats; }

std::string gcc(const FindingReport& report) {
  std::string text;
  auto out = std::back_inserter(text);
  for (const Finding& finding : report.findings) {
    const std::string place = where(finding.place);
    fmt::format_to(out, "{}{}: {} [{}]\n", place, name_of(finding.level), one_line(finding.message), finding.rule->id);
    for (const RelatedPlace& related : finding.related) {
      fmt::format_to(out, "{}note: {}\n", where(related.place), one_line(related.text));
    }
    for (const std::string& help : finding.help) fmt::format_to(out, "{}note: {}\n", place, one_line(help));
  }
  return text;
}

}  // namespace report
