// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pages of `witxc explain` keep what they promise: each wrong example is refused with its code, each mended one is accepted.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../front_end.h"
#include "diagnostics/codes.h"

namespace diagnostics {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

TEST(Codes, HaveIdsTitlesAndPages) {
  std::set<std::string_view> ids;
  for (const CodeInfo& code : all_codes()) {
    EXPECT_TRUE(ids.insert(code.id).second) << code.id;
    EXPECT_EQ(&info(code.code), &code) << code.id;
    const std::set<std::string_view> kinds{"WA", "WC", "WD", "WI", "WL", "WX"};
    EXPECT_TRUE(kinds.contains(code.id.substr(0, 2))) << code.id;
    EXPECT_EQ(code.id.size(), 6U);
    EXPECT_FALSE(code.title.empty()) << code.id;
    const std::string text = page(code);
    EXPECT_GT(text.size(), code.id.starts_with("WD") ? 10U : 100U) << code.id;
    EXPECT_FALSE(code.explanation.ends_with('\n')) << code.id;
    // Of a change there is one paragraph.
    if (code.id.starts_with("WD")) continue;
    for (const std::string_view line : lines_of(text)) {
      EXPECT_LE(line.size(), 78U) << code.id << ": " << line;
      EXPECT_FALSE(line.ends_with(' ')) << code.id << ": " << line;
    }
  }
}

TEST(Codes, WrongExamplesAreRefusedWithTheirCode) {
  std::size_t examples = 0;
  for (const CodeInfo& code : all_codes()) {
    const std::string text(code.wrong);
    // What lint finds is valid; its own test looks at these examples.
    if (text.empty() || code.id.starts_with("WL")) continue;
    ++examples;
    tests::FrontEnd front;
    front.read_text(text);
    // Alone, so that no other message could stand in for it.
    std::set<std::string_view> found;
    for (const Diagnostic& d : front.diagnostics.all()) found.insert(info(d.code).id);
    // Where the example does not speak of the name of its file, that is what it should be.
    if (code.code != Code::module_name_mismatch) found.erase(info(Code::module_name_mismatch).id);
    EXPECT_EQ(found, std::set<std::string_view>{code.id}) << text;
  }
  EXPECT_GT(examples, 35U);
}

// A page that stands under two codes explains one of them wrongly.
TEST(Codes, EachSaysSomethingOfItsOwn) {
  std::set<std::string_view> titles;
  std::set<std::string_view> explanations;
  for (const CodeInfo& code : all_codes()) {
    EXPECT_TRUE(titles.insert(code.title).second) << code.id << " " << code.title;
    // What changes for one reason is explained by one sentence.
    EXPECT_TRUE(explanations.insert(code.explanation).second || code.id.starts_with("WD")) << code.id;
  }
}

// What a finding does to the exit code is decided here: a row that is neither listed nor an error is a mistake.
TEST(Codes, AreErrorsBut) {
  const std::map<std::string_view, Severity> milder{
      {"WA0401", Severity::warning}, {"WA0402", Severity::warning}, {"WA0403", Severity::warning},
      {"WA0404", Severity::warning}, {"WI0106", Severity::warning}, {"WL0101", Severity::warning},
      {"WL0201", Severity::warning}, {"WL0202", Severity::note},    {"WL0203", Severity::warning},
      {"WL0301", Severity::note},    {"WL0401", Severity::warning}, {"WL0402", Severity::note},
      {"WL0403", Severity::note},    {"WL0404", Severity::note},    {"WL0501", Severity::note},
      {"WX0042", Severity::warning}, {"WX0043", Severity::warning}, {"WX0052", Severity::warning},
      {"WX0114", Severity::warning}, {"WX0201", Severity::warning}, {"WX0205", Severity::warning},
      {"WX0305", Severity::warning}};
  std::size_t found = 0;
  for (const CodeInfo& code : all_codes()) {
    // Of changes, diff says who it hurts.
    if (code.id.starts_with("WD")) continue;
    const auto row = milder.find(code.id);
    found += row == milder.end() ? 0 : 1;
    EXPECT_EQ(code.severity, row == milder.end() ? Severity::error : row->second) << code.id;
  }
  EXPECT_EQ(found, milder.size());
}

TEST(Codes, MendedExamplesAreAcceptedWithoutAWord) {
  for (const CodeInfo& code : all_codes()) {
    const std::string text(code.right);
    EXPECT_EQ(text.empty(), code.wrong.empty()) << code.id << " has one example of two";
    if (text.empty()) continue;
    tests::FrontEnd front;
    // Where the example says whose name a file has, that is its name.
    front.read_text(text);
    for (const Diagnostic& d : front.diagnostics.all()) {
      if (d.code != Code::module_name_mismatch) ADD_FAILURE() << code.id << ": " << d.message << "\n" << text;
    }
  }
}

}  // namespace
}  // namespace diagnostics
