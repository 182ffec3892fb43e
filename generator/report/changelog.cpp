// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/changelog.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "report/json_text.h"
#include "support/html.h"

namespace report {
namespace {

using diff::Change;
using diff::Effect;
using diff::Level;
using diff::Verdict;

// So many names of what reads differently are listed, then the others are counted.
constexpr std::size_t most_documented = 12;

struct Entry {
  const Change* change;
  // Changes of one kind in one thing share a line.
  std::vector<const Change*> more;
};

struct Section {
  std::string_view title;
  std::vector<Entry> entries;
};

constexpr std::array<std::string_view, 7> titles{"Breaking for programs and hosts",
                                                 "Breaking for programs",
                                                 "Breaking for hosts",
                                                 "To be looked at",
                                                 "Added",
                                                 "Other changes",
                                                 "Documentation"};

bool is_addition(const Change& change) {
  return change.sides.before.shape.empty() && !change.sides.after.shape.empty();
}

std::size_t section_of(const Change& change) {
  const bool guest = change.verdicts.guest == Verdict::breaking;
  const bool host = change.verdicts.host == Verdict::breaking;
  if (diff::row(change.rule).level == Level::docs) return 6;
  if (guest && host) return 0;
  if (guest) return 1;
  if (host) return 2;
  if (change.verdicts.guest == Verdict::dangerous || change.verdicts.host == Verdict::dangerous) return 3;
  return is_addition(change) ? 4 : 5;
}

// "whence" of "whence.cur": what encloses the place.
std::string_view parent(std::string_view path) { return path.substr(0, std::min(path.rfind('.'), path.size())); }

// Whether the two belong on one line: the same thing happened to two members of one type, and reached equally far. New words
// are not told one by one.
bool belong_together(const Change& a, const Change& b) {
  if (a.rule == diff::Rule::docs_changed && b.rule == diff::Rule::docs_changed) return true;
  return a.rule == b.rule && parent(a.path) == parent(b.path) && parent(a.path) != a.path && a.effects.empty() &&
         b.effects.empty();
}

std::vector<Section> sections_of(const ChangeReport& report) {
  std::array<std::vector<Entry>, titles.size()> sorted;
  for (const Change& change : report.changes) {
    if (!is_shown(change, report.question)) continue;
    std::vector<Entry>& entries = sorted[section_of(change)];
    if (!entries.empty() && belong_together(*entries.back().change, change)) {
      entries.back().more.push_back(&change);
    } else {
      entries.push_back({.change = &change, .more = {}});
    }
  }
  std::vector<Section> sections;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!sorted[i].empty()) sections.push_back({.title = titles[i], .entries = std::move(sorted[i])});
  }
  return sections;
}

std::string numbers(const Effect& effect, std::string_view arrow) {
  std::string text = effect.size.before == effect.size.after
                         ? fmt::format("{} bytes", effect.size.after)
                         : fmt::format("{} {} {} bytes", effect.size.before, arrow, effect.size.after);
  for (std::size_t i = 0; i < effect.moves.size(); ++i) {
    const diff::Move& move = effect.moves[i];
    text += fmt::format("{} {} {} {} {}", i == 0 ? "; offset of" : ",", move.name, move.offset.before, arrow,
                        move.offset.after);
  }
  return text;
}

// What is special in text that becomes Markdown; names and shapes are written as code.
std::string markdown(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// How the two markups spell the same three things.
struct Markup {
  std::string (*escape)(std::string_view text);
  std::string_view code_begin;
  std::string_view code_end;
  // In code nothing but HTML needs an escape.
  std::string (*escape_code)(std::string_view text);
};

std::string verbatim(std::string_view text) { return std::string(text); }

constexpr Markup markdown_markup{markdown, "`", "`", verbatim};
constexpr Markup html_markup{support::escaped_html, "<code>", "</code>", support::escaped_html};

std::string code(const Markup& markup, std::string_view text) {
  return fmt::format("{}{}{}", markup.code_begin, markup.escape_code(text), markup.code_end);
}

// "The words on `a`, `b` and 7 others changed."
std::string docs_text(const Markup& markup, const Entry& entry) {
  const std::size_t all = entry.more.size() + 1;
  const std::size_t shown = all > most_documented ? most_documented : all;
  std::string text = fmt::format("The words on {}", code(markup, entry.change->path));
  for (std::size_t i = 1; i < shown; ++i) {
    text += fmt::format("{}{}", i + 1 == all ? " and " : ", ", code(markup, entry.more[i - 1]->path));
  }
  if (all > shown) text += fmt::format(" and {} others", all - shown);
  return text + " changed.";
}

std::string entry_text(const Markup& markup, const Entry& entry) {
  if (entry.change->rule == diff::Rule::docs_changed) return docs_text(markup, entry);
  const Change& change = *entry.change;
  std::string text = fmt::format("{} {}", code(markup, change.path), markup.escape(change.text));
  for (const Change* more : entry.more)
    text += fmt::format("; {} {}", code(markup, more->path), markup.escape(more->text));
  text += '.';
  for (std::size_t i = 0; i < change.effects.size(); ++i) {
    text += fmt::format("{}{}: {}", i == 0 ? " Layouts: " : "; ", code(markup, change.effects[i].path),
                        markup.escape(numbers(change.effects[i], "→")));
  }
  if (!change.effects.empty()) text += '.';
  for (std::size_t i = 0; i < change.functions.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? " In " : ", ", code(markup, change.functions[i]));
  if (!change.functions.empty()) text += '.';
  return text;
}

std::string list(const Section& section) {
  std::string text;
  for (const Entry& entry : section.entries) text += fmt::format("- {}\n", entry_text(markdown_markup, entry));
  return text;
}

nlohmann::ordered_json entry_json(const Change& change) {
  nlohmann::ordered_json layouts = nlohmann::ordered_json::array();
  for (const Effect& effect : change.effects) {
    layouts.push_back({{"path", effect.path}, {"old_size", effect.size.before}, {"new_size", effect.size.after}});
  }
  return {{"path", change.path},
          {"text", change.text},
          {"rule", info(change.rule).id},
          {"guest", name_of(change.verdicts.guest)},
          {"host", name_of(change.verdicts.host)},
          {"layouts", std::move(layouts)},
          {"functions", change.functions}};
}

}  // namespace

std::string changelog_markdown(const ChangeReport& report) {
  std::string text =
      fmt::format("## From {} to {}\n", code(markdown_markup, report.before), code(markdown_markup, report.after));
  const std::vector<Section> sections = sections_of(report);
  if (sections.empty()) text += "\nNothing changed.\n";
  for (const Section& section : sections) text += fmt::format("\n### {}\n\n{}", section.title, list(section));
  return text;
}

std::vector<ChangelogSection> changelog_sections(const ChangeReport& report) {
  std::vector<ChangelogSection> told;
  for (const Section& section : sections_of(report)) {
    ChangelogSection& made = told.emplace_back(ChangelogSection{.title = section.title, .entries = {}, .changes = {}});
    for (const Entry& entry : section.entries) {
      made.entries.push_back(entry_text(html_markup, entry));
      made.changes.push_back(entry.change);
      made.changes.insert(made.changes.end(), entry.more.begin(), entry.more.end());
    }
  }
  return told;
}

std::string changelog_json(const ChangeReport& report) {
  nlohmann::ordered_json sections = nlohmann::ordered_json::array();
  for (const Section& section : sections_of(report)) {
    nlohmann::ordered_json entries = nlohmann::ordered_json::array();
    for (const Entry& entry : section.entries) {
      entries.push_back(entry_json(*entry.change));
      for (const Change* more : entry.more) entries.push_back(entry_json(*more));
    }
    sections.push_back({{"title", section.title}, {"entries", std::move(entries)}});
  }
  const nlohmann::ordered_json document{
      {"format", 1}, {"old", report.before}, {"new", report.after}, {"sections", std::move(sections)}};
  return json_text(document);
}

}  // namespace report
