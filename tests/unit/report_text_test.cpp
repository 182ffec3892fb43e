// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a person reads in a terminal: where the marks stand, which lines are shown, what is counted.
#include "report/text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <string>
#include <string_view>

#include "report/columns.h"

namespace {

using diagnostics::Code;
using support::Span;

struct Text {
  support::Sources sources;
  diagnostics::Sink diagnostics;

  // The first place of `part` in a source, behind `after`.
  [[nodiscard]] Span at(support::SourceId source, std::string_view part) const {
    const std::size_t begin = sources.text(source).find(part);
    EXPECT_NE(begin, std::string_view::npos) << part;
    return {.source = source,
            .begin = static_cast<std::uint32_t>(begin),
            .end = static_cast<std::uint32_t>(begin + part.size())};
  }
  [[nodiscard]] std::string shown(const report::TextOptions& options = {}) const {
    return report::render_text(diagnostics, sources, options);
  }
};

TEST(ReportText, MarksStandBelowWhatTheySpeakOf) {
  Text text;
  const support::SourceId a = text.sources.add("a.witx", "(first)\n(second third)\n\n(fourth)\n(last)\n");
  text.diagnostics.report(Code::unknown_name, text.at(a, "third"), "no such thing")
      .label("this one")
      .also(text.at(a, "first"), "not this")
      .also(text.at(a, "second"), "beside it")
      .also(text.at(a, "last"), "")
      .with_help("write another")
      .with_note("as is known");
  EXPECT_EQ(text.shown(), R"(error[WX0103]: no such thing
 --> a.witx:2:9
  |
1 | (first)
  |  ----- not this
2 | (second third)
  |  ------ beside it
  |         ^^^^^ this one
...
5 | (last)
  |  ----
  = note: as is known
  = help: write another

1 error
)");
}

TEST(ReportText, OtherFilesFollowTheFirst) {
  Text text;
  const support::SourceId a = text.sources.add("a.witx", "(elsewhere)\n");
  std::string long_text;
  for (int i = 1; i < 100; ++i) long_text += "()\n";
  const support::SourceId b = text.sources.add("b.witx", long_text + "(here)\n");
  const support::SourceId binary = text.sources.add("app.wasm", "");
  text.diagnostics.report(Code::unknown_name, text.at(b, "here"), "gone")
      .also(text.at(a, "elsewhere"), "there")
      .also({.source = binary, .begin = 0, .end = 0}, "not text");
  EXPECT_EQ(text.shown(), R"(error[WX0103]: gone
   --> b.witx:100:2
    |
100 | (here)
    |  ^^^^
   ::: a.witx:1:2
    |
  1 | (elsewhere)
    |  --------- there
   ::: app.wasm

1 error
)");
}

TEST(ReportText, TabsAndControlCharactersKeepMarksInPlace) {
  Text text;
  const support::SourceId a = text.sources.add("a.witx", "\t\x01\x7F\xE4\xB8\x96 bad\n");
  text.diagnostics.report(Code::unknown_name, text.at(a, "bad"), "no");
  // A tab is four cells, a wide character two, and what a terminal would obey is a question mark.
  EXPECT_EQ(text.shown(),
            "error[WX0103]: no\n --> a.witx:1:6\n  |\n1 |     ??\xE4\xB8\x96 bad\n  |          ^^^\n\n1 error\n");
}

TEST(ReportText, AnEmptySpanIsOneMark) {
  Text text;
  const support::SourceId a = text.sources.add("a.witx", "(x\n");
  text.diagnostics.report(Code::unclosed_form, {.source = a, .begin = 2, .end = 2}, "open");
  EXPECT_NE(text.shown().find("1 | (x\n  |   ^\n"), std::string::npos) << text.shown();
}

// The marked line of a text with `before` and `after` letters around a mark.
std::string line_around(std::size_t before, std::size_t after) {
  Text text;
  const support::SourceId a =
      text.sources.add("a.witx", std::string(before, 'b') + "HERE" + std::string(after, 'a') + "\n");
  text.diagnostics.report(Code::unknown_name, text.at(a, "HERE"), "no");
  const std::string shown = text.shown();
  const std::size_t line = shown.find("1 | ");
  return shown.substr(line, shown.find("\n\n", line) - line);
}

TEST(ReportText, OfALongLineThePartAroundTheMarkIsShown) {
  // Up to 160 bytes, the whole.
  EXPECT_EQ(line_around(100, 56),
            "1 | " + std::string(100, 'b') + "HERE" + std::string(56, 'a') + "\n  | " + std::string(100, ' ') + "^^^^");
  // Of more, 80 before and 76 behind.
  EXPECT_EQ(line_around(100, 57), "1 | ..." + std::string(80, 'b') + "HERE" + std::string(53 + 4, 'a') + "\n  | " +
                                      std::string(83, ' ') + "^^^^");
  EXPECT_EQ(line_around(0, 200), "1 | HERE" + std::string(156, 'a') + "...\n  | ^^^^");
  EXPECT_EQ(line_around(80, 77), "1 | " + std::string(80, 'b') + "HERE" + std::string(76, 'a') + "...\n  | " +
                                     std::string(80, ' ') + "^^^^");
  EXPECT_EQ(line_around(200, 0), "1 | ..." + std::string(80, 'b') + "HERE\n  | " + std::string(83, ' ') + "^^^^");
}

TEST(ReportText, NoCharacterIsCutInTwo) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    Text text;
    std::string wide;
    for (int i = 0; i < 100; ++i) wide += "\xE4\xB8\x96";
    const support::SourceId a = text.sources.add("a.witx", std::string(shift, 'x') + wide + "HERE" + wide + "\n");
    text.diagnostics.report(Code::unknown_name, text.at(a, "HERE"), "no");
    const std::string shown = text.shown();
    EXPECT_NE(shown.find("HERE"), std::string::npos);
    for (std::size_t i = 0; i + 2 < shown.size(); ++i) {
      if (shown[i] != '\xE4') continue;
      EXPECT_EQ(shown.substr(i, 3), "\xE4\xB8\x96") << shift;
    }
    // As many continuation bytes as their beginnings ask for.
    EXPECT_EQ(std::count(shown.begin(), shown.end(), '\xB8'), std::count(shown.begin(), shown.end(), '\xE4')) << shift;
    EXPECT_EQ(std::count(shown.begin(), shown.end(), '\x96'), std::count(shown.begin(), shown.end(), '\xE4')) << shift;
  }
}

TEST(ReportText, SeveritiesAreCountedAndTheRestIsSaidToBeLeftOut) {
  Text text;
  for (int i = 0; i < 3; ++i) text.diagnostics.report(Code::usage, {}, "wrong");
  text.diagnostics.report(Code::mixed_dialects, {}, "odd");
  text.diagnostics.report(Code::lint_padding, {}, "wide");
  text.diagnostics.report(Code::lint_padding, {}, "wide");
  const auto last_line = [](const std::string& shown) { return shown.substr(shown.rfind('\n', shown.size() - 2) + 1); };
  EXPECT_EQ(last_line(text.shown()), "3 errors, 1 warning, 2 notes\n");
  EXPECT_EQ(last_line(text.shown({.max_errors = 4})), "3 errors, 1 warning, 2 notes; 2 not shown\n");
  EXPECT_EQ(last_line(text.shown({.errors_only = true})), "3 errors\n");
  EXPECT_EQ(last_line(text.shown({.max_errors = 1, .errors_only = true})), "3 errors; 2 not shown\n");
  EXPECT_EQ(text.shown({.max_errors = 6}).find("not shown"), std::string::npos);
  const Text nothing;
  EXPECT_EQ(nothing.shown(), "");
  Text warned;
  warned.diagnostics.report(Code::mixed_dialects, {}, "odd");
  EXPECT_EQ(warned.shown({.errors_only = true}), "");
  EXPECT_EQ(warned.shown(), "warning[WX0052]: odd\n\n1 warning\n");
}

TEST(ReportText, ColorsBeginAndEnd) {
  Text text;
  const support::SourceId a = text.sources.add("a.witx", "(x)\n");
  text.diagnostics.report(Code::unknown_name, text.at(a, "x"), "no").label("here");
  EXPECT_EQ(text.shown({.color = true}),
            "\x1b[1;31merror[WX0103]\x1b[0m\x1b[1m: no\x1b[0m\n"
            " \x1b[1;34m-->\x1b[0m a.witx:1:2\n"
            "\x1b[1;34m  |\x1b[0m\n"
            "\x1b[1;34m1 |\x1b[0m (x)\n"
            "\x1b[1;34m  |\x1b[0m  \x1b[1;31m^ here\x1b[0m\n\n"
            "1 error\n");
  Text milder;
  milder.diagnostics.report(Code::mixed_dialects, {}, "odd");
  milder.diagnostics.report(Code::lint_padding, {}, "wide");
  EXPECT_EQ(milder.shown({.color = true}),
            "\x1b[1;33mwarning[WX0052]\x1b[0m\x1b[1m: odd\x1b[0m\n\n"
            "\x1b[1mnote[WL0402]\x1b[0m\x1b[1m: wide\x1b[0m\n\n1 warning, 1 note\n");
}

TEST(ReportColumns, AreAsWideAsTheirWidestCell) {
  EXPECT_EQ(report::columns({{"n", true}, {"name"}, {"x", true}}, {{"1", "a", "20"}, {"100", "longer", ""}}),
            "    n  name     x\n    1  a       20\n  100  longer\n");
  EXPECT_EQ(report::columns({{"title"}}, {}), "");
  // Cells in a terminal, not bytes.
  EXPECT_EQ(report::columns({{"a"}, {"b"}}, {{"\xE4\xB8\x96", "1"}, {"xyz", "2"}}),
            "  a    b\n  \xE4\xB8\x96   1\n  xyz  2\n");
  // A row may end before the last column.
  EXPECT_EQ(report::columns({{"a"}, {"b"}}, {{"1"}}), "  a  b\n  1\n");
}

}  // namespace
