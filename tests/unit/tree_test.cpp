// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/tree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "syntax/docs.h"

namespace syntax {
namespace {

struct Read {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  Tree tree;

  explicit Read(std::string text) { tree = read_tree(sources, sources.add("test", std::move(text)), diagnostics); }

  [[nodiscard]] std::vector<diagnostics::Code> codes() const {
    std::vector<diagnostics::Code> found;
    for (const diagnostics::Diagnostic& d : diagnostics.all()) found.push_back(d.code);
    return found;
  }
  // The groups as they were paired, names and words as they are.
  [[nodiscard]] std::string shape() const { return shape(Cursor(tree)); }

 private:
  [[nodiscard]] std::string shape(Cursor cursor) const {
    std::string text;
    while (!cursor.done()) {
      const NodeIndex node = cursor.take();
      text += text.empty() ? "" : " ";
      text += tree.is_group(node) ? "[" + shape(Cursor(tree, node)) + "]" : std::string(tree.node_text(node));
    }
    return text;
  }
};

TEST(Tree, PairsParentheses) {
  const Read read("(a (b) c) d ()");
  EXPECT_EQ(read.shape(), "[a [b] c] d []");
  EXPECT_TRUE(read.codes().empty());
}

TEST(Tree, PassesOverAnnotationsOfOthers) {
  EXPECT_EQ(Read("(@custom (x)) (a (@note \"y\") b (@witx c) (@interface d) (@last))").shape(),
            "[a b [@witx c] [@interface d]]");
}

TEST(Tree, AnUnclosedFormEndsWhereItsNeighbourBegins) {
  const Read read("(a\n  (b x\n  (c y))\n(d\n(e)");
  EXPECT_EQ(read.shape(), "[a [b x] [c y]] [d] [e]");
  EXPECT_EQ(read.codes(), (std::vector{diagnostics::Code::unclosed_form, diagnostics::Code::unclosed_form}));
}

TEST(Tree, AnUnclosedFormOnOneLineEndsWithTheText) {
  const Read read("(a (b)");
  EXPECT_EQ(read.shape(), "[a [b]]");
  EXPECT_EQ(read.codes(), std::vector{diagnostics::Code::unclosed_form});
}

TEST(Tree, ASurplusParenthesisDoesNotCloseWhatGoesOn) {
  const Read read("(a\n  (b))\n  (c)\n)");
  EXPECT_EQ(read.shape(), "[a [b] [c]]");
  EXPECT_EQ(read.codes(), std::vector{diagnostics::Code::unmatched_parenthesis});
}

TEST(Tree, ReportsEverySurplusParenthesisAtTheEnd) {
  const Read read("(a))) (b)");
  EXPECT_EQ(read.shape(), "[a] [b]");
  EXPECT_EQ(read.codes().size(), 2U);
}

TEST(Tree, IndentationMeansNothingInATextThatIsEven) {
  EXPECT_EQ(Read("(a\n(b)\n(c))").shape(), "[a [b] [c]]");
  EXPECT_EQ(Read("   (a)\n(b)").shape(), "[a] [b]");
}

TEST(Tree, AnEndlessCommentIsOneMistake) {
  EXPECT_EQ(Read("(a (; b) c").codes(), std::vector{diagnostics::Code::unterminated_comment});
}

TEST(Tree, DeepNestingIsOneMistakeAndEndsTheReading) {
  const std::string open(100'000, '(');
  for (const std::string& text : {open, open + std::string(100'000, ')')}) {
    const Read read(text);
    EXPECT_EQ(read.codes(), std::vector{diagnostics::Code::nesting_too_deep});
    EXPECT_TRUE(read.tree.unreadable);
    EXPECT_LE(read.tree.nodes.size(), max_nesting);
  }
  const std::string most(max_nesting, '(');
  EXPECT_TRUE(Read(most + std::string(max_nesting, ')')).codes().empty());
}

TEST(Tree, ANulByteEndsTheReading) {
  const Read read(std::string("(a)\0(b)", 7));
  EXPECT_EQ(read.codes(), std::vector{diagnostics::Code::nul_byte});
  EXPECT_TRUE(read.tree.unreadable);
}

TEST(Tree, SpansCoverGroupsWithTheirParentheses) {
  const Read read("(a (b c))");
  EXPECT_EQ(read.tree.node_text(0), "(a (b c))");
  EXPECT_EQ(read.tree.node_text(2), "(b c)");
  EXPECT_EQ(read.tree.head(2), "b");
}

std::string docs(std::string text) {
  const Read read(std::move(text));
  return docs_before(read.tree, static_cast<std::uint32_t>(read.tree.tokens.size() - 1));
}

TEST(Docs, AreTheCommentsRightBefore) {
  EXPECT_EQ(docs(";;; One.\n;;; Two.\nx"), "One.\nTwo.");
  EXPECT_EQ(docs(";;; One.\n\n\n;;; Two.\nx"), "One.\nTwo.") << "blank lines do not end them";
  EXPECT_EQ(docs(";;; One.\ny ;;; Two.\nx"), "Two.") << "one that trails belongs to what follows";
  EXPECT_EQ(docs(";; plain\n;;; One.\n(; plain ;)\nx"), "One.") << "other comments are passed over";
  EXPECT_EQ(docs("(;; Block. ;)\nx"), "Block.");
  EXPECT_EQ(docs("x"), "");
}

TEST(Docs, LoseWhatAllLinesAreIndentedBy) {
  EXPECT_EQ(docs(";;;   One.\n;;;     Two.\n;;;\n;;;   Three.\nx"), "One.\n  Two.\n\nThree.");
  EXPECT_EQ(docs(";;;One.  \r\n;;;\tTwo.\r\nx"), "One.\n\tTwo.");
  EXPECT_EQ(docs(";;;\n;;; One.\n;;;\nx"), "\nOne.");
}

}  // namespace
}  // namespace syntax
