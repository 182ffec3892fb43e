// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "report/changes.h"
#include "support/utf8.h"

namespace report {
namespace {

using diff::Change;
using diff::Effect;
using diff::Level;
using diff::Verdict;

constexpr std::size_t longest_excerpt = 72;
// Explanations are broken into lines of this many characters.
constexpr std::size_t text_width = 90;
constexpr std::size_t indent = 14;

struct Palette {
  std::string_view breaking;
  std::string_view dangerous;
  std::string_view compatible;
  std::string_view dim;
  std::string_view end;
};
constexpr Palette plain{};
constexpr Palette colors{.breaking = "\x1b[1;31m",
                         .dangerous = "\x1b[1;33m",
                         .compatible = "\x1b[1;32m",
                         .dim = "\x1b[2m",
                         .end = "\x1b[0m"};

// A source line as it can be shown on one: no indentation, no control characters, not too long.
std::string excerpt(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::string_view shown = support::utf8_prefix(line.substr(begin), longest_excerpt);
  std::string text(shown);
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text + (shown.size() < line.size() - begin ? "..." : "");
}

std::string wrapped(std::string_view text) {
  std::string lines;
  while (text.size() > text_width) {
    const std::size_t at = text.rfind(' ', text_width);
    lines += fmt::format("{}\n{:{}}", text.substr(0, at), "", indent);
    text.remove_prefix(at + 1);
  }
  return lines.append(text);
}

std::string describe(const Effect& effect) {
  std::string text = effect.size.before == effect.size.after
                         ? fmt::format("{} stays at {} bytes", effect.path, effect.size.after)
                         : fmt::format("{} {} -> {} bytes", effect.path, effect.size.before, effect.size.after);
  if (effect.align.before != effect.align.after) {
    text += fmt::format(", aligned to {} instead of {}", effect.align.after, effect.align.before);
  }
  constexpr std::size_t most_moves = 8;
  for (std::size_t i = 0; i < effect.moves.size(); ++i) {
    const diff::Move& move = effect.moves[i];
    if (i == most_moves) return text + fmt::format(" and {} more", effect.moves.size() - i);
    text +=
        fmt::format("{} {} {} -> {}", i == 0 ? "; offset of" : ",", move.name, move.offset.before, move.offset.after);
  }
  return text;
}

class Writer {
 public:
  Writer(const ChangeReport& report, const support::Sources& sources, const ChangesTextOptions& options)
      : report_(report),
        sources_(sources),
        options_(options),
        palette_(options.color ? colors : plain),
        out_(std::back_inserter(text_)) {}

  std::string run() {
    for (const Level level : {Level::link, Level::abi, Level::source, Level::docs}) {
      for (std::size_t i = 0; i < report_.changes.size(); ++i) {
        const Change& change = report_.changes[i];
        if (diff::row(change.rule).level == level && is_shown(change, report_.question) && !report_.approved[i])
          add(change);
      }
    }
    for (const diff::Approval* approval : report_.unused) add(*approval);
    if (!options_.quiet) counts();
    return std::move(text_);
  }

 private:
  void add(const Change& change) {
    const diagnostics::CodeInfo& rule = info(change.rule);
    const Verdict worst = verdict(change, report_.question);
    const std::string_view color = worst == Verdict::breaking    ? palette_.breaking
                                   : worst == Verdict::dangerous ? palette_.dangerous
                                                                 : palette_.compatible;
    fmt::format_to(out_, "{}{}{}[{}]: {} {}\n", color, name_of(worst), palette_.end, rule.id, change.path, change.text);
    place("before", change.sides.before.span);
    place("after", change.sides.after.span);
    row("hurts", fmt::format("{} for guests, {} for hosts; level {}", name_of(change.verdicts.guest),
                             name_of(change.verdicts.host), name_of(diff::row(change.rule).level)));
    for (std::size_t i = 0; i < change.effects.size(); ++i) row(i == 0 ? "layout" : "", describe(change.effects[i]));
    if (!change.functions.empty()) row("functions", wrapped(fmt::format("{}", fmt::join(change.functions, ", "))));
    if (!options_.quiet && explained_.insert(change.rule).second) row("why", wrapped(rule.explanation));
    row("fingerprint", change.fingerprint);
    text_ += '\n';
  }

  void add(const diff::Approval& approval) {
    fmt::format_to(out_, "{}unused{}: the approval {} matches no change any more\n", palette_.dangerous, palette_.end,
                   approval.fingerprint);
    place("approved", approval.span);
    row("help", "remove the line, or write the file anew with --write-accept");
    text_ += '\n';
  }

  void place(std::string_view word, support::Span span) {
    if (!span.source) return;
    const support::Position at = sources_.position(span.source, span.begin);
    row(word, fmt::format("{}:{}:{}: {}{}{}", sources_.name(span.source), at.line, at.column, palette_.dim,
                          excerpt(sources_.line(span.source, at.line)), palette_.end));
  }

  void row(std::string_view word, std::string_view text) {
    fmt::format_to(out_, "  {:<{}}{}\n", word, indent - 2, text);
  }

  void counts() {
    const ChangeCounts counts = count(report_);
    if (counts.listed() == 0) {
      fmt::format_to(out_, "no {}changes at level {}", counts.approved > 0 ? "further " : "",
                     name_of(report_.question.level));
    } else {
      fmt::format_to(out_, "{} change{}: {} breaking, {} dangerous, {} compatible", counts.listed(),
                     counts.listed() == 1 ? "" : "s", counts.breaking, counts.dangerous, counts.compatible);
    }
    if (counts.approved > 0) fmt::format_to(out_, "; {} approved", counts.approved);
    if (counts.hidden > 0) {
      fmt::format_to(out_, "; {} beyond the level {} not shown (--level docs shows all)", counts.hidden,
                     name_of(report_.question.level));
    }
    if (!report_.only.empty()) {
      fmt::format_to(out_, "; compared: {} and what {} (--only '*' compares all)", fmt::join(report_.only, ", "),
                     report_.only.size() == 1 ? "it uses" : "they use");
    }
    if (!report_.unused.empty())
      fmt::format_to(out_, "; {} unused approval{}", report_.unused.size(), report_.unused.size() == 1 ? "" : "s");
    text_ += '\n';
  }

  const ChangeReport& report_;
  const support::Sources& sources_;
  const ChangesTextOptions& options_;
  const Palette& palette_;
  std::set<diff::Rule> explained_;
  std::string text_;
  std::back_insert_iterator<std::string> out_;
};

}  // namespace

ChangeCounts count(const ChangeReport& report) {
  ChangeCounts counts;
  for (std::size_t i = 0; i < report.changes.size(); ++i) {
    const Change& change = report.changes[i];
    if (!is_shown(change, report.question)) {
      ++counts.hidden;
      continue;
    }
    if (report.approved[i]) {
      ++counts.approved;
      continue;
    }
    const Verdict worst = verdict(change, report.question);
    ++(worst == Verdict::breaking    ? counts.breaking
       : worst == Verdict::dangerous ? counts.dangerous
                                     : counts.compatible);
    if (fails(change, report.question)) ++counts.failing;
  }
  return counts;
}

std::string changes_text(const ChangeReport& report, const support::Sources& sources,
                         const ChangesTextOptions& options) {
  return Writer(report, sources, options).run();
}

}  // namespace report
