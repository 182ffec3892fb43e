// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "support/utf8.h"

namespace report {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Label;
using diagnostics::Severity;
using support::Sources;

constexpr std::size_t tab_width = 4;
// Of a longer line only the part around the span is shown.
constexpr std::size_t longest_excerpt = 160;

struct Palette {
  std::string_view error;
  std::string_view warning;
  std::string_view frame;
  std::string_view strong;
  std::string_view end;
};
constexpr Palette plain{};
constexpr Palette colors{
    .error = "\x1b[1;31m", .warning = "\x1b[1;33m", .frame = "\x1b[1;34m", .strong = "\x1b[1m", .end = "\x1b[0m"};

std::string expand_tabs(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\t') {
      result.append(tab_width, ' ');
    } else {
      // A control character must not reach the terminal.
      result.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c);
    }
  }
  return result;
}

// The piece of a line that is shown, and where the span lies in it.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end) {
  begin = std::min(begin, line.size());
  end = std::clamp(end, begin, line.size());
  std::size_t first = 0;
  std::size_t last = line.size();
  if (line.size() > longest_excerpt) {
    first = begin > longest_excerpt / 2 ? begin - longest_excerpt / 2 : 0;
    last = std::min(line.size(), first + longest_excerpt);
    // The line may be no UTF-8 at all, which the message then says.
    while (first < begin && !is_boundary(line, first)) ++first;
    while (last > begin && !is_boundary(line, last)) --last;
    end = std::min(end, last);
    while (end > begin && !is_boundary(line, end)) --end;
  }
  return {.before = (first > 0 ? "..." : "") + expand_tabs(line.substr(first, begin - first)),
          .marked = expand_tabs(line.substr(begin, end - begin)),
          .after = expand_tabs(line.substr(end, last - end)) + (last < line.size() ? "..." : "")};
}

class Renderer {
 public:
  Renderer(const Sources& sources, const TextOptions& options)
      : sources_(sources), palette_(options.color ? colors : plain), out_(std::back_inserter(text_)) {}

  void add(const Diagnostic& diagnostic) {
    const auto [word, color] = heading(diagnostic.severity);
    fmt::format_to(out_, "{}{}[{}]{}{}: {}{}\n", color, word, info(diagnostic.code).id, palette_.end, palette_.strong,
                   diagnostic.message, palette_.end);
    std::vector<Mark> marks = marks_of(diagnostic);
    gutter_ = 1;
    for (const Mark& mark : marks) gutter_ = std::max(gutter_, fmt::formatted_size("{}", mark.position.line));
    place(marks, diagnostic.primary, color);
    for (const std::string& note : diagnostic.notes) hint("note", note);
    for (const std::string& help : diagnostic.help) hint("help", help);
    text_ += '\n';
  }

  std::string take() { return std::move(text_); }

 private:
  struct Mark {
    const Label* label;
    support::Position position;
    bool primary;
  };

  struct Heading {
    std::string_view word;
    std::string_view color;
  };
  [[nodiscard]] Heading heading(Severity severity) const {
    switch (severity) {
      case Severity::error: return {"error", palette_.error};
      case Severity::warning: return {"warning", palette_.warning};
      case Severity::note: return {"note", palette_.strong};
    }
    return {};
  }

  // The labelled places, the primary's file first, each file from top to bottom.
  [[nodiscard]] std::vector<Mark> marks_of(const Diagnostic& diagnostic) const {
    std::vector<Mark> marks;
    const auto add_mark = [&](const Label& label, bool primary) {
      if (!label.span.source) return;
      marks.push_back(
          {.label = &label, .position = sources_.position(label.span.source, label.span.begin), .primary = primary});
    };
    add_mark(diagnostic.primary, true);
    for (const Label& label : diagnostic.secondary) add_mark(label, false);
    const support::SourceId home = diagnostic.primary.span.source;
    std::stable_sort(marks.begin(), marks.end(), [home](const Mark& a, const Mark& b) {
      const auto key = [home](const Mark& m) {
        return std::tuple(m.label->span.source != home, m.label->span.source.index(), m.label->span.begin);
      };
      return key(a) < key(b);
    });
    return marks;
  }

  void place(const std::vector<Mark>& marks, const Label& primary, std::string_view color) {
    support::SourceId file;
    std::uint32_t line = 0;
    for (const Mark& mark : marks) {
      const support::Span span = mark.label->span;
      if (sources_.text(span.source).empty()) {
        fmt::format_to(out_, "{:{}}{}{}{} {}\n", "", gutter_, palette_.frame, file ? ":::" : "-->", palette_.end,
                       sources_.name(span.source));
        file = span.source;
        continue;
      }
      if (span.source != file) {
        const support::Position at =
            span.source == primary.span.source ? sources_.position(span.source, primary.span.begin) : mark.position;
        fmt::format_to(out_, "{:{}}{}{}{} {}:{}:{}\n", "", gutter_, palette_.frame, file ? ":::" : "-->", palette_.end,
                       sources_.name(span.source), at.line, at.column);
        bar();
      } else if (mark.position.line > line + 1) {
        fmt::format_to(out_, "{}...{}\n", palette_.frame, palette_.end);
      }
      const bool same_line = span.source == file && mark.position.line == line;
      underline(mark, same_line, mark.primary ? color : palette_.frame);
      file = span.source;
      line = mark.position.line;
    }
  }

  void bar() { fmt::format_to(out_, "{}{:{}} |{}\n", palette_.frame, "", gutter_, palette_.end); }

  // The line itself, unless it was shown for the mark before, and the marks below it.
  void underline(const Mark& mark, bool same_line, std::string_view color) {
    const support::Span span = mark.label->span;
    const std::string_view line = sources_.line(span.source, mark.position.line);
    const std::size_t line_begin = span.begin - static_cast<std::size_t>(offset_in_line(span, line));
    const Excerpt shown = excerpt(line, span.begin - line_begin, span.end - line_begin);
    if (!same_line) {
      fmt::format_to(out_, "{}{:>{}} |{} {}{}{}\n", palette_.frame, mark.position.line, gutter_, palette_.end,
                     shown.before, shown.marked, shown.after);
    }
    const std::size_t width = std::max<std::size_t>(1, support::display_width(shown.marked));
    fmt::format_to(out_, "{}{:{}} |{} {:{}}{}{}", palette_.frame, "", gutter_, palette_.end, "",
                   support::display_width(shown.before), color, std::string(width, mark.primary ? '^' : '-'));
    if (!mark.label->text.empty()) fmt::format_to(out_, " {}", mark.label->text);
    fmt::format_to(out_, "{}\n", palette_.end);
  }

  // How far into its line the span begins, in bytes.
  [[nodiscard]] std::ptrdiff_t offset_in_line(support::Span span, std::string_view line) const {
    const std::string_view text = sources_.text(span.source);
    return (text.data() + std::min<std::size_t>(span.begin, text.size())) - line.data();
  }

  void hint(std::string_view kind, std::string_view text) {
    fmt::format_to(out_, "{}{:{}} ={} {}{}:{} {}\n", palette_.frame, "", gutter_, palette_.end, palette_.strong, kind,
                   palette_.end, text);
  }

  const Sources& sources_;
  const Palette& palette_;
  std::string text_;
  std::back_insert_iterator<std::string> out_;
  std::size_t gutter_ = 1;
};

std::string plural(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

std::string render_text(const diagnostics::Sink& diagnostics, const Sources& sources, const TextOptions& options) {
  const auto is_wanted = [&options](Severity severity) { return severity == Severity::error || !options.errors_only; };
  diagnostics::Sink sorted = diagnostics;
  sorted.sort();
  Renderer renderer(sources, options);
  std::size_t shown = 0;
  for (const Diagnostic& diagnostic : sorted.all()) {
    if (shown == options.max_errors) break;
    if (!is_wanted(diagnostic.severity)) continue;
    renderer.add(diagnostic);
    ++shown;
  }
  std::vector<std::string> counts;
  std::size_t total = 0;
  const auto count = [&](Severity severity, std::size_t number, std::string_view what) {
    if (number == 0 || !is_wanted(severity)) return;
    counts.push_back(plural(number, what));
    total += number;
  };
  count(Severity::error, diagnostics.errors(), "error");
  count(Severity::warning, diagnostics.warnings(), "warning");
  count(Severity::note, diagnostics.notes(), "note");
  if (counts.empty()) return {};
  return fmt::format("{}{}{}\n", renderer.take(), fmt::join(counts, ", "),
                     total > shown ? fmt::format("; {} not shown", total - shown) : "");
}

}  // namespace report
