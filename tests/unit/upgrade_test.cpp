// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "upgrade/upgrade.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "../binary_face.h"
#include "../front_end.h"
#include "upgrade/proof.h"

namespace {

constexpr const char* errno_type = "(typename $errno (enum u16 $success $bad))\n";

struct Result {
  std::string text;
  std::vector<std::string> left;
  std::vector<std::string> lost;
};

Result upgraded(const std::string& text, std::map<std::string, std::string> others = {}) {
  tests::FrontEnd front_end;
  front_end.read_text(text, std::move(others));
  EXPECT_EQ(front_end.diagnostics.errors(), 0U) << text;
  const upgrade::Upgrade upgrade =
      upgrade::upgrade(front_end.document, front_end.document.entries.front(), front_end.dialect, front_end.sources);
  Result result{.text = upgrade.text, .left = {}, .lost = {}};
  for (const diagnostics::Label& label : upgrade.left) result.left.push_back(label.text);
  for (const diagnostics::Label& label : upgrade.lost) result.lost.push_back(label.text);
  return result;
}

// Upgrades a text that nothing hinders, and checks that it is standard now and means what it meant. Returns it.
std::string upgraded_in_meaning(const std::string& text) {
  const Result result = upgraded(text);
  EXPECT_EQ(result.left, std::vector<std::string>()) << text;
  tests::FrontEnd before;
  before.read_text(text);
  tests::FrontEnd after;
  after.read_text(result.text);
  EXPECT_EQ(after.diagnostics.all().size(), 0U) << result.text;
  EXPECT_EQ(after.dialect, syntax::Dialect::d6) << result.text;
  EXPECT_EQ(upgrade::difference(before.model, after.model), std::nullopt) << result.text;
  return result.text;
}

// The same where no type gets a name that it had not; what memory and engines see is looked at for itself.
std::string upgraded_whole(const std::string& text) {
  std::string after_text = upgraded_in_meaning(text);
  tests::FrontEnd before;
  before.read_text(text);
  tests::FrontEnd after;
  after.read_text(after_text);
  EXPECT_EQ(tests::binary_face(after.model), tests::binary_face(before.model)) << after_text;
  return after_text;
}

TEST(Upgrade, AnnotatesRepresentations) {
  EXPECT_EQ(upgraded_whole("(typename $e (enum u8 $a))"), "(typename $e\n  (enum (@witx tag u8)\n    $a\n  )\n)\n");
  EXPECT_EQ(upgraded_whole("(typename $f (flags u16 $a))"),
            "(typename $f\n  (flags (@witx repr u16)\n    $a\n  )\n)\n");
  EXPECT_EQ(upgraded_whole("(typename $f (flags (@witx bitflags u64) $a))"),
            "(typename $f\n  (flags (@witx repr u64)\n    $a\n  )\n)\n");
}

TEST(Upgrade, TakesFlagsOutOfTheirGroups) {
  EXPECT_EQ(upgraded_whole("(typename $f (flags u8\n;;; A.\n(flag $a) ;; first\n;;; B.\n(flag $b)))"),
            "(typename $f\n  (flags (@witx repr u8)\n    ;;; A.\n    $a ;; first\n    ;;; B.\n    $b\n  )\n)\n");
}

TEST(Upgrade, RenamesTypes) {
  EXPECT_EQ(
      upgraded_whole("(typename $s (struct (field $a (array u8)) (field $b char8) (field $c (@witx pointer char8))))"),
      "(typename $s\n  (record\n    (field $a (list u8))\n    (field $b (@witx char8))\n    (field $c (@witx pointer "
      "(@witx char8)))\n  )\n)\n");
  EXPECT_EQ(upgraded_whole("(typename $u usize)"), "(typename $u (@witx usize))\n");
  EXPECT_EQ(upgraded_whole("(typename $d data)"), "(typename $d (list u8))\n");
}

TEST(Upgrade, OpenIntsBecomeConstants) {
  EXPECT_EQ(upgraded_whole(R"(;;; A cookie.
(typename $cookie (int u64 ;; open
  ;;; The first.
  (const $start 0) ;; zero
  ;;; The last.
  (const $end 0xff)
  ;; no more
))

(typename $next u8))"),
            R"(;;; A cookie.
(typename $cookie u64) ;; open
;;; The first.
(@witx const $cookie $start 0) ;; zero
;;; The last.
(@witx const $cookie $end 0xff)
;; no more

(typename $next u8)
)");
}

TEST(Upgrade, UnionsWithATagBecomeVariants) {
  EXPECT_EQ(
      upgraded_whole("(typename $t (enum u8 $a $b))\n(typename $u (union $t ;;; None.\n(empty $b) (field $a u64)))"),
      R"((typename $t
  (enum (@witx tag u8)
    $a
    $b
  )
)
(typename $u
  (variant (@witx tag $t) ;;; None.
    (case $b)
    (case $a u64)
  )
)
)");
}

TEST(Upgrade, ResultsBecomeOne) {
  const std::string text = upgraded_whole(std::string(errno_type) + R"((typename $size u32)
(module $m
  (@interface func (export "f") (param $x u8) (result $error $errno))
  (@interface func (export "g")
    ;;; How it went.
    (result $error $errno)
    ;;; How much.
    (result $n $size))
  (@interface func (export "h")
    (result $error $errno)
    ;;; One.
    (result $a $size)
    (param $late u64)
    ;;; Two.
    (result $b $size)
  )
  (@interface func (export "i") (result $n $size))))");
  EXPECT_EQ(text.substr(text.find("(module")), R"((module $m
  (@interface func (export "f")
    (param $x u8)
    (result $error (expected (error $errno)))
  )
  (@interface func (export "g")
    ;;; How it went.
    ;;; How much.
    (result $error (expected (; n ;) $size (error $errno)))
  )
  (@interface func (export "h")
    ;;; One.
    ;;; Two.
    (result $error (expected (tuple (; a ;) $size (; b ;) $size) (error $errno)))
    (param $late u64)
  )
  (@interface func (export "i")
    (result $n $size)
  )
)
)");
}

TEST(Upgrade, ResultsWithoutANamedTypeGetOne) {
  const auto module = [](const std::string& results) {
    return std::string(errno_type) + "(module $m (@interface func (export \"f\") (result $e $errno) " + results + "))";
  };
  for (const char* word : {"u8", "s64", "f32", "char8", "usize", "u32"}) {
    const std::string text = upgraded_in_meaning(module(std::string("(result $n ") + word + ")"));
    EXPECT_NE(text.find("(result $e (expected (; n ;) $f_n (error $errno)))"), std::string::npos) << text;
  }
  const std::string two = upgraded_in_meaning(module("(result $n u32) (result $m u64)"));
  EXPECT_NE(two.find("(typename $f_n u32)\n(typename $f_m u64)\n"), std::string::npos) << two;
  EXPECT_NE(two.find("(expected (tuple (; n ;) $f_n (; m ;) $f_m) (error $errno))"), std::string::npos) << two;
  const std::string taken = upgraded_in_meaning("(typename $f_n u8)\n" + module("(result $n u32)"));
  EXPECT_NE(taken.find("(typename $f_n_value u32)"), std::string::npos) << taken;
}

TEST(Upgrade, FindsTheErrorInAnotherFile) {
  const Result result =
      upgraded("(use \"errno.witx\")\n(module $m (@interface func (export \"f\") (result $e $again)))",
               {{"errno.witx", std::string(errno_type) + "(typename $again $errno)"}});
  EXPECT_EQ(result.left, std::vector<std::string>());
  EXPECT_NE(result.text.find("(result $e (expected (error $again)))"), std::string::npos) << result.text;
}

TEST(Upgrade, SaysWhatItLeaves) {
  using Left = std::vector<std::string>;
  const auto function = [](const std::string& results) {
    return upgraded(
        std::string(errno_type) +
        "(typename $wide (enum u64 $ok)) (typename $way (enum u8 $in $out)) (typename $bytes (array u8))\n" +
        "(module $m (@interface func (export \"f\") " + results + "))");
  };
  EXPECT_EQ(upgraded("(typename $u (union (field $a u8)))").left, Left{"a union without a tag has no equivalent"});
  EXPECT_EQ(function("(result $w $way)").left,
            Left{"only an enum that begins with success can be returned, as an error"});
  EXPECT_EQ(function("(result $n u8) (result $m u8)").left,
            Left{"several results, the first of which is not an error"});
  EXPECT_EQ(function("(result $w $wide)").left, Left{"an error of 64 bits is returned as 32 in the standard dialect"});
  EXPECT_EQ(function("(result $e $errno) (result $n (@witx pointer u8))").left,
            Left{"a result beside an error needs a type with a name"});
  for (const char* word : {"string", "data"}) {
    EXPECT_EQ(function(std::string("(result $e $errno) (result $n ") + word + ")").left,
              Left{"a result beside an error needs a type with a name"});
  }
  EXPECT_EQ(function("(result $e $errno) (result $b $bytes)").left,
            Left{"a list beside an error is returned in two parts, and in the standard dialect in one"});
  EXPECT_EQ(upgraded("(typename hidden $x u8)").left, Left{"'hidden' has no equivalent"});
}

TEST(Upgrade, WhatIsLeftStaysAsItWas) {
  EXPECT_EQ(upgraded("(typename $u (union (field $a u8)))").text,
            "(typename $u\n  (union\n    (field $a u8)\n  )\n)\n");
  const std::string module =
      "(module $m\n  (@interface func (export \"f\")\n    (result $n u8)\n    (result $m u8)\n  )\n)\n";
  EXPECT_EQ(upgraded(module).text, module);
}

TEST(Upgrade, KeepsSupertypesAsComments) {
  const Result result = upgraded("(typename $a (handle)) (typename $b (handle $a)) (typename $c (handle $a $b))");
  EXPECT_EQ(result.text,
            "(typename $a (handle))\n(typename $b (handle (; $a ;)))\n(typename $c (handle (; $a ;) (; $b ;)))\n");
  EXPECT_EQ(result.left, std::vector<std::string>());
  EXPECT_EQ(result.lost, std::vector<std::string>(2, "what the handle may stand in for is now a comment"));
}

TEST(Upgrade, LeavesTheStandardAndWhatCameAfterItAlone) {
  const std::string standard = "(typename $e\n  (enum (@witx tag u8)\n    $a\n  )\n)\n";
  EXPECT_EQ(upgraded_whole(standard), standard);
  const Result last = upgraded("(module (typename $o (option u8)))");
  EXPECT_EQ(last.text, "(module\n  (typename $o (option u8))\n)\n");
  EXPECT_EQ(last.left,
            (std::vector<std::string>{"a type inside a module has no equivalent", "'option' has no equivalent"}));
}

}  // namespace
