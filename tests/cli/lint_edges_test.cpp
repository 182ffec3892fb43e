// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where each rule of lint begins to hold: the last text that is fine, and the first that is not.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "lint/lint.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using nlohmann::json;

// The messages of one rule about a text, all others being off.
std::vector<std::string> said_by(std::string_view id, const std::string& text) {
  json levels = json::object();
  for (const lint::Rule& rule : lint::all_rules()) {
    if (info(rule.code).id != id) levels[std::string(info(rule.code).id)] = "off";
  }
  StubbornFiles files{{"witxc.json", json{{"lint", levels}}.dump()}, {"a.witx", text}};
  const Answer answer = witxc(files, {"lint", "a.witx", "--format", "json"});
  std::vector<std::string> messages;
  const json document = json::parse(answer.out, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << answer.out << answer.err;
  if (document.is_discarded()) return messages;
  for (const json& finding : document["findings"]) messages.push_back(finding["message"]);
  return messages;
}

using Messages = std::vector<std::string>;

std::string function(const std::string& parts) {
  return fmt::format("(module $m (@interface func (export \"f\") {}))\n", parts);
}

TEST(LintEdges, SnakeCaseIsLowerCaseInWordsWithOneUnderscoreBetweenThem) {
  for (const char* name : {"a", "z", "a_b", "a1", "1a", "9", "a_0", "fd_read"})
    EXPECT_EQ(said_by("WL0101", fmt::format("(typename ${} u8)\n", name)), Messages{}) << name;
  struct Row {
    const char* name;
    const char* better;
  };
  for (const Row& row : std::vector<Row>{{"A", "a"},
                                         {"Z", "z"},
                                         {"aB", "a_b"},
                                         {"a__b", "a_b"},
                                         {"_a", "a"},
                                         {"a_", "a"},
                                         {"a-b", "a_b"},
                                         {"fileSize", "file_size"},
                                         {"zZ", "z_z"},
                                         {"v2Name", "v2_name"},
                                         {"v0Name", "v0_name"},
                                         {"v9Zone", "v9_zone"},
                                         {"HTTP", "http"},
                                         {"File-size", "file_size"}}) {
    StubbornFiles files{{"a.witx", fmt::format("(typename ${} u8)\n", row.name)}};
    const Answer answer = witxc(files, {"lint", "a.witx"});
    EXPECT_NE(answer.out.find(fmt::format("for example '{}'", row.better)), std::string::npos) << answer.out;
  }
}

TEST(LintEdges, APointerIsAListOnlyBesideItsLength) {
  const auto said = [](const std::string& params) { return said_by("WL0403", function(params)).size(); };
  const std::string pointer = "(param $p (@witx pointer u8)) ";
  for (const char* length : {"(param $len u32)", "(param $p_len u64)", "(param $length (@witx usize))",
                             "(param $n_size u32)", "(param $count u32)", "(param $x_count u64)"}) {
    EXPECT_EQ(said(pointer + length), 1U) << length;
    // On the other side of it, or with something between.
    EXPECT_EQ(said(length + std::string(" ") + pointer), 0U) << length;
    EXPECT_EQ(said(pointer + "(param $between u32) " + length), 0U) << length;
    EXPECT_EQ(said("(param $p u32) " + std::string(length)), 0U) << length;
  }
  for (const char* other : {"(param $len u8)", "(param $len u16)", "(param $len s32)", "(param $len f32)",
                            "(param $length_of u32)", "(param $plen u32)", "(param $len bool)", ""}) {
    EXPECT_EQ(said(pointer + other), 0U) << other;
  }
  EXPECT_EQ(said_by("WL0403", "(typename $r (record (field $p (@witx pointer u8)) (field $p_len u32)))\n"),
            (Messages{"'p' and 'p_len' are a list that is written as two"}));
}

TEST(LintEdges, AnErrorKeepsZeroForSuccess) {
  const auto said = [](const std::string& first, const std::string& result) {
    return said_by("WL0401", fmt::format("(typename $e (enum (@witx tag u16) ${} $other))\n", first) + function(result))
        .size();
  };
  const std::string failing = "(result $r (expected (error $e)))";
  for (const char* word : {"success", "ok", "none", "no_error", "esuccess"}) EXPECT_EQ(said(word, failing), 0U) << word;
  for (const char* word : {"succeeded", "error", "o", "bad", "okay", "nonesuch", "success_not"})
    EXPECT_EQ(said(word, failing), 1U) << word;
  // What is not returned as an error may mean anything.
  EXPECT_EQ(said("bad", "(param $e $e)"), 0U);
  // Once for each type, however many functions return it.
  EXPECT_EQ(said("bad", failing + ") (@interface func (export \"g\") " + failing), 1U);
}

TEST(LintEdges, PaddingIsToldWhereAnotherOrderSavesIt) {
  const auto said = [](const std::string& fields) {
    return said_by("WL0402", fmt::format("(typename $t (record {}))\n", fields));
  };
  EXPECT_EQ(said("(field $a u8) (field $b u32) (field $c u8)"),
            (Messages{"'t' takes 12 bytes; in another order its fields take 8"}));
  // Padding that no order saves.
  EXPECT_EQ(said("(field $a u8) (field $b u32)"), Messages{});
  EXPECT_EQ(said("(field $b u32) (field $a u8) (field $c u8)"), Messages{});
  EXPECT_EQ(said_by("WL0402", "(typename $t (tuple u8 u32 u8))\n"), Messages{});
}

TEST(LintEdges, FlagsAreFullWhereAnEighthOfTheBitsIsLeft) {
  const auto said = [](int bits, int count) {
    std::string flags;
    for (int i = 0; i < count; ++i) flags += fmt::format(" $f{}", i);
    return said_by("WL0404", fmt::format("(typename $t (flags (@witx repr u{}){}))\n", bits, flags));
  };
  for (const int bits : {8, 16, 32, 64}) {
    const int most = bits - bits / 8 - 1;
    EXPECT_EQ(said(bits, most), Messages{}) << bits;
    EXPECT_EQ(said(bits, most + 1),
              (Messages{fmt::format("'t' has {} flags in {} bits: {} left", most + 1, bits, bits / 8)}));
    EXPECT_EQ(said(bits, bits), (Messages{fmt::format("'t' has {} flags in {} bits: 0 left", bits, bits)}));
  }
}

TEST(LintEdges, ATypeIsUsedThroughWhateverHoldsIt) {
  const std::string types = "(typename $t u8)\n(typename $e (enum (@witx tag u8) $a $b))\n";
  const auto unused = [&](const std::string& more, const std::string& parts) {
    return said_by("WL0301", types + more + function(parts));
  };
  const std::string tagged = " (param $e $e)";
  for (const char* param :
       {"(param $x $t)", "(param $x (list $t))", "(param $x (@witx pointer $t))", "(param $x (@witx const_pointer $t))",
        "(param $x (tuple $t $t))", "(param $x (variant (case $c $t)))", "(result $x (expected $t (error $e)))"}) {
    EXPECT_EQ(unused("", param + tagged), Messages{}) << param;
  }
  for (const char* holder :
       {"(typename $h (record (field $x $t)))\n", "(typename $h (union (@witx tag $e) $t $t))\n", "(typename $h $t)\n"})
    EXPECT_EQ(unused(holder, "(param $x $h)" + tagged), Messages{}) << holder;
  // The tag of a union is used by it.
  EXPECT_EQ(unused("(typename $h (union (@witx tag $e) $t $t))\n", "(param $x $h)"), Messages{});
  EXPECT_EQ(unused("", tagged), (Messages{"no function uses the type 't'"}));
  EXPECT_EQ(unused("(@witx const $t $one 1)\n", tagged), Messages{});
  // Without functions, a document is there for others.
  EXPECT_EQ(said_by("WL0301", types), Messages{});
}

TEST(LintEdges, ACommentIsLostOnlyRightAboveWhatHasNoDocs) {
  const auto said = [](const std::string& text) { return said_by("WL0203", "(typename $first u8)\n" + text).size(); };
  EXPECT_EQ(said(";; Lost.\n(typename $t u8)\n"), 1U);
  EXPECT_EQ(said("  \t;; Lost.\n\t (typename $t u8)\n"), 1U);
  EXPECT_EQ(said(";; Kept.\n\n(typename $t u8)\n"), 0U);
  EXPECT_EQ(said(";;; Docs.\n(typename $t u8)\n"), 0U);
  EXPECT_EQ(said(";; A note.\n;;; Docs.\n(typename $t u8)\n"), 0U);
  EXPECT_EQ(said("(; A block. ;)\n(typename $t u8)\n"), 0U);
  // Another item stands before this one on its line.
  EXPECT_EQ(said(";; Whose?\n(typename $s u8) (typename $t u8)\n"), 1U);
  // A comment that begins the file speaks of the file.
  EXPECT_EQ(said_by("WL0203", ";; Of the file.\n(typename $t u8)\n").size(), 0U);
}

}  // namespace
