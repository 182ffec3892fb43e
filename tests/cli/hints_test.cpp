// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is said to those who nearly got it right.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/codes.h"
#include "lines.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::lines_of;
using cli_tests::StubbornFiles;
using cli_tests::witxc;

std::string help_of(const std::string& out) {
  const std::size_t begin = out.find("= help: ");
  return begin == std::string::npos ? std::string() : out.substr(begin + 8, out.find('\n', begin) - begin - 8);
}

std::string help_for(const std::string& text, std::map<std::string, std::string> more = {}) {
  more["m.witx"] = text;
  StubbornFiles files(std::move(more));
  const Answer answer = witxc(files, {"validate", "m.witx"});
  return help_of(answer.out + answer.err);
}

// Every name of a snapshot that people use leads to the built-in one, wherever definitions are named.
TEST(Hints, NamesOfSnapshots) {
  const std::string wit =
      "preview 2 and later are defined in WIT, another language, which witxc does not read; what it "
      "carries is @preview1 and @preview0";
  const std::vector<std::pair<std::string, std::string>> rows{{"preview1", "did you mean '@preview1'?"},
                                                              {"wasip1", "did you mean '@preview1'?"},
                                                              {"@wasip1", "did you mean '@preview1'?"},
                                                              {"wasi_snapshot_preview1", "did you mean '@preview1'?"},
                                                              {"@wasi_snapshot_preview1", "did you mean '@preview1'?"},
                                                              {"preview0", "did you mean '@preview0'?"},
                                                              {"wasi_unstable", "did you mean '@preview0'?"},
                                                              {"@preview2", wit},
                                                              {"@wasip2", wit},
                                                              {"preview2", wit},
                                                              {"@preview3", wit},
                                                              {"@wasip3", wit}};
  for (const auto& [name, help] : rows) {
    for (const std::vector<std::string>& question :
         {std::vector<std::string>{"validate", name}, {"layout", "fd_read", name}, {"diff", name, "@preview1"}}) {
      StubbornFiles files;
      const Answer answer = witxc(files, question);
      EXPECT_EQ(help_of(answer.out + answer.err), help) << question.front() << ' ' << name;
      EXPECT_EQ(answer.exit_code, name.front() == '@' ? 2 : 3) << name;
    }
  }
  // A file of that name is a file.
  StubbornFiles files{{"preview1", "(typename $a u8)"}};
  EXPECT_EQ(witxc(files, {"validate", "preview1"}).exit_code, 0);
}

// A name that is defined is meant, though a word of the language is as near.
TEST(Hints, ANameWithoutItsSignIsThatName) {
  const std::string function = "(module $x (@interface func (export \"f\") (param $a size)))";
  EXPECT_EQ(help_for("(typename $size u32)" + function), "names of types begin with '$': '$size'");
  EXPECT_EQ(help_for("(use \"t.witx\")" + function, {{"t.witx", "(typename $size u32)"}}),
            "names of types begin with '$': '$size'");
  EXPECT_EQ(help_for(function + "(typename $size u32)"), "names of types begin with '$': '$size'");
  EXPECT_EQ(help_for(function), "did you mean 'usize'?");
  EXPECT_EQ(help_for("(typename $int u32) (typename $b (list int))"), "names of types begin with '$': '$int'");
  EXPECT_EQ(help_for("(typename $kind (enum (@witx tag u8) $a)) (typename $u (union (@witx tag kind) u8))"),
            "names of types begin with '$': '$kind'");
  EXPECT_EQ(help_for("(module $m (resource $fd) (typename $h (handle fd)))"), "names begin with '$': '$fd'");
  EXPECT_EQ(help_for("(typename $b (list int))"), "the numbers are u8, u16, u32, u64, s8, s16, s32, s64, f32, f64");
}

TEST(Hints, AResourceIsUsedThroughHandles) {
  const std::string help = "values are handles of it: write '(typename $fd (handle $fd))' and use that type";
  EXPECT_EQ(help_for("(module $m (resource $fd) (export \"f\" (func (param $x $fd))))"), help);
  EXPECT_EQ(help_for("(module $m (resource $fd) (export \"f\" (func (param $x fd))))"), help);
  EXPECT_EQ(help_for("(resource $fd) (module $m (@interface func (export \"f\") (param $x $fd)))"), help);
}

TEST(Hints, AttributesThatAreMistyped) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"(typename $a (enum (@witx taag u8) $x))", "the representation of 'enum' is written '(@witx tag ...)'"},
      {"(typename $a (enum (@witx foo u8) $x))", "the representation of 'enum' is written '(@witx tag ...)'"},
      {"(typename $a (flags (@witx rper u8) $x))", "the representation of 'flags' is written '(@witx repr ...)'"},
      {"(typename $a (variant (@witx tg u8) (case $x)))",
       "the representation of 'variant' is written '(@witx tag ...)'"},
      {"(typename $a (union (@witx tga u8) u8))", "the representation of 'union' is written '(@witx tag ...)'"},
      {"(typename $a (@witx poiner u8))", "did you mean 'pointer'?"},
      {"(typename $a (@witx foo u8))", "the types that begin with '@witx' are pointer, const_pointer, usize, char8"},
      {"(module $m (@interface func (export \"f\") (@witx noretrun)))", "did you mean '(@witx noreturn)'?"},
      {"(@witx cosnt $a $b 1)", "did you mean '(@witx const ...)'?"},
      {"(@wtix const $a $b 1)", "did you mean '@witx'?"},
      {"(module $m (@interfce func (export \"f\")))", "did you mean '@interface'?"},
      {"(module $m (func (export \"f\")))", "write '(@interface func (export \"name\") (param $x u32))'"},
      // Another tool's own.
      {"(@custom const $a $b 1) (typename $a u8)", "the annotations of witx are '(@witx ...)' and '(@interface ...)'"},
      {"(typename $a (union (@witx usize) (@witx pointer u8)))", ""}};
  for (const auto& [text, help] : rows) EXPECT_EQ(help_for(text), help) << text;
}

// What is mistyped is understood: what is behind it is not wrong because of that.
TEST(Hints, AMistypedAttributeIsOneMistake) {
  for (const char* text : {"(typename $a (enum (@witx tga u8) $x $y))", "(typename $a (flags (@witx rerp u8) $x))",
                           "(module $m (@interface func (export \"f\") (@witx noretrun)))"}) {
    StubbornFiles files{{"m.witx", text}};
    const std::string said = witxc(files, {"validate", "m.witx"}).err;
    EXPECT_NE(said.find("\n1 error\n"), std::string::npos) << said;
  }
}

TEST(Hints, TheOtherLanguageBeginsWithItsComments) {
  for (const char* text :
       {"/* Clocks. */\npackage wasi:clocks;\n", "// Clocks.\ninterface clocks {}\n", "\n  /// Clocks.\nworld w {}\n",
        "package wasi:clocks;\n", "/**/ @since(version = 0.2.0)\ninterface i {}\n"}) {
    StubbornFiles files{{"m.witx", text}};
    const Answer answer = witxc(files, {"validate", "m.witx"});
    EXPECT_NE(answer.err.find("error[WX0006]"), std::string::npos) << text << answer.err;
    EXPECT_NE(answer.err.find("\n1 error\n"), std::string::npos) << answer.err;
  }
  // It is shown where that language begins, whichever letter comes behind.
  for (const char* text : {"// The first.\na\n", "// The last.\nz\n", "// A mark.\n@a\n"}) {
    StubbornFiles files{{"m.witx", text}};
    EXPECT_NE(witxc(files, {"validate", "m.witx"}).err.find(" m.witx:1:1\n"), std::string::npos) << text;
  }
  // Who writes such a comment in witx is told how comments begin.
  for (const char* text :
       {"// Words.\n(typename $a u8)\n", "/* Words. */ (typename $a u8)\n", "// Words.\n", "/*", "//", "/* x *"}) {
    StubbornFiles files{{"m.witx", text}};
    const Answer answer = witxc(files, {"validate", "m.witx"});
    EXPECT_EQ(answer.exit_code, 3) << text;
    EXPECT_EQ(answer.err.find("WX0006"), std::string::npos) << answer.err;
  }
  StubbornFiles files{{"m.witx", ";; // not\n(; /* either ;)\n(typename $a u8)\n"}};
  EXPECT_EQ(witxc(files, {"validate", "m.witx"}).exit_code, 0);
}

// Whichever table a page comes from.
TEST(Explain, LaysOutAllPagesAlike) {
  std::vector<std::string> ids;
  for (const diagnostics::CodeInfo& code : diagnostics::all_codes()) ids.emplace_back(code.id);
  for (const std::string& id : ids) {
    StubbornFiles files;
    const std::string page = witxc(files, {"explain", id}).out;
    const std::vector<std::string> lines = lines_of(page);
    ASSERT_GE(lines.size(), 3U) << page;
    EXPECT_TRUE(lines[0].starts_with(id + ": ")) << page;
    EXPECT_EQ(lines[1], "") << page;
    EXPECT_TRUE(page.ends_with('\n') && !page.ends_with("\n\n")) << page;
    EXPECT_EQ(page.find("\n\n\n"), std::string::npos) << page;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      EXPECT_LE(lines[i].size(), 78U) << page;
      const bool heading = lines[i] == "Wrong:" || lines[i] == "Right:";
      if (heading) {
        EXPECT_TRUE(lines[i - 1].empty() && i + 1 < lines.size() && lines[i + 1].empty()) << page;
      }
      const bool example = lines[i].starts_with("    ");
      const bool before = lines[i - 1].starts_with("    ");
      if (example != before) {
        EXPECT_TRUE(lines[i].empty() || lines[i - 1].empty()) << page;
      }
    }
  }
}

}  // namespace
