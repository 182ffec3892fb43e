// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "lint/lint.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lint/rules.h"

namespace lint {
namespace {

using diagnostics::Code;

constexpr std::array rules{
    Rule{Code::lint_name, "names are in snake_case", names},
    Rule{Code::lint_undocumented, "types and functions have docs", undocumented},
    Rule{Code::lint_undocumented_member, "members have docs", undocumented_members},
    Rule{Code::lint_lost_docs, "docs are not written as plain comments", lost_docs, true},
    Rule{Code::lint_unused_type, "types are used", unused_types},
    Rule{Code::lint_no_success, "errors keep 0 for success", errors_without_success},
    Rule{Code::lint_padding, "fields stand in an order that saves padding", padding},
    Rule{Code::lint_pointer, "arrays are lists", pointers_for_lists},
    Rule{Code::lint_flags_full, "flags have room to grow", full_flags},
    Rule{Code::lint_old_spelling, "forms are those of the standard dialect", old_spellings},
};

}  // namespace

std::span<const Rule> all_rules() { return rules; }

diagnostics::Diagnostic* Report::add(Code code, support::Span span, std::string message) {
  const auto chosen = levels_.find(code);
  const std::optional<diagnostics::Severity> level = chosen == levels_.end() ? info(code).severity : chosen->second;
  return level ? &findings_.report(code, *level, span, std::move(message)) : nullptr;
}

std::vector<Edit> lint(const Subject& subject, const Levels& levels, diagnostics::Sink& findings) {
  Report report(findings, levels);
  for (const Rule& rule : rules) {
    const auto chosen = levels.find(rule.code);
    if (chosen == levels.end() || chosen->second) rule.check(subject, report);
  }
  return report.take_edits();
}

std::string apply(std::string_view text, support::SourceId source, const std::vector<Edit>& edits) {
  std::vector<const Edit*> here;
  for (const Edit& edit : edits) {
    if (edit.span.source == source) here.push_back(&edit);
  }
  std::stable_sort(here.begin(), here.end(),
                   [](const Edit* a, const Edit* b) { return a->span.begin < b->span.begin; });
  std::string result;
  std::size_t done = 0;
  for (const Edit* edit : here) {
    // Two items may claim the same comment.
    if (edit->span.begin < done) continue;
    result.append(text.substr(done, edit->span.begin - done)).append(edit->text);
    done = edit->span.end;
  }
  return result.append(text.substr(done));
}

}  // namespace lint
