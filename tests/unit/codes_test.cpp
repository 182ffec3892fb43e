// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pages of `witxc explain` keep what they promise: each wrong example is refused with its code, each mended one is accepted.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../front_end.h"
#include "support/codes.h"

namespace support {
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

// The indented lines behind the line `heading`.
std::string example(const CodeInfo& code, std::string_view heading) {
  std::string text;
  bool inside = false;
  for (const std::string_view line : lines_of(code.explanation)) {
    if (!line.empty() && !line.starts_with("    ")) inside = line == heading;
    if (inside && line.starts_with("    ")) text += std::string(line.substr(4)) + "\n";
  }
  return text;
}

TEST(Codes, HaveIdsTitlesAndPages) {
  std::set<std::string_view> ids;
  for (const CodeInfo& code : all_codes()) {
    EXPECT_TRUE(ids.insert(code.id).second) << code.id;
    EXPECT_EQ(&info(code.code), &code) << code.id;
    const std::set<std::string_view> kinds{"WC", "WI", "WL", "WX"};
    EXPECT_TRUE(kinds.contains(code.id.substr(0, 2))) << code.id;
    EXPECT_EQ(code.id.size(), 6U);
    EXPECT_FALSE(code.title.empty()) << code.id;
    EXPECT_GT(code.explanation.size(), 100U) << code.id;
    EXPECT_FALSE(code.explanation.ends_with('\n')) << code.id;
    for (const std::string_view line : lines_of(code.explanation)) {
      EXPECT_LE(line.size(), 78U) << code.id << ": " << line;
      EXPECT_FALSE(line.ends_with(' ')) << code.id << ": " << line;
    }
  }
}

TEST(Codes, WrongExamplesAreRefusedWithTheirCode) {
  std::size_t examples = 0;
  for (const CodeInfo& code : all_codes()) {
    const std::string text = example(code, "Wrong:");
    // What lint finds is valid; its own test looks at these examples.
    if (text.empty() || code.id.starts_with("WL")) continue;
    ++examples;
    tests::FrontEnd front;
    front.read_text(text);
    const auto& all = front.diagnostics.all();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&code](const Diagnostic& d) { return d.code == code.code; }))
        << code.id << "\n"
        << text;
  }
  EXPECT_GT(examples, 35U);
}

TEST(Codes, MendedExamplesAreAcceptedWithoutAWord) {
  for (const CodeInfo& code : all_codes()) {
    const std::string text = example(code, "Right:");
    EXPECT_EQ(text.empty(), example(code, "Wrong:").empty()) << code.id << " has one example of two";
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
}  // namespace support
