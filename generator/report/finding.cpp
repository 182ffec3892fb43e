// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/finding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "report/line_hashes.h"
#include "support/sha256.h"

namespace report {
namespace {

using diagnostics::Severity;

FindingLevel level_of(Severity severity) {
  switch (severity) {
    case Severity::error: return FindingLevel::error;
    case Severity::warning: return FindingLevel::warning;
    case Severity::note: return FindingLevel::note;
  }
  return FindingLevel::error;
}

FindingLevel level_of(diff::Verdict verdict) {
  switch (verdict) {
    case diff::Verdict::breaking: return FindingLevel::error;
    case diff::Verdict::dangerous: return FindingLevel::warning;
    case diff::Verdict::compatible: return FindingLevel::note;
  }
  return FindingLevel::error;
}

Finding finding_of(const diagnostics::Diagnostic& diagnostic, const Places& places, bool strict) {
  Finding finding{
      .rule = &info(diagnostic.code),
      .level = level_of(diagnostic.severity),
      .fails = diagnostic.severity == Severity::error || (strict && diagnostic.severity == Severity::warning),
      .message = diagnostic.message,
      .subject = {},
      .place = places(diagnostic.primary.span),
      .related = {},
      .help = diagnostic.help,
      .fingerprint = {}};
  for (const diagnostics::Label& label : diagnostic.secondary) {
    if (label.span.source) finding.related.push_back({.place = places(label.span), .text = label.text});
  }
  finding.help.insert(finding.help.end(), diagnostic.notes.begin(), diagnostic.notes.end());
  finding.fingerprint =
      fingerprint_of(finding.rule->id, finding.place.file, finding.message, places.line(diagnostic.primary.span));
  return finding;
}

Finding finding_of(const diff::Change& change, const diff::Question& question, const Places& places) {
  const diff::Side& now = change.sides.after.span.source ? change.sides.after : change.sides.before;
  Finding finding{.rule = &info(change.rule),
                  .level = level_of(verdict(change, question)),
                  .fails = fails(change, question),
                  .message = fmt::format("{} {}", change.path, change.text),
                  .subject = change.path,
                  .place = places(now.span),
                  .related = {},
                  .help = {},
                  .fingerprint = change.fingerprint};
  if (&now == &change.sides.after && change.sides.before.span.source) {
    finding.related.push_back({.place = places(change.sides.before.span), .text = "what was there before"});
  }
  for (const diff::Effect& effect : change.effects) {
    finding.help.push_back(fmt::format("{} {} -> {} bytes", effect.path, effect.size.before, effect.size.after));
  }
  if (!change.functions.empty()) {
    finding.help.push_back(fmt::format("carried by {}", fmt::join(change.functions, ", ")));
  }
  return finding;
}

}  // namespace

std::string_view name_of(FindingLevel level) {
  switch (level) {
    case FindingLevel::error: return "error";
    case FindingLevel::warning: return "warning";
    case FindingLevel::note: return "note";
  }
  return {};
}

std::string Places::file(std::string_view name) const {
  if (name.starts_with("git:")) {
    const std::size_t colon = name.find(':', 4);
    if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
    // From the top of the repository.
    while (name.starts_with('/')) name.remove_prefix(1);
  }
  if (!folder_.empty() && name.starts_with(folder_) && name.substr(folder_.size()).starts_with('/')) {
    name.remove_prefix(folder_.size() + 1);
  }
  while (name.starts_with("./")) name.remove_prefix(2);
  return std::string(name);
}

Place Places::operator()(support::Span span) const {
  if (!span.source) return {};
  // A text without a line stands for a file that is not text.
  if (sources_.text(span.source).empty()) return {.file = file(sources_.name(span.source))};
  const support::Position begin = sources_.position(span.source, span.begin);
  const support::Position end = sources_.position(span.source, std::max(span.begin, span.end));
  return {.file = file(sources_.name(span.source)),
          .line = begin.line,
          .column = begin.column,
          .end_line = end.line,
          .end_column = end.column};
}

std::string_view Places::line(support::Span span) const {
  if (!span.source) return {};
  const std::string_view line = sources_.line(span.source, sources_.position(span.source, span.begin).line);
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

std::string fingerprint_of(std::string_view rule, std::string_view file, std::string_view message,
                           std::string_view context) {
  constexpr std::size_t digits = 16;
  return support::sha256_hex(fmt::format("{}\n{}\n{}\n{}", rule, file, message, context)).substr(0, digits);
}

Findings findings_of(const diagnostics::Sink& diagnostics, const Places& places, bool strict) {
  diagnostics::Sink sorted = diagnostics;
  sorted.sort();
  Findings findings;
  for (const diagnostics::Diagnostic& diagnostic : sorted.all())
    findings.push_back(finding_of(diagnostic, places, strict));
  return findings;
}

Findings findings_of(const ChangeReport& report, const Places& places) {
  Findings findings;
  for (std::size_t i = 0; i < report.changes.size(); ++i) {
    const diff::Change& change = report.changes[i];
    if (is_shown(change, report.question) && !report.approved[i]) {
      findings.push_back(finding_of(change, report.question, places));
    }
  }
  for (const diff::Approval* approval : report.unused) {
    findings.push_back({.rule = &info(diagnostics::Code::unused_approval),
                        .level = FindingLevel::error,
                        .fails = true,
                        .message = fmt::format("the approval {} matches no change any more", approval->fingerprint),
                        .subject = {},
                        .place = places(approval->span),
                        .related = {},
                        .help = {"remove the line, or write the file anew with --write-accept"},
                        .fingerprint = approval->fingerprint});
  }
  return findings;
}

void tell_apart(Findings& findings) {
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    const int before = seen[finding.fingerprint]++;
    if (before > 0) finding.fingerprint = fingerprint_of(finding.fingerprint, "", "", fmt::format("{}", before));
  }
}

void add_line_hashes(Findings& findings, const support::Sources& sources, const Places& places) {
  // What lies in the working directory, rather than a revision of it, is what others will find there.
  std::map<std::string, support::SourceId, std::less<>> texts;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const support::SourceId id(i);
    const std::string& name = sources.name(id);
    if (sources.text(id).empty()) continue;
    if (name.starts_with("git:")) {
      texts.try_emplace(places.file(name), id);
    } else {
      texts.insert_or_assign(places.file(name), id);
    }
  }
  std::map<support::SourceId, std::vector<std::string>> hashes;
  for (Finding& finding : findings) {
    const auto text = texts.find(finding.place.file);
    if (text == texts.end() || finding.place.line == 0) continue;
    const auto [known, added] = hashes.try_emplace(text->second);
    if (added) known->second = line_hashes(sources.text(text->second));
    if (finding.place.line <= known->second.size()) finding.line_hash = known->second[finding.place.line - 1];
  }
}

}  // namespace report
