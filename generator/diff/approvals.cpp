// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/approvals.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace diff {
namespace {

constexpr std::size_t fingerprint_digits = 16;
constexpr std::string_view changes_header =
    "# Approved changes, one a line: fingerprint, rule, what happened. Only the fingerprint counts.\n"
    "# Written by 'witxc diff OLD NEW --write-accept FILE', read with '--accept FILE'.\n";

bool is_fingerprint(std::string_view word) {
  return word.size() == fingerprint_digits && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Without their endings.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    if (lines.back().ends_with('\r')) lines.back().remove_suffix(1);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view first_word(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
  return line.substr(0, line.find_first_of(" \t\r"));
}

}  // namespace

std::vector<Approval> read_approvals(support::SourceId file, const support::Sources& sources,
                                     diagnostics::Sink& diagnostics) {
  std::vector<Approval> approvals;
  const std::string_view text = sources.text(file);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::size_t word = std::min(text.find_first_not_of(" \t\r", begin), line_end);
    const std::size_t word_end = std::min(text.find_first_of(" \t\r\n", word), line_end);
    begin = line_end + 1;
    if (word == word_end || text[word] == '#') continue;
    const support::Span span{
        .source = file, .begin = static_cast<std::uint32_t>(word), .end = static_cast<std::uint32_t>(word_end)};
    const std::string_view found = sources.text(span);
    if (is_fingerprint(found)) {
      approvals.push_back({.fingerprint = std::string(found), .span = span});
    } else {
      diagnostics.report(diagnostics::Code::bad_configuration, span, "this line does not begin with a fingerprint")
          .with_help(
              "a fingerprint is 16 hexadecimal digits in lower case, as 'witxc diff' prints it; a comment begins with "
              "'#'");
    }
  }
  return approvals;
}

Approved apply(const std::vector<Approval>& approvals, const Changes& changes) {
  Approved approved{.changes = std::vector<bool>(changes.size(), false), .unused = {}};
  std::unordered_map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < changes.size(); ++i) places[changes[i].fingerprint].push_back(i);
  for (std::size_t i = 0; i < approvals.size(); ++i) {
    const auto found = places.find(approvals[i].fingerprint);
    if (found == places.end()) {
      approved.unused.push_back(i);
      continue;
    }
    for (const std::size_t change : found->second) approved.changes[change] = true;
  }
  return approved;
}

bool are_approvals(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  return std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
    const std::string_view word = first_word(line);
    return word.empty() || word.starts_with('#') || is_fingerprint(word);
  });
}

std::string approvals_text(const std::vector<ApprovalLine>& lines, std::string_view before, std::string_view header) {
  std::set<std::string_view> approved;
  for (const ApprovalLine& line : lines) approved.insert(line.fingerprint);
  std::string text;
  std::set<std::string_view> written;
  for (const std::string_view line : lines_of(before)) {
    const std::string_view word = first_word(line);
    const bool is_approval = !word.empty() && !word.starts_with('#');
    if (!is_approval || (approved.contains(word) && written.insert(word).second)) text += fmt::format("{}\n", line);
  }
  if (text.empty()) text = header;
  for (const ApprovalLine& line : lines) {
    if (written.insert(line.fingerprint).second) text += fmt::format("{} {}\n", line.fingerprint, line.words);
  }
  return text;
}

std::string write_approvals(const std::vector<const Change*>& changes, std::string_view before) {
  std::vector<ApprovalLine> lines;
  for (const Change* change : changes) {
    lines.push_back({.fingerprint = change->fingerprint,
                     .words = fmt::format("{} {} {}", info(change->rule).id, change->path, change->text)});
  }
  return approvals_text(lines, before, changes_header);
}

}  // namespace diff
