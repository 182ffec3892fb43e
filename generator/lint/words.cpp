// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules about names and docs.
#include <fmt/format.h>

#include <algorithm>

#include "lint/items.h"
#include "lint/rules.h"

namespace lint {
namespace {

using diagnostics::Code;

// The language allows letters, digits and a few signs; this is what generators can take apart. A digit may come first.
bool is_snake_case(std::string_view name) {
  char before = '_';
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '_' || before == '_')) return false;
    before = c;
  }
  return before != '_';
}

// "fileSize", "File-size" → "file_size".
std::string in_snake_case(std::string_view name) {
  std::string result;
  char before = '_';
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool word = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool begins = upper && ((before >= 'a' && before <= 'z') || (before >= '0' && before <= '9'));
    if ((begins || !word) && !result.empty() && !result.ends_with('_')) result += '_';
    if (word) result += upper ? static_cast<char>(c - 'A' + 'a') : c;
    before = c;
  }
  while (result.ends_with('_')) result.pop_back();
  return result;
}

// The comment lines of two semicolons that end right above `line`: where each begins. A comment that begins the file speaks of
// the file.
std::vector<std::uint32_t> comment_above(const support::Sources& sources, support::SourceId source,
                                         std::uint32_t line) {
  std::vector<std::uint32_t> found;
  const char* const text = sources.text(source).data();
  while (--line > 0) {
    const std::string_view above = sources.line(source, line);
    const std::size_t begin = above.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return found;
    const std::string_view words = above.substr(begin);
    if (!words.starts_with(";;") || words.starts_with(";;;")) return found;
    found.push_back(static_cast<std::uint32_t>(words.data() - text));
  }
  return {};
}

// Whether nothing but the beginning of its own form stands before the item on its line.
bool begins_its_line(const support::Sources& sources, support::Span span, std::uint32_t line) {
  const std::string_view text = sources.line(span.source, line);
  const std::string_view before =
      text.substr(0, static_cast<std::size_t>(sources.text(span.source).data() + span.begin - text.data()));
  const std::size_t first = before.find_first_not_of(" \t");
  if (first == std::string_view::npos) return true;
  return before[first] == '(' && std::count(before.begin(), before.end(), ')') == 0;
}

}  // namespace

void names(const Subject& subject, Report& report) {
  for (const auto& items : {all_items(subject.model), all_members(subject.model), all_parameters(subject.model)}) {
    for (const Item& item : items) {
      if (is_snake_case(item.name)) continue;
      diagnostics::Diagnostic* const found =
          report.add(Code::lint_name, item.span, fmt::format("the {} '{}' is not in snake_case", item.what, item.name));
      const std::string better = in_snake_case(item.name);
      if (found != nullptr && !better.empty()) found->with_help(fmt::format("for example '{}'", better));
    }
  }
}

void undocumented(const Subject& subject, Report& report) {
  for (const Item& item : all_items(subject.model)) {
    if (item.docs.empty())
      report.add(Code::lint_undocumented, item.span, fmt::format("the {} '{}' has no docs", item.what, item.name));
  }
}

// Whoever documented no member of a type is told so once, at the type.
void undocumented_members(const Subject& subject, Report& report) {
  for (const MemberGroup& group : all_member_groups(subject.model)) {
    const auto has_none = [](const Item& item) { return item.docs.empty(); };
    const std::vector<Item>& items = group.items;
    if (items.size() > 1 && std::all_of(items.begin(), items.end(), has_none)) {
      report.add(Code::lint_undocumented_member, group.span,
                 group.type.empty() ? fmt::format("none of these {} {}s has docs", items.size(), items.front().what)
                                    : fmt::format("none of the {} {}s of '{}' has docs", items.size(),
                                                  items.front().what, group.type));
      continue;
    }
    for (const Item& item : items) {
      if (has_none(item))
        report.add(Code::lint_undocumented_member, item.span,
                   fmt::format("the {} '{}' has no docs", item.what, item.name));
    }
  }
}

void old_spellings(const Subject& subject, Report& report) {
  for (const OldSpelling& old : subject.old_spellings) {
    diagnostics::Diagnostic* const found = report.add(
        Code::lint_old_spelling, old.span, fmt::format("{} is not in the standard dialect any more", old.what));
    if (found != nullptr) found->with_help("'witxc fmt --upgrade' writes what it can in the standard dialect");
  }
}

void lost_docs(const Subject& subject, Report& report) {
  for (const auto& items : {all_items(subject.model), all_members(subject.model)}) {
    for (const Item& item : items) {
      if (!item.docs.empty() || !item.span.source) continue;
      const std::uint32_t line = subject.sources.position(item.span.source, item.span.begin).line;
      if (!begins_its_line(subject.sources, item.span, line)) continue;
      const std::vector<std::uint32_t> comment = comment_above(subject.sources, item.span.source, line);
      if (comment.empty()) continue;
      const support::Span place{.source = item.span.source, .begin = comment.back(), .end = comment.back() + 2};
      diagnostics::Diagnostic* const found =
          report.add(Code::lint_lost_docs, place,
                     fmt::format("the comment above the {} '{}' is not part of its docs", item.what, item.name));
      if (found == nullptr) continue;
      found->also(item.span, "which has no docs").with_help("begin each line with ';;;'; --fix does so");
      for (const std::uint32_t at : comment)
        report.add_edit({.span = {.source = item.span.source, .begin = at, .end = at + 2}, .text = ";;;"});
    }
  }
}

}  // namespace lint
