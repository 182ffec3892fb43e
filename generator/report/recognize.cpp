// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/recognize.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "support/line_endings.h"

namespace report {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_id(std::string_view word) {
  constexpr std::size_t letters = 2;
  constexpr std::size_t size = 6;
  return word.size() == size && word.starts_with('W') &&
         word.substr(letters).find_first_not_of("0123456789") == std::string_view::npos;
}

// "breaking[WD0401]: what happened"
bool is_message(std::string_view line) {
  constexpr std::array<std::string_view, 6> levels{"error[",    "warning[",   "note[",
                                                   "breaking[", "dangerous[", "compatible["};
  for (const std::string_view level : levels) {
    constexpr std::size_t id_size = 6;
    if (line.starts_with(level) && is_id(line.substr(level.size(), id_size))) return true;
  }
  return false;
}

// Whether it has a line that only our answers have, or nothing but lines of them that others may have, too.
bool is_text(const std::vector<std::string_view>& lines) {
  const auto is_ours = [](std::string_view line) {
    return is_message(line) || line.starts_with("to fix it: witxc ") || line.starts_with("no changes at level ");
  };
  const auto may_be_ours = [](std::string_view line) {
    return line.ends_with(": fixed") || line.ends_with(" is current");
  };
  // The answer of `imports --min-spec`, where it is a built-in one.
  if (lines.size() == 1 && lines.front().starts_with("@preview")) return true;
  return std::any_of(lines.begin(), lines.end(), is_ours) || std::all_of(lines.begin(), lines.end(), may_be_ours);
}

// "file:1:2: error: what is wrong [WX0021]", and notes behind it.
bool is_gcc(const std::vector<std::string_view>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
    constexpr std::size_t bracketed = 8;
    const bool has_id = line.size() > bracketed && line.ends_with(']') &&
                        is_id(line.substr(line.size() - bracketed + 1, bracketed - 2));
    return contains(line, ": note: ") || (has_id && (contains(line, ": error: ") || contains(line, ": warning: ")));
  });
}

bool is_github(const std::vector<std::string_view>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
    return line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice ");
  });
}

}  // namespace

bool is_report(std::string_view raw) {
  const std::string lf = support::with_lf(raw);
  const std::string_view text = lf;
  const std::vector<std::string_view> lines = lines_of(text);
  const bool is_json = text.starts_with("{\n  \"format\": ") &&
                       (contains(text, "\n  \"answered\": ") || contains(text, "\n  \"question\": {"));
  const bool is_sarif = contains(text, "sarif-2.1.0.json") && contains(text, R"("name": "witxc")");
  const bool is_junit = contains(text, R"(<testsuites name="witxc")");
  const bool is_gitlab = text == "[]\n" || (text.starts_with("[\n  {\n    \"description\": ") &&
                                            contains(text, "\n    \"check_name\": \"W"));
  const bool is_html =
      text.starts_with("<!DOCTYPE html>") && contains(text, R"(<meta name="generator" content="witxc">)");
  return is_html || is_json || is_sarif || is_junit || is_gitlab || is_github(lines) || is_gcc(lines) || is_text(lines);
}

}  // namespace report
