// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the two halves of the parser share: taking one expected thing from a cursor, or reporting that it is not there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/diagnostics.h"
#include "syntax/ast.h"
#include "syntax/tree.h"

namespace syntax {

class Reader {
 public:
  Reader(const Tree& tree, Ast& ast, support::Diagnostics& diagnostics) : tree_(tree), ast_(ast), diagnostics_(diagnostics) {}

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] Ast& ast() { return ast_; }
  [[nodiscard]] support::Diagnostics& diagnostics() { return diagnostics_; }

  void note(Feature feature, NodeIndex node) { ast_.features.note(feature, tree_.span(node)); }
  [[nodiscard]] std::string docs(NodeIndex node) const;

  [[nodiscard]] bool is(NodeIndex node, TokenKind kind) const { return tree_.token(node).kind == kind; }
  [[nodiscard]] bool is_word(NodeIndex node, std::string_view word) const;
  // A group that begins with this word, or with `@witx` and this word.
  [[nodiscard]] bool is_form(NodeIndex node, std::string_view head) const;
  [[nodiscard]] bool is_witx_form(NodeIndex node, std::string_view word) const;
  // The word after `@witx`, or empty.
  [[nodiscard]] std::string_view witx_head(NodeIndex node) const;

  // Each takes one node if it is what is asked for; else reports what should be there (`what`: "a name") and takes nothing.
  std::optional<Name> identifier(Cursor& cursor, std::string_view what);
  std::optional<Name> string(Cursor& cursor, std::string_view what);
  std::optional<Number> number(Cursor& cursor, std::string_view what);
  bool keyword(Cursor& cursor, std::string_view word);
  // Reports what is left, if anything.
  bool end(Cursor& cursor, std::string_view form);

  // Reports that something else was met, or that the group ends too early.
  void expected(const Cursor& cursor, std::string_view what, support::Code code = support::Code::missing_part);

  // "'$fd'", "a number", "a list": how a message names a node.
  [[nodiscard]] std::string describe(NodeIndex node) const;

 private:
  const Tree& tree_;
  Ast& ast_;
  support::Diagnostics& diagnostics_;
};

// Reads types; the items' reader calls it for every type position.
class TypeReader {
 public:
  explicit TypeReader(Reader& reader) : reader_(reader) {}

  // Takes one type; a broken one, and a report, if there is none.
  TypeExprId type(Cursor& cursor, std::string_view what);
  // Reads the rest of (field $name type) and the like: the cursor is behind the head.
  std::optional<FieldExpr> field(Cursor& cursor, NodeIndex group, std::string_view form);

 private:
  using Parse = TypeExpr::Shape (TypeReader::*)(Cursor&, NodeIndex);
  struct Form {
    std::string_view head;
    Parse parse;
  };
  static const Form forms[];
  static const Form witx_forms[];

  TypeExprId add(TypeExpr::Shape shape, NodeIndex node);
  TypeExpr::Shape shape(NodeIndex node);
  TypeExpr::Shape builtin(NodeIndex node);
  TypeExpr::Shape group(NodeIndex node);
  TypeExpr::Shape unknown_form(NodeIndex node, std::string_view head);

  std::optional<ReprExpr> positional_repr(Cursor& cursor);
  // (@witx tag ...), (@witx repr ...), (@witx bitflags ...), whichever of them stands there.
  std::optional<ReprExpr> witx_repr(Cursor& cursor, std::string_view word, Feature feature);
  std::optional<ReprExpr> any_repr(Cursor& cursor, std::string_view word, Feature feature, NodeIndex node);
  std::vector<MemberExpr> names(Cursor& cursor, std::string_view what);
  std::optional<FieldExpr> case_(NodeIndex node, std::string_view head);
  std::vector<FieldExpr> members(Cursor& cursor, std::string_view form);

  TypeExpr::Shape enum_(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape int_(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape flags(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape struct_(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape record(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape union_(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape variant(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape tuple(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape expected(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape option(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape array(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape list(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape handle(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape in_buffer(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape out_buffer(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape pointer(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape const_pointer(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape witx_usize(Cursor& cursor, NodeIndex node);
  TypeExpr::Shape witx_char8(Cursor& cursor, NodeIndex node);

  Reader& reader_;
};

}  // namespace syntax
