// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a message underlines is what is wrong, no more and no less.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "../front_end.h"
#include "diagnostics/codes.h"

namespace {

struct Row {
  std::string_view id;
  // The text, with "[[" and "]]" around what has to be marked.
  std::string_view text;
};

constexpr Row rows[]{
    {"WX0011", "[[//]] words"},
    {"WX0011", "[[;]] words"},
    {"WX0011", "(typename $a [[,]])"},
    {"WX0011", "(typename $a [[\xC3\xA9]])"},
    {"WX0013", "(use \"a\") [[(;]] open (; nested ;)"},
    {"WX0012", "(use [[\"]]a"},
    {"WX0014", "(use \"a[[\\]]q\")"},
    {"WX0014", "(use \"a[[\\]]u{110000}\")"},
    {"WX0021", "[[(]]typename $a (record (field $x u8)\n"},
    {"WX0022", "(typename $a u8)[[)]]"},
    {"WX0031", "(module $m (@interface func (export \"f\") [[(arg]] $x u8)))"},
    {"WX0032", "[[(type]] $a u8)"},
    {"WX0032", "[[\"a\"]]"},
    {"WX0033", "(module $m (import \"memory\"[[]]))"},
    {"WX0034", "(typename $a u8 [[u16]])"},
    {"WX0035", "(typename [[a]] u8)"},
    {"WX0036", "(typename $a [[u9]])"},
    {"WX0036", "(typename $a[[]])"},
    {"WX0038", "(@witx const $a $b [[-1]])"},
    {"WX0038", "(@witx const $a $b [[18446744073709551616]])"},
    {"WX0039", "(typename $a (enum (@witx tag [[s8]]) $x))"},
    {"WX0040", "[[(@interface]] func (export \"f\"))"},
    {"WX0041", "(typename $a (list [[(record]] (field $x u8))))"},
    {"WX0101", "(typename $a u8) (typename [[$a]] u8)"},
    {"WX0101", "(module $m (@interface func (export \"f\")) (@interface func (export [[\"f\"]])))"},
    {"WX0102", "(typename $a (enum (@witx tag u8) $x $y [[$x]]))"},
    {"WX0103", "(typename $a [[$b]])"},
    {"WX0104", "(typename $a (record (field $x [[$a]])))"},
    {"WX0107", "(typename $b (list [[$a]])) (typename $a u8)"},
    {"WX0111", "(use [[\"none.witx\"]])"},
    {"WX0202", "(typename $a [[(flags]] (@witx repr u8) $a $b $c $d $e $f $g $h $i))"},
    {"WX0204", "(typename $a (int u8 (const [[$x]] 256)))"},
    {"WX0205", "(typename $a (int u8 (const $x 1) (const [[$y]] 1)))"},
    {"WX0302", "(module $m (@interface func (export \"f\") (result [[$x]] string)))"},
    {"WX0305", "(module $m (@interface func (export \"f\") (result [[$x]] u8) (@witx noreturn)))"},
};

TEST(Marks, StandAroundWhatIsWrong) {
  for (const Row& row : rows) {
    std::string text(row.text);
    const std::size_t begin = text.find("[[");
    text.erase(begin, 2);
    const std::size_t end = text.find("]]", begin);
    text.erase(end, 2);
    tests::FrontEnd front;
    front.read_text(text);
    const auto& all = front.diagnostics.all();
    const auto found =
        std::find_if(all.begin(), all.end(), [&row](const auto& each) { return info(each.code).id == row.id; });
    ASSERT_NE(found, all.end()) << row.id << ": " << text;
    const support::Span span = found->primary.span;
    std::string marked = text;
    marked.insert(span.end, "]]").insert(span.begin, "[[");
    EXPECT_EQ(marked, row.text) << row.id << ": " << found->message;
  }
}

// What was there first is marked as well.
TEST(Marks, StandAroundTheOtherPlaceToo) {
  for (const Row& row : {Row{"WX0101", "(typename [[$a]] u8) (typename $a u8)"},
                         Row{"WX0102", "(typename $a (enum (@witx tag u8) [[$x]] $y $x))"},
                         Row{"WX0205", "(typename $a (int u8 (const [[$x]] 1) (const $y 1)))"},
                         Row{"WX0202", "(typename $a (flags (@witx repr u8) $a $b $c $d $e $f $g $h [[$i]] $j))"}}) {
    std::string text(row.text);
    text.erase(text.find("[["), 2);
    text.erase(text.find("]]"), 2);
    tests::FrontEnd front;
    front.read_text(text);
    ASSERT_EQ(front.diagnostics.all().size(), 1U) << text;
    const diagnostics::Diagnostic& found = front.diagnostics.all()[0];
    EXPECT_EQ(info(found.code).id, row.id);
    ASSERT_EQ(found.secondary.size(), 1U) << text;
    std::string marked = text;
    marked.insert(found.secondary[0].span.end, "]]").insert(found.secondary[0].span.begin, "[[");
    EXPECT_EQ(marked, row.text);
  }
}

}  // namespace
