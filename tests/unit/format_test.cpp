// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/format.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace {

std::optional<std::string> formatted(const std::string& text, diagnostics::Sink& diagnostics) {
  support::Sources sources;
  return syntax::format(sources, sources.add("m.witx", text), diagnostics);
}

// What comes out, which must come out again when it is put in.
std::string formatted(const std::string& text) {
  diagnostics::Sink diagnostics;
  const std::optional<std::string> once = formatted(text, diagnostics);
  EXPECT_TRUE(once) << text;
  EXPECT_EQ(diagnostics.all().size(), 0U);
  EXPECT_EQ(formatted(once.value_or(""), diagnostics), once);
  return once.value_or("");
}

TEST(Format, MembersStandLineByLine) {
  EXPECT_EQ(formatted("(typename $e (enum (@witx tag u8) $a $b))"), R"((typename $e
  (enum (@witx tag u8)
    $a
    $b
  )
)
)");
  EXPECT_EQ(formatted("(typename $r (record (field $x u8) (field $y (list u8))))"), R"((typename $r
  (record
    (field $x u8)
    (field $y (list u8))
  )
)
)");
}

TEST(Format, ShortFormsKeepOneLine) {
  EXPECT_EQ(formatted("(typename  $a\n  (@witx  pointer\n u8 ) )"), "(typename $a (@witx pointer u8))\n");
  EXPECT_EQ(formatted("(use\n\"a.witx\")"), "(use \"a.witx\")\n");
  EXPECT_EQ(formatted("(typename $r (record))(typename $h ( handle ))"),
            "(typename $r (record))\n(typename $h (handle))\n");
}

TEST(Format, LinesEndAtTheHundredthColumn) {
  const std::string name(83, 'n');
  EXPECT_EQ(formatted("(typename $" + name + " (list u))"), "(typename $" + name + "\n  (list u)\n)\n");
  EXPECT_EQ(formatted("(typename $" + name + " list)"), "(typename $" + name + " list)\n");
}

TEST(Format, FunctionsOpenWithTheirName) {
  EXPECT_EQ(
      formatted(
          "(module $m (import \"memory\" (memory)) (@interface func (export \"f\") (param $x u8) (@witx noreturn))"
          " (@interface func (export \"g\")))"),
      R"((module $m
  (import "memory" (memory))
  (@interface func (export "f")
    (param $x u8)
    (@witx noreturn)
  )
  (@interface func (export "g"))
)
)");
  EXPECT_EQ(formatted("(module (export \"f\" (func (result $x u8))))"), R"((module
  (export "f"
    (func
      (result $x u8)
    )
  )
)
)");
}

TEST(Format, OldDialectsOpenWithTheirRepresentations) {
  EXPECT_EQ(formatted("(typename $i (int u64 (const $x 0)))"), "(typename $i\n  (int u64\n    (const $x 0)\n  )\n)\n");
  EXPECT_EQ(formatted("(typename $u (union $tag (empty $x)))"),
            "(typename $u\n  (union $tag\n    (empty $x)\n  )\n)\n");
  // Here the first name is a member and no tag.
  EXPECT_EQ(formatted("(typename $u (union $a $b))"), "(typename $u\n  (union\n    $a\n    $b\n  )\n)\n");
  EXPECT_EQ(formatted("(typename $f (flags u8 (flag $x)))"), "(typename $f\n  (flags u8\n    (flag $x)\n  )\n)\n");
}

TEST(Format, KeepsOneEmptyLineBetweenItemsAndNoneAtTheEnds) {
  EXPECT_EQ(formatted("\n\n(use \"a\")\n\n\n\n(use \"b\")\n(module $m\n\n  (import \"m\" (memory))\n\n)\n\n"),
            R"((use "a")

(use "b")
(module $m
  (import "m" (memory))
)
)");
}

TEST(Format, CommentsStayWhereTheyBelong) {
  EXPECT_EQ(formatted(R"(;; about the file

(typename $e ;; of the name
  (enum u8   ;; of the enum
;;; A.

      ;;; More of A.
    $a    ;; trails a
    $b)) ;; trails the type
;; last)"),
            R"(;; about the file

(typename $e ;; of the name
  (enum u8 ;; of the enum
    ;;; A.

    ;;; More of A.
    $a ;; trails a
    $b
  )
) ;; trails the type
;; last
)");
}

TEST(Format, CommentsInOddPlacesBreakTheLine) {
  EXPECT_EQ(formatted("( ;; c\ntypename $x u8)"), "( ;; c\n  typename\n  $x\n  u8\n)\n");
  EXPECT_EQ(formatted("(typename\n;; c\n$x u8)"), "(typename\n  ;; c\n  $x\n  u8\n)\n");
  EXPECT_EQ(formatted("(typename $x u8 ;; c\n)"), "(typename $x\n  u8 ;; c\n)\n");
  EXPECT_EQ(formatted("(module $m ;; c\n)"), "(module $m ;; c\n)\n");
}

TEST(Format, BlockCommentsStayInTheirLine) {
  EXPECT_EQ(formatted("(typename $x (; why ;)   u8)"), "(typename $x (; why ;) u8)\n");
  EXPECT_EQ(formatted("(; two\n   lines ;) (typename $x u8)"), "(; two\n   lines ;) (typename $x u8)\n");
  EXPECT_EQ(formatted("(typename $x u8) (; after ;) (typename $y u8)"),
            "(typename $x u8) (; after ;)\n(typename $y u8)\n");
  EXPECT_EQ(formatted("((;c;)use \"a\")"), "((;c;) use \"a\")\n");
}

TEST(Format, UnknownFormsAreLaidOutBySize) {
  const std::string name(60, 'n');
  EXPECT_EQ(formatted("(@custom  (a b)  1 )"), "(@custom (a b) 1)\n");
  EXPECT_EQ(formatted("(draft $" + name + " (thing $" + name + "))"),
            "(draft\n  $" + name + "\n  (thing $" + name + ")\n)\n");
}

TEST(Format, LineEndingsBecomeLineFeeds) {
  EXPECT_EQ(formatted("\xEF\xBB\xBF;; c \t\r\n(; a\r\nb ;)\r\n(use \"a\")\r\n"), ";; c\n(; a\nb ;)\n(use \"a\")\n");
  EXPECT_EQ(formatted("(use \"a\")"), "(use \"a\")\n");
  EXPECT_EQ(formatted(" \n\n"), "");
}

TEST(Format, RefusesWhatHasNoShape) {
  for (const char* text : {"(use \"a\"", "(use \"a\"))", "(use \"a)", "(; use", "(use , \"a\")", "(use \"\xff\")"}) {
    diagnostics::Sink diagnostics;
    EXPECT_EQ(formatted(text, diagnostics), std::nullopt) << text;
    EXPECT_GT(diagnostics.errors(), 0U) << text;
  }
}

}  // namespace
