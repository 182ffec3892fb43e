// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the two halves of the parser share: taking one expected thing from a cursor, or reporting that it is not there.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.h"
#include "syntax/ast.h"
#include "syntax/tree.h"

namespace syntax {

class Reader {
 public:
  Reader(const Tree& tree, Ast& ast, diagnostics::Sink& diagnostics)
      : tree_(tree), ast_(ast), diagnostics_(diagnostics) {}

  [[nodiscard]] const Tree& tree() const { return tree_; }
  [[nodiscard]] Ast& ast() { return ast_; }
  [[nodiscard]] diagnostics::Sink& diagnostics() { return diagnostics_; }

  void note(Feature feature, NodeIndex node) { ast_.features.note(feature, place(node)); }
  // Where a message about a node points: a token; of a form, no more than its parenthesis and the words that name it.
  [[nodiscard]] support::Span place(NodeIndex node) const;
  [[nodiscard]] std::string docs(NodeIndex node) const;

  [[nodiscard]] bool is(NodeIndex node, TokenKind kind) const { return tree_.token(node).kind == kind; }
  [[nodiscard]] bool is_word(NodeIndex node, std::string_view word) const;
  // A group that begins with this word, or with `@witx` and this word.
  [[nodiscard]] bool is_form(NodeIndex node, std::string_view head) const;
  [[nodiscard]] bool is_witx_form(NodeIndex node, std::string_view word) const;
  // The word after `@witx`, or empty.
  [[nodiscard]] std::string_view witx_head(NodeIndex node) const;

  // Each takes one node if it is what is asked for; else reports what should be there (`what`: "a name") and takes nothing.
  // A word without its dollar sign is reported and taken for the name that it was meant to be.
  std::optional<Name> identifier(Cursor& cursor, std::string_view what);
  std::optional<Name> string(Cursor& cursor, std::string_view what);
  std::optional<Number> number(Cursor& cursor, std::string_view what);
  bool keyword(Cursor& cursor, std::string_view word);
  // Reports what is left, if anything.
  bool end(Cursor& cursor, std::string_view form);

  // Reports that something else was met, or that the group ends too early.
  diagnostics::Diagnostic& expected(const Cursor& cursor, std::string_view what,
                                    diagnostics::Code code = diagnostics::Code::missing_part);
  // Passes over a group, or over all tokens up to the next group: they are one mistake.
  void skip(Cursor& cursor) const;
  // expected(), then skip().
  void skip_unexpected(Cursor& cursor, std::string_view what, diagnostics::Code code = diagnostics::Code::missing_part);

  // "'$fd'", "'(enum ...)'": how a message names a node.
  [[nodiscard]] std::string describe(NodeIndex node) const;
  // Whether the word is met for the first time as a wrong one: a second report of it would say nothing new.
  [[nodiscard]] bool first_time_wrong(std::string_view word) { return wrong_words_.insert(word).second; }
  // A word that was meant to be a name: without the dollar sign, or with another sign instead.
  [[nodiscard]] std::optional<Name> name_without_dollar(NodeIndex node) const;

 private:
  const Tree& tree_;
  Ast& ast_;
  diagnostics::Sink& diagnostics_;
  std::set<std::string_view> wrong_words_;
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

  // An annotation that says how values are represented, and the feature that it is.
  struct ReprForm {
    std::string_view word;
    Feature feature;
  };

  TypeExprId add(TypeExpr::Shape shape, NodeIndex node);
  TypeExpr::Shape shape(NodeIndex node);
  TypeExpr::Shape builtin(NodeIndex node);
  TypeExpr::Shape group(NodeIndex node);
  TypeExpr::Shape unknown_form(NodeIndex node, std::string_view head);

  std::optional<ReprExpr> positional_repr(Cursor& cursor);
  // The annotations that stand there, of which at most one is in `known`; others are reported.
  std::optional<ReprExpr> witx_repr(Cursor& cursor, std::initializer_list<ReprForm> known, std::string_view form);
  ReprExpr repr_inside(NodeIndex annotation);
  [[nodiscard]] bool is_repr_like(NodeIndex node, bool in_union) const;

  std::vector<MemberExpr> names(Cursor& cursor, std::string_view what);
  std::vector<MemberExpr> flag_groups(Cursor& cursor);
  std::optional<FieldExpr> case_(NodeIndex group, std::string_view head);
  // Those of a struct, a record or a union; only where a tag is named may one be (empty $name).
  std::vector<FieldExpr> members(Cursor& cursor, bool tagged);

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
