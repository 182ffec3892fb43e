// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `fmt` writes, and what it leaves: upgrades of whole documents in any order of their files, texts that cannot be upgraded,
// line endings, and writes that fail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "lines.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using testing::HasSubstr;
using testing::Not;

using cli_tests::Answer;
using cli_tests::StubbornFiles;
using cli_tests::with_crlf;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;
using Texts = std::map<std::string, std::string>;

Arguments with(Arguments first, const Arguments& then) {
  first.insert(first.end(), then.begin(), then.end());
  return first;
}

Texts texts_of(const StubbornFiles& files, const Arguments& paths) {
  Texts texts;
  for (const std::string& path : paths) texts[path] = files.text(path);
  return texts;
}

// An old document of three files, of which the first is the only one that can be read alone.
const Texts old_document{{"m.witx", "(use \"types.witx\")\n(use \"calls.witx\")\n"},
                         {"types.witx", ";;; How it went.\n(typename $errno (enum u16 $success $bad))\n"},
                         {"calls.witx",
                          "(module $m\n;;; Reads.\n(@interface func (export \"read\") (param $f u32) (result $error "
                          "$errno)\n;;; How much.\n(result $n u32))\n(@interface func (export \"close\") (result "
                          "$error $errno)))\n"}};

TEST(Upgrade, RewritesADocumentWholeInAnyOrderOfItsFiles) {
  Arguments order{"calls.witx", "m.witx", "types.witx"};
  Texts first;
  do {
    StubbornFiles files(old_document);
    const Answer answer = witxc(files, with({"fmt", "--upgrade", "-w"}, order));
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(answer.err, "");
    EXPECT_EQ(witxc(files, {"validate", "--dialect", "d6", "--warnings-as-errors", "m.witx"}).exit_code, 0);
    if (first.empty()) first = texts_of(files, order);
    EXPECT_EQ(texts_of(files, order), first);
    EXPECT_EQ(witxc(files, with({"fmt", "--upgrade", "--check"}, order)).exit_code, 0);
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_THAT(first["calls.witx"], HasSubstr("(typename $read_n u32)\n"));
  EXPECT_THAT(first["calls.witx"], HasSubstr("(result $error (expected (; n ;) $read_n (error $errno)))"));
  EXPECT_THAT(first["calls.witx"], HasSubstr(";;; How much.\n"));
}

// To rewrite one file of a document and not the others would leave two dialects in it.
TEST(Upgrade, LeavesAFileWhoseDocumentWouldBreak) {
  StubbornFiles files(old_document);
  const Answer answer = witxc(files, {"fmt", "--upgrade", "-w", "m.witx", "calls.witx"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.err, HasSubstr("m.witx: left as it is, with what it uses: "));
  EXPECT_TRUE(files.written.empty());
  const Answer printed = witxc(files, {"fmt", "--upgrade", "m.witx", "calls.witx"});
  EXPECT_EQ(printed.out, old_document.at("m.witx") + old_document.at("calls.witx"));
}

TEST(Upgrade, LeavesWhatHasNoEquivalentAndWritesOtherDocuments) {
  Texts all = old_document;
  all["union.witx"] = "(typename $e (enum u8 $a))\n(typename $u (union (field $a u8)))\n";
  StubbornFiles files(all);
  const Answer answer = witxc(files, {"fmt", "--upgrade", "-w", "types.witx", "union.witx", "calls.witx", "m.witx"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.err, HasSubstr("union.witx:2:14: left as it is: a union without a tag has no equivalent\n"));
  EXPECT_THAT(answer.err, HasSubstr("union.witx: left as it is: "));
  EXPECT_EQ(files.text("union.witx"), all["union.witx"]);
  EXPECT_THAT(files.text("types.witx"), HasSubstr("(@witx tag u16)"));
  EXPECT_EQ(witxc(files, {"fmt", "--upgrade", "--check", "union.witx"}).exit_code, 1);
}

// What is a part of a document that is left is left in all others, and so are they.
TEST(Upgrade, LeavesDocumentsThatShareAFileWithOneThatIsLeft) {
  Texts all = old_document;
  all["other.witx"] = "(use \"types.witx\")\n(typename $u (union (field $a u8)))\n";
  for (const Arguments& order : {Arguments{"m.witx", "other.witx", "types.witx", "calls.witx"},
                                 Arguments{"types.witx", "calls.witx", "other.witx", "m.witx"}}) {
    StubbornFiles files(all);
    EXPECT_EQ(witxc(files, with({"fmt", "--upgrade", "-w"}, order)).exit_code, 1);
    EXPECT_TRUE(files.written.empty());
  }
}

TEST(Upgrade, WritesNothingWhereOneDocumentHasErrors) {
  Texts all = old_document;
  all["bad.witx"] = "(typename $a $missing)\n";
  StubbornFiles files(all);
  const Answer answer = witxc(files, {"fmt", "--upgrade", "-w", "m.witx", "types.witx", "calls.witx", "bad.witx"});
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_THAT(answer.err, HasSubstr("missing"));
  EXPECT_TRUE(files.written.empty());
}

TEST(Upgrade, WritesAllFilesOrNone) {
  for (const auto& [path, text] : old_document) {
    StubbornFiles files(old_document);
    files.unwritable[path] = {.kind = support::FileError::Kind::other, .reason = "no space left on the device"};
    const Answer answer = witxc(files, {"fmt", "--upgrade", "-w", "m.witx", "types.witx", "calls.witx"});
    if (path == "m.witx") {
      EXPECT_EQ(answer.exit_code, 0) << "it is in order already";
      continue;
    }
    EXPECT_EQ(answer.exit_code, 4);
    EXPECT_THAT(answer.err, HasSubstr("cannot write '" + path + "': no space left on the device"));
    for (const auto& [each, before] : old_document) EXPECT_EQ(files.text(each), before);
  }
}

// Docs that would land elsewhere are a change, too: the proof looks at them.
TEST(Upgrade, KeepsDocsWhereTheyAre) {
  StubbornFiles files{{"a.witx",
                       "(typename $errno (enum u16 $success $bad)) ;; errors\n;;; A module.\n(module $m\n(@interface "
                       "func (export \"f\") (result $e $errno) (result $n usize)))\n"}};
  ASSERT_EQ(witxc(files, {"fmt", "--upgrade", "-w", "a.witx"}).exit_code, 0);
  EXPECT_THAT(files.text("a.witx"), HasSubstr(") ;; errors\n(typename $f_n (@witx usize))\n"));
  EXPECT_THAT(files.text("a.witx"), HasSubstr(";;; A module.\n(module $m"));
}

TEST(Upgrade, WhatIsKeptAsACommentIsToldAndIsNoReasonToFail) {
  StubbornFiles files{{"a.witx", "(typename $a (handle)) (typename $b (handle $a))"}};
  const Answer answer = witxc(files, {"fmt", "--upgrade", "-w", "a.witx"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_THAT(answer.err, HasSubstr("a.witx:1:37: what the handle may stand in for is now a comment\n"));
}

struct Endings : testing::Test {
  const std::string lf = "(typename $a u8)\n(typename $b u16)\n";
  const std::string crlf = with_crlf(lf);
  const std::string mixed = "(typename $a u8)\r\n(typename $b u16)\n";
  const std::string unformatted = "(typename   $a u8)\r\n(typename $b u16)\r\n";
  StubbornFiles files{{"lf.witx", lf}, {"crlf.witx", crlf}, {"mixed.witx", mixed}, {"unformatted.witx", unformatted}};

  void ask_for(const std::string& word) {
    ASSERT_EQ(files.write("witxc.json", R"({"line_endings": ")" + word + "\"}").reason, "");
    files.written.clear();
  }
  Answer check(const std::string& path) { return witxc(files, {"fmt", "--check", path}); }
};

TEST_F(Endings, AloneAreNoDifference) {
  for (const bool configured : {false, true}) {
    if (configured) ask_for("keep");
    for (const char* path : {"lf.witx", "crlf.witx", "mixed.witx"}) {
      EXPECT_EQ(check(path).exit_code, 0) << path;
      EXPECT_EQ(check(path).out, "");
      EXPECT_EQ(witxc(files, {"fmt", "-w", path}).exit_code, 0);
      EXPECT_EQ(witxc(files, {"fmt", "--diff", path}).out, "");
      EXPECT_EQ(witxc(files, {"fmt", path}).out, files.text(path));
    }
    EXPECT_TRUE(files.written.empty());
  }
}

TEST_F(Endings, AFileKeepsItsOwn) {
  EXPECT_EQ(check("unformatted.witx").exit_code, 1);
  EXPECT_EQ(check("unformatted.witx").out, "unformatted.witx is not formatted\n");
  EXPECT_EQ(witxc(files, {"fmt", "unformatted.witx"}).out, crlf);
  EXPECT_EQ(witxc(files, {"fmt", "-"}, unformatted).out, crlf);
  const std::string diff = witxc(files, {"fmt", "--diff", "unformatted.witx"}).out;
  EXPECT_THAT(diff, HasSubstr("-(typename   $a u8)\n+(typename $a u8)\n"));
  EXPECT_THAT(diff, Not(HasSubstr("+(typename $b")));
  EXPECT_EQ(witxc(files, {"fmt", "-w", "unformatted.witx"}).exit_code, 0);
  EXPECT_EQ(files.text("unformatted.witx"), crlf);
}

TEST_F(Endings, AreNamedWhenAskedFor) {
  ask_for("lf");
  EXPECT_EQ(check("lf.witx").exit_code, 0);
  EXPECT_EQ(check("crlf.witx").exit_code, 1);
  EXPECT_EQ(check("crlf.witx").out, "crlf.witx has CRLF line endings, and witxc.json asks for LF\n");
  EXPECT_EQ(check("mixed.witx").out, "mixed.witx has mixed line endings, and witxc.json asks for LF\n");
  EXPECT_EQ(witxc(files, {"fmt", "-w", "lf.witx", "crlf.witx", "mixed.witx", "unformatted.witx"}).exit_code, 0);
  for (const char* path : {"crlf.witx", "mixed.witx", "unformatted.witx"}) EXPECT_EQ(files.text(path), lf) << path;
  ask_for("crlf");
  EXPECT_EQ(check("lf.witx").out, "lf.witx has LF line endings, and witxc.json asks for CRLF\n");
  EXPECT_EQ(witxc(files, {"fmt", "--check", "--diff", "lf.witx"}).out,
            "lf.witx has LF line endings, and witxc.json asks for CRLF\n");
  EXPECT_EQ(witxc(files, {"fmt", "-w", "lf.witx"}).exit_code, 0);
  EXPECT_EQ(files.text("lf.witx"), crlf);
}

TEST_F(Endings, StayWhereADocumentIsUpgradedOrMended) {
  ASSERT_EQ(files.write("old.witx", "(typename $e (enum u8 $a))\r\n").reason, "");
  ASSERT_EQ(witxc(files, {"fmt", "--upgrade", "-w", "old.witx"}).exit_code, 0);
  EXPECT_EQ(files.text("old.witx"), with_crlf("(typename $e\n  (enum (@witx tag u8)\n    $a\n  )\n)\n"));
}

// A fragment is a part of documents that nobody named: they must mean the same afterwards.
TEST(Fmt, AFragmentIsUpgradedOnlyIfEveryDocumentThatUsesItStaysWhatItIs) {
  const std::string fragment = "(typename $e (enum u8 $a $b))\n";
  const std::string standard = "(use \"e.witx\")\n(module $m (@interface func (export \"f\") (param $e $e)))\n";
  const std::string draft = "(use \"e.witx\")\n(typename $u (union (field $e $e) (field $n u32)))\n";
  StubbornFiles fine{{"e.witx", fragment}, {"m.witx", standard}};
  EXPECT_EQ(witxc(fine, {"fmt", "--upgrade", "-w", "e.witx"}).exit_code, 0);
  EXPECT_NE(fine.text("e.witx"), fragment);
  StubbornFiles files{{"e.witx", fragment}, {"m.witx", standard}, {"u.witx", draft}};
  const Answer answer = witxc(files, {"fmt", "--upgrade", "-w", "e.witx"});
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_THAT(answer.err, HasSubstr("e.witx: left as it is: 'u.witx' uses it and is not among the files: "));
  EXPECT_EQ(files.text("e.witx"), fragment);
  // A neighbour that is broken already has nothing to lose.
  StubbornFiles broken{{"e.witx", fragment}, {"u.witx", draft + "(typename $x nothing)\n"}};
  EXPECT_EQ(witxc(broken, {"fmt", "--upgrade", "-w", "e.witx"}).exit_code, 0);
}

TEST(Fmt, AFileThatIsNamedTwiceIsOneFile) {
  for (const char* const again : {"a.witx", "./a.witx", "x/../a.witx"}) {
    StubbornFiles files{{"a.witx", "(typename  $a (enum u8 $x))\n"}};
    EXPECT_EQ(witxc(files, {"fmt", "--upgrade", "-w", "a.witx", again}).exit_code, 0);
    EXPECT_EQ(witxc(files, {"fmt", "-w", again, "a.witx", again}).exit_code, 0);
    EXPECT_EQ(witxc(files, {"fmt", "--upgrade", "--check", again}).exit_code, 0);
  }
}

TEST(Fmt, AConfigurationThatIsWrongIsUsage) {
  StubbornFiles files{{"a.witx", "(typename  $a u8)"}, {"witxc.json", R"({"line_endings": "cr"})"}};
  EXPECT_EQ(witxc(files, {"fmt", "-w", "a.witx"}).exit_code, 2);
  EXPECT_TRUE(files.written.empty());
}

}  // namespace
