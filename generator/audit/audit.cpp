// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/audit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "audit/comparison.h"
#include "audit/extract.h"

namespace audit {
namespace {

constexpr std::size_t most_names = 8;

bool has_name(const Claims& claims, std::string_view name) {
  const auto is = [name](const auto& claim) { return claim.name == name; };
  const auto in = [name](const auto& claim) {
    return std::find(claim.containers.begin(), claim.containers.end(), name) != claim.containers.end();
  };
  const auto is_access = [name, in](const AccessClaim& claim) {
    return in(claim) || std::find(claim.names.begin(), claim.names.end(), name) != claim.names.end();
  };
  return std::any_of(claims.values.begin(), claims.values.end(), [&](const ValueClaim& v) { return is(v) || in(v); }) ||
         std::any_of(claims.types.begin(), claims.types.end(), is) ||
         std::any_of(claims.functions.begin(), claims.functions.end(), is) ||
         std::any_of(claims.accesses.begin(), claims.accesses.end(), is_access) ||
         std::any_of(claims.records.begin(), claims.records.end(), [&](const RecordClaim& record) {
           return is(record) || std::any_of(record.fields.begin(), record.fields.end(), is);
         });
}

}  // namespace

diagnostics::Diagnostic& Comparison::differ(diagnostics::Code code, Range range, std::string message,
                                            support::Span defined) {
  ++summary.differ;
  return lack(code, span(range), std::move(message), defined);
}

diagnostics::Diagnostic& Comparison::lack(diagnostics::Code code, support::Span where, std::string message,
                                          support::Span defined) {
  auto& told = findings.report(code, where, std::move(message));
  if (defined.source != support::SourceId()) told.also(defined, "defined here");
  return told;
}

Summary audit(const Question& question, diagnostics::Sink& findings) {
  const Names names(question.items, question.map);
  Comparison comparison{.sources = question.sources, .items = question.items, .names = names, .findings = findings};
  std::set<std::string> unused;
  for (const auto& [name, item] : question.map) {
    unused.insert(name);
    if (!names.is_item(item)) comparison.summary.unknown_items.push_back(item);
  }
  for (const File& file : question.files) {
    const Claims claims = extract(question.sources.text(file.source), *file.language);
    comparison.source = file.source;
    comparison.claims = &claims;
    comparison.words += claims.words;
    compare_values(comparison);
    compare_types(comparison);
    compare_records(comparison);
    compare_accesses(comparison);
    compare_functions(comparison);
    std::erase_if(unused, [&](const std::string& name) { return has_name(claims, name); });
  }
  comparison.claims = nullptr;
  compare_missing(comparison);
  comparison.summary.lines_not_understood = comparison.unknown_lines.size();
  comparison.summary.unused_map.assign(unused.begin(), unused.end());
  return comparison.summary;
}

std::string told(const Summary& summary) {
  std::string text = fmt::format("{} claim{}: {} agree, {} differ", summary.claims(), summary.claims() == 1 ? "" : "s",
                                 summary.agree, summary.differ);
  if (!summary.missing.empty()) {
    const std::vector<std::string> some(
        summary.missing.begin(),
        summary.missing.begin() + static_cast<std::ptrdiff_t>(std::min(most_names, summary.missing.size())));
    text += fmt::format("; not found: {}", fmt::join(some, ", "));
    if (summary.missing.size() > some.size()) text += fmt::format(" and {} more", summary.missing.size() - some.size());
  }
  if (summary.lines_not_understood > 0) {
    text += fmt::format("; {} line{} not understood", summary.lines_not_understood,
                        summary.lines_not_understood == 1 ? "" : "s");
  }
  return text;
}

}  // namespace audit
