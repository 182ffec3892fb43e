// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One function for each form of type. The cursor is behind the form's head.
#include <fmt/format.h>

#include <utility>

#include "syntax/reader.h"

namespace syntax {

using diagnostics::Code;

std::vector<MemberExpr> TypeReader::names(Cursor& cursor, std::string_view what) {
  std::vector<MemberExpr> members;
  // Whoever forgets one dollar sign forgets them all: one message.
  bool reported = false;
  while (!cursor.done()) {
    const NodeIndex node = cursor.peek();
    std::optional<Name> name = reported ? reader_.name_without_dollar(node) : std::nullopt;
    if (name) {
      cursor.take();
    } else {
      reported |= !reader_.is(node, TokenKind::identifier);
      name = reader_.identifier(cursor, what);
    }
    if (name) {
      members.push_back({.name = *name, .docs = reader_.docs(node), .value = std::nullopt});
    } else {
      cursor.take();
    }
  }
  return members;
}

TypeExpr::Shape TypeReader::enum_(Cursor& cursor, NodeIndex node) {
  EnumExpr expr{.repr = positional_repr(cursor), .cases = {}};
  if (!expr.repr) expr.repr = witx_repr(cursor, {{"tag", Feature::witx_tag}}, "enum");
  if (!expr.repr) reader_.note(Feature::default_repr, node);
  expr.cases = names(cursor, "the name of a case");
  return expr;
}

TypeExpr::Shape TypeReader::int_(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::open_int, node);
  IntExpr expr{.repr = positional_repr(cursor), .constants = {}};
  if (!expr.repr) {
    reader_.expected(cursor, "a representation").with_help("an int is written '(int u8 (const $name 1))'");
    return BrokenExpr{};
  }
  while (!cursor.done()) {
    const NodeIndex group = cursor.peek();
    if (!reader_.is_form(group, "const")) {
      reader_.skip_unexpected(cursor, "'(const $name value)'");
      continue;
    }
    cursor.take();
    Cursor inner(reader_.tree(), group);
    inner.take();
    const std::optional<Name> name = reader_.identifier(inner, "the name of a constant");
    const std::optional<Number> value = name ? reader_.number(inner, "a value") : std::nullopt;
    if (value && reader_.end(inner, "const")) {
      expr.constants.push_back({.name = *name, .docs = reader_.docs(group), .value = value});
    }
  }
  return expr;
}

TypeExpr::Shape TypeReader::flags(Cursor& cursor, NodeIndex node) {
  FlagsExpr expr{.repr = positional_repr(cursor), .flags = {}};
  if (!expr.repr)
    expr.repr = witx_repr(cursor, {{"bitflags", Feature::witx_bitflags}, {"repr", Feature::witx_repr}}, "flags");
  if (!expr.repr) reader_.note(Feature::default_repr, node);
  if (cursor.done()) return expr;
  const bool grouped = reader_.is_form(cursor.peek(), "flag");
  reader_.note(grouped ? Feature::flag_group : Feature::bare_flag, cursor.peek());
  expr.flags = grouped ? flag_groups(cursor) : names(cursor, "the name of a flag");
  return expr;
}

std::vector<MemberExpr> TypeReader::flag_groups(Cursor& cursor) {
  std::vector<MemberExpr> flags;
  while (!cursor.done()) {
    const NodeIndex group = cursor.peek();
    if (!reader_.is_form(group, "flag")) {
      reader_.skip_unexpected(cursor, "'(flag $name)'");
      continue;
    }
    cursor.take();
    Cursor inner(reader_.tree(), group);
    inner.take();
    const std::optional<Name> name = reader_.identifier(inner, "the name of a flag");
    if (name && reader_.end(inner, "flag"))
      flags.push_back({.name = *name, .docs = reader_.docs(group), .value = std::nullopt});
  }
  return flags;
}

// A group of two words holds a name or a type and lacks the other.
std::optional<FieldExpr> TypeReader::field(Cursor& cursor, NodeIndex group, std::string_view form) {
  Cursor ahead = cursor;
  if (!ahead.done()) ahead.take();
  if (ahead.done()) {
    const bool named = !cursor.done() && !reader_.tree().is_group(cursor.peek());
    const std::string_view word = named ? reader_.tree().node_text(cursor.peek()) : std::string_view("type");
    auto& diagnostic = cursor.done() || reader_.is(cursor.peek(), TokenKind::identifier)
                           ? reader_.expected(ahead, "a type", Code::expected_type)
                           : reader_.expected(cursor, "a name", Code::expected_name);
    diagnostic.with_help(fmt::format("write '({} $name {})'", form, word));
    if (word.starts_with('$')) diagnostic.with_note(fmt::format("'{}' alone is read as the name", word));
    return std::nullopt;
  }
  const std::optional<Name> name = reader_.identifier(cursor, "a name");
  if (!name) return std::nullopt;
  FieldExpr field{.name = *name, .docs = reader_.docs(group), .type = type(cursor, "a type")};
  if (!reader_.end(cursor, form)) return std::nullopt;
  return field;
}

std::vector<FieldExpr> TypeReader::members(Cursor& cursor, bool tagged) {
  std::vector<FieldExpr> members;
  while (!cursor.done()) {
    const NodeIndex group = cursor.peek();
    const bool is_field = reader_.is_form(group, "field");
    const bool is_empty = reader_.is_form(group, "empty");
    if (!is_field && !(is_empty && tagged)) {
      auto& diagnostic = reader_.expected(cursor, tagged ? "'(field ...)' or '(empty ...)'" : "'(field $name type)'");
      if (is_empty)
        diagnostic.with_help("only a union whose tag is named first, '(union $tag ...)', has empty members");
      reader_.skip(cursor);
      continue;
    }
    cursor.take();
    Cursor inner(reader_.tree(), group);
    inner.take();
    if (is_field) {
      if (std::optional<FieldExpr> member = field(inner, group, "field")) members.push_back(*std::move(member));
    } else if (const std::optional<Name> name = reader_.identifier(inner, "a name");
               name && reader_.end(inner, "empty")) {
      members.push_back({.name = *name, .docs = reader_.docs(group), .type = {}});
    }
  }
  return members;
}

TypeExpr::Shape TypeReader::struct_(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::struct_keyword, node);
  return RecordExpr{.fields = members(cursor, false)};
}

TypeExpr::Shape TypeReader::record(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::record_keyword, node);
  return RecordExpr{.fields = members(cursor, false)};
}

// Three languages in one word: (union $tag (field ...)...), (union (field ...)...), (union (@witx tag ...)? type...). What the
// members look like decides, for a first $name may be a tag or a member.
TypeExpr::Shape TypeReader::union_(Cursor& cursor, NodeIndex node) {
  const auto is_member = [this](NodeIndex n) { return reader_.is_form(n, "field") || reader_.is_form(n, "empty"); };
  bool has_fields = false;
  for (Cursor ahead = cursor; !ahead.done();) has_fields |= is_member(ahead.take());
  if (has_fields && reader_.is(cursor.peek(), TokenKind::identifier)) {
    reader_.note(Feature::union_with_tag_name, node);
    const Name tag = *reader_.identifier(cursor, "a tag");
    return NamedUnionExpr{.tag = tag, .members = members(cursor, true)};
  }
  if (has_fields && is_member(cursor.peek())) {
    reader_.note(Feature::untagged_union, node);
    return UntaggedUnionExpr{.members = members(cursor, false)};
  }
  reader_.note(Feature::bare_member_union, node);
  BareUnionExpr expr{.tag = witx_repr(cursor, {{"tag", Feature::witx_tag}}, "union"), .members = {}};
  while (!cursor.done()) {
    const NodeIndex member = cursor.peek();
    const Name unnamed{.text = {}, .span = reader_.tree().span(member)};
    expr.members.push_back({.name = unnamed, .docs = reader_.docs(member), .type = type(cursor, "a type")});
  }
  return expr;
}

std::optional<FieldExpr> TypeReader::case_(NodeIndex group, std::string_view head) {
  Cursor inner(reader_.tree(), group);
  inner.take();
  const std::optional<Name> name = reader_.identifier(inner, "the name of a case");
  if (!name) return std::nullopt;
  FieldExpr result{.name = *name, .docs = reader_.docs(group), .type = {}};
  if (!inner.done()) result.type = type(inner, "a type");
  return reader_.end(inner, head) ? std::optional(std::move(result)) : std::nullopt;
}

TypeExpr::Shape TypeReader::variant(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::variant_keyword, node);
  VariantExpr expr{.tag = witx_repr(cursor, {{"tag", Feature::witx_tag}}, "variant"), .cases = {}};
  while (!cursor.done()) {
    if (!reader_.is_form(cursor.peek(), "case")) {
      reader_.skip_unexpected(cursor, "'(case $name type)'");
    } else if (std::optional<FieldExpr> c = case_(cursor.take(), "case")) {
      expr.cases.push_back(*std::move(c));
    }
  }
  return expr;
}

TypeExpr::Shape TypeReader::tuple(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::tuple, node);
  TupleExpr expr;
  while (!cursor.done()) expr.members.push_back(type(cursor, "a type"));
  return expr;
}

TypeExpr::Shape TypeReader::expected(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::expected, node);
  ExpectedExpr expr;
  if (!cursor.done() && !reader_.is_form(cursor.peek(), "error")) expr.ok = type(cursor, "a type");
  if (cursor.done() || !reader_.is_form(cursor.peek(), "error")) {
    reader_.expected(cursor, "'(error ...)'").with_help("write '(error)' where an error carries nothing");
    return BrokenExpr{};
  }
  Cursor inner(reader_.tree(), cursor.take());
  inner.take();
  if (!inner.done()) expr.error = type(inner, "a type");
  reader_.end(inner, "error");
  return expr;
}

TypeExpr::Shape TypeReader::option(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::option, node);
  return OptionExpr{.some = type(cursor, "a type")};
}

TypeExpr::Shape TypeReader::array(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::array_keyword, node);
  return ListExpr{.element = type(cursor, "the type of the elements")};
}

TypeExpr::Shape TypeReader::list(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::list_keyword, node);
  return ListExpr{.element = type(cursor, "the type of the elements")};
}

TypeExpr::Shape TypeReader::handle(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::handle, node);
  HandleExpr expr;
  while (!cursor.done() && !reader_.tree().is_group(cursor.peek())) {
    const std::optional<Name> name = reader_.identifier(cursor, "a name");
    if (!name) return BrokenExpr{};
    expr.names.push_back(*name);
  }
  if (!expr.names.empty())
    reader_.note(expr.names.size() == 1 ? Feature::named_handle : Feature::handle_supertypes, node);
  return expr;
}

TypeExpr::Shape TypeReader::in_buffer(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::buffer, node);
  return BufferExpr{.element = type(cursor, "the type of the elements"), .out = false};
}

TypeExpr::Shape TypeReader::out_buffer(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::buffer, node);
  return BufferExpr{.element = type(cursor, "the type of the elements"), .out = true};
}

TypeExpr::Shape TypeReader::pointer(Cursor& cursor, NodeIndex /*node*/) {
  return PointerExpr{.pointee = type(cursor, "the type pointed to"), .constant = false};
}

TypeExpr::Shape TypeReader::const_pointer(Cursor& cursor, NodeIndex /*node*/) {
  return PointerExpr{.pointee = type(cursor, "the type pointed to"), .constant = true};
}

TypeExpr::Shape TypeReader::witx_usize(Cursor& /*cursor*/, NodeIndex node) {
  reader_.note(Feature::witx_usize, node);
  return BuiltinExpr{.word = "usize"};
}

TypeExpr::Shape TypeReader::witx_char8(Cursor& /*cursor*/, NodeIndex node) {
  reader_.note(Feature::witx_char8, node);
  return BuiltinExpr{.word = "char8"};
}

}  // namespace syntax
