// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which of the two sides a change endangers, by where the value stands; that a handle names one resource and no other; that an
// approval is a fingerprint. Asked of the command, as a user would.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../cli/tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;

json changes_between(const std::string& before, const std::string& after) {
  StubbornFiles files{{"a/test.witx", before}, {"b/test.witx", after}};
  const Answer answer = witxc(files, {"diff", "a/test.witx", "b/test.witx", "--format", "json"});
  const json document = json::parse(answer.out, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << answer.out << answer.err;
  return document.is_discarded() ? json::array() : document["changes"];
}

struct Side {
  // How a function carries a $way.
  std::string_view carried;
  // Who could meet the way that is new: whoever does not send it.
  std::string_view guest;
  std::string_view host;
};

constexpr std::string_view safe = "compatible";
constexpr std::string_view unsafe = "dangerous";

constexpr Side sides[]{
    {"(func (param $w $way))", safe, unsafe},
    {"(func (param $w (list $way)))", safe, unsafe},
    {"(func (param $w (in-buffer $way)))", safe, unsafe},
    // Lent to be filled: what it holds comes from the host.
    {"(func (param $w (out-buffer $way)))", unsafe, safe},
    {"(func (result $w $way))", unsafe, safe},
    {"(func (result $w (list $way)))", unsafe, safe},
    {"(func (param $in $way) (result $out $way))", unsafe, unsafe},
    {"(func (param $in (in-buffer $way)) (param $out (out-buffer $way)))", unsafe, unsafe},
};

TEST(DiffSides, WhoeverDoesNotSendTheNewCaseCanMeetIt) {
  for (const Side& side : sides) {
    const std::string text =
        "(typename $way (enum (@witx tag u8) $left $right{}))\n(module $test (export \"go\" {}))\n";
    const json changes = changes_between(fmt::format(fmt::runtime(text), "", side.carried),
                                         fmt::format(fmt::runtime(text), " $up", side.carried));
    ASSERT_EQ(changes.size(), 1U) << side.carried << changes.dump(2);
    EXPECT_EQ(changes[0]["path"], "way.up");
    EXPECT_EQ(changes[0]["guest"], side.guest) << side.carried;
    EXPECT_EQ(changes[0]["host"], side.host) << side.carried;
    EXPECT_EQ(changes[0]["functions"], json::array({"go"})) << side.carried;
  }
}

TEST(DiffSides, AHandleOfAnotherResourceIsABreakWhereverItStands) {
  for (const std::string_view carried : {"(param $p $h)", "(param $p (list $h))", "(param $p (in-buffer $h))",
                                         "(param $p (tuple u8 $h))", "(result $r $h)"}) {
    const std::string before = fmt::format(
        "(resource $file) (resource $socket) (typename $h (handle $file)) (module $test (export \"go\" (func {})))\n",
        carried);
    std::string after = before;
    after.replace(after.find("(handle $file)"), 14, "(handle $socket)");
    EXPECT_TRUE(changes_between(before, before).empty()) << carried;
    const json changes = changes_between(before, after);
    ASSERT_EQ(changes.size(), 1U) << carried << changes.dump(2);
    EXPECT_EQ(changes[0]["guest"], "breaking") << carried;
    EXPECT_EQ(changes[0]["host"], "breaking") << carried;
  }
}

TEST(DiffApprovals, OnlySixteenHexadecimalDigitsAreAFingerprint) {
  const auto exit_code = [](const std::string& approvals) {
    StubbornFiles files{{"a.witx", "(typename $n u8)\n"}, {"approved", approvals}};
    return witxc(files, {"diff", "a.witx", "a.witx", "--accept", "approved"}).exit_code;
  };
  EXPECT_EQ(exit_code("# a comment\n\n"), 0);
  // Well written, and used by nothing.
  EXPECT_EQ(exit_code("0123456789abcdef\n"), 1);
  for (const char* wrong : {"0123456789abcdeg\n", "0123456789abcdeF\n", "g123456789abcdef\n", "0123456789abcde\n",
                            "0123456789abcdef0\n", "0123456_89abcdef\n", "zzzzzzzzzzzzzzzz\n"}) {
    EXPECT_EQ(exit_code(wrong), 2) << wrong;
  }
}

}  // namespace
