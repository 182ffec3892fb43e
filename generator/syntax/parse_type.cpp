// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "support/suggest.h"
#include "syntax/reader.h"

namespace syntax {
namespace {

using support::Code;

struct BuiltinWord {
  std::string_view word;
  // Absent: every dialect has it.
  std::optional<Feature> feature;
};

constexpr std::array builtins{
    BuiltinWord{"u8", {}},  BuiltinWord{"u16", {}}, BuiltinWord{"u32", {}},     BuiltinWord{"u64", {}},
    BuiltinWord{"s8", {}},  BuiltinWord{"s16", {}}, BuiltinWord{"s32", {}},     BuiltinWord{"s64", {}},
    BuiltinWord{"f32", {}}, BuiltinWord{"f64", {}}, BuiltinWord{"string", {}},  BuiltinWord{"bool", Feature::bool_type},
    BuiltinWord{"char", Feature::char_type},        BuiltinWord{"char8", Feature::bare_char8},
    BuiltinWord{"usize", Feature::bare_usize},      BuiltinWord{"data", Feature::data_type},
};

const BuiltinWord* find_builtin(std::string_view word) {
  const auto* const found = std::find_if(builtins.begin(), builtins.end(), [word](const auto& b) { return b.word == word; });
  return found == builtins.end() ? nullptr : found;
}

}  // namespace

// The type forms of all dialects. What tells dialects apart is noted by the functions.
const TypeReader::Form TypeReader::forms[] = {
    {"enum", &TypeReader::enum_},         {"int", &TypeReader::int_},
    {"flags", &TypeReader::flags},        {"struct", &TypeReader::struct_},
    {"record", &TypeReader::record},      {"union", &TypeReader::union_},
    {"variant", &TypeReader::variant},    {"tuple", &TypeReader::tuple},
    {"expected", &TypeReader::expected},  {"option", &TypeReader::option},
    {"array", &TypeReader::array},        {"list", &TypeReader::list},
    {"handle", &TypeReader::handle},      {"in-buffer", &TypeReader::in_buffer},
    {"out-buffer", &TypeReader::out_buffer},
};

// Those behind `@witx`.
const TypeReader::Form TypeReader::witx_forms[] = {
    {"pointer", &TypeReader::pointer},
    {"const_pointer", &TypeReader::const_pointer},
    {"usize", &TypeReader::witx_usize},
    {"char8", &TypeReader::witx_char8},
};

TypeExprId TypeReader::add(TypeExpr::Shape shape, NodeIndex node) {
  return reader_.ast().types.add({.shape = std::move(shape), .span = reader_.tree().span(node)});
}

TypeExprId TypeReader::type(Cursor& cursor, std::string_view what) {
  if (cursor.done()) {
    reader_.expected(cursor, what, Code::expected_type);
    return reader_.ast().types.add({.shape = BrokenExpr{}, .span = cursor.end_span()});
  }
  const NodeIndex node = cursor.take();
  return add(shape(node), node);
}

TypeExpr::Shape TypeReader::shape(NodeIndex node) {
  const Tree& tree = reader_.tree();
  switch (tree.token(node).kind) {
    case TokenKind::open:
      return group(node);
    case TokenKind::identifier:
      return ReferenceExpr{.name = {.text = tree.node_text(node).substr(1), .span = tree.span(node)}};
    default:
      return builtin(node);
  }
}

TypeExpr::Shape TypeReader::builtin(NodeIndex node) {
  const std::string_view word = reader_.tree().node_text(node);
  if (const BuiltinWord* found = find_builtin(word)) {
    if (found->feature) reader_.note(*found->feature, node);
    return BuiltinExpr{.word = found->word};
  }
  std::vector<std::string_view> words;
  for (const BuiltinWord& b : builtins) words.push_back(b.word);
  auto& diagnostic = reader_.diagnostics().report(Code::expected_type, reader_.tree().span(node),
                                                  fmt::format("expected a type, found {}", reader_.describe(node)));
  if (std::string help = support::did_you_mean(word, words); !help.empty()) {
    diagnostic.with_help(std::move(help));
  } else if (reader_.is(node, TokenKind::keyword)) {
    diagnostic.with_help(fmt::format("names of types begin with '$': '${}'", word));
  }
  return BrokenExpr{};
}

TypeExpr::Shape TypeReader::group(NodeIndex node) {
  const Tree& tree = reader_.tree();
  const std::string_view head = tree.head(node);
  Cursor cursor(tree, node);
  const bool witx = head == "@witx";
  const std::string_view word = witx ? reader_.witx_head(node) : head;
  const auto read = [&](const auto& table) -> std::optional<TypeExpr::Shape> {
    const auto* const found = std::find_if(std::begin(table), std::end(table), [word](const Form& f) { return f.head == word; });
    if (found == std::end(table)) return std::nullopt;
    cursor.take();
    if (witx) cursor.take();
    return (this->*(found->parse))(cursor, node);
  };
  std::optional<TypeExpr::Shape> shape = witx ? read(witx_forms) : read(forms);
  if (!shape) return unknown_form(node, word);
  if (!std::holds_alternative<BrokenExpr>(*shape)) reader_.end(cursor, word);
  return *std::move(shape);
}

TypeExpr::Shape TypeReader::unknown_form(NodeIndex node, std::string_view head) {
  std::vector<std::string_view> heads;
  for (const Form& form : forms) heads.push_back(form.head);
  for (const Form& form : witx_forms) heads.push_back(form.head);
  auto& diagnostic = reader_.diagnostics().report(Code::expected_type, reader_.tree().span(node),
                                                  fmt::format("expected a type, found {}", reader_.describe(node)));
  const auto* const hinted = std::find_if(std::begin(witx_forms), std::end(witx_forms), [head](const Form& f) { return f.head == head; });
  if (hinted != std::end(witx_forms)) {
    diagnostic.with_help(fmt::format("write '(@witx {} ...)'", head));
  } else if (std::string help = support::did_you_mean(head, heads); !help.empty()) {
    diagnostic.with_help(std::move(help));
  }
  return BrokenExpr{};
}

std::optional<ReprExpr> TypeReader::positional_repr(Cursor& cursor) {
  if (cursor.done() || !reader_.is(cursor.peek(), TokenKind::keyword)) return std::nullopt;
  const NodeIndex node = cursor.take();
  reader_.note(Feature::positional_repr, node);
  return ReprExpr{.word = reader_.tree().node_text(node), .tag = {}, .span = reader_.tree().span(node)};
}

std::optional<ReprExpr> TypeReader::witx_repr(Cursor& cursor, std::string_view word, Feature feature) {
  if (cursor.done() || !reader_.is_witx_form(cursor.peek(), word)) return std::nullopt;
  const NodeIndex node = cursor.take();
  reader_.note(feature, node);
  Cursor inner(reader_.tree(), node);
  inner.take();
  inner.take();
  ReprExpr repr{.word = {}, .tag = {}, .span = reader_.tree().span(node)};
  if (!inner.done() && reader_.is(inner.peek(), TokenKind::keyword)) {
    repr.word = reader_.tree().node_text(inner.peek());
    repr.span = reader_.tree().span(inner.peek());
    inner.take();
  } else {
    repr.tag = type(inner, "a representation");
    if (repr.tag) repr.span = reader_.ast().types[repr.tag].span;
  }
  reader_.end(inner, fmt::format("@witx {}", word));
  return repr;
}

std::optional<ReprExpr> TypeReader::any_repr(Cursor& cursor, std::string_view word, Feature feature, NodeIndex node) {
  std::optional<ReprExpr> repr = positional_repr(cursor);
  if (!repr) repr = witx_repr(cursor, word, feature);
  if (!repr) reader_.note(Feature::default_repr, node);
  return repr;
}

std::vector<MemberExpr> TypeReader::names(Cursor& cursor, std::string_view what) {
  std::vector<MemberExpr> members;
  while (!cursor.done()) {
    std::string docs = reader_.docs(cursor.peek());
    const std::optional<Name> name = reader_.identifier(cursor, what);
    if (name) {
      members.push_back({.name = *name, .docs = std::move(docs), .value = std::nullopt});
    } else {
      cursor.take();
    }
  }
  return members;
}

TypeExpr::Shape TypeReader::enum_(Cursor& cursor, NodeIndex node) {
  EnumExpr expr{.repr = any_repr(cursor, "tag", Feature::witx_tag, node), .cases = {}};
  expr.cases = names(cursor, "the name of a case");
  return expr;
}

TypeExpr::Shape TypeReader::int_(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::open_int, node);
  IntExpr expr{.repr = positional_repr(cursor), .constants = {}};
  if (!expr.repr) {
    reader_.expected(cursor, "a representation");
    return BrokenExpr{};
  }
  while (!cursor.done()) {
    const NodeIndex group = cursor.peek();
    if (!reader_.is_form(group, "const")) {
      reader_.expected(cursor, "'(const $name value)'");
      cursor.take();
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
  if (!expr.repr) expr.repr = witx_repr(cursor, "bitflags", Feature::witx_bitflags);
  if (!expr.repr) expr.repr = witx_repr(cursor, "repr", Feature::witx_repr);
  if (!expr.repr) reader_.note(Feature::default_repr, node);
  if (cursor.done() || !reader_.is_form(cursor.peek(), "flag")) {
    if (!cursor.done()) reader_.note(Feature::bare_flag, cursor.peek());
    expr.flags = names(cursor, "the name of a flag");
    return expr;
  }
  reader_.note(Feature::flag_group, cursor.peek());
  while (!cursor.done()) {
    const NodeIndex group = cursor.peek();
    if (!reader_.is_form(group, "flag")) {
      reader_.expected(cursor, "'(flag $name)'");
      cursor.take();
      continue;
    }
    cursor.take();
    Cursor inner(reader_.tree(), group);
    inner.take();
    const std::optional<Name> name = reader_.identifier(inner, "the name of a flag");
    if (name && reader_.end(inner, "flag")) {
      expr.flags.push_back({.name = *name, .docs = reader_.docs(group), .value = std::nullopt});
    }
  }
  return expr;
}

std::optional<FieldExpr> TypeReader::field(Cursor& cursor, NodeIndex group, std::string_view form) {
  const std::optional<Name> name = reader_.identifier(cursor, "a name");
  if (!name) return std::nullopt;
  FieldExpr field{.name = *name, .docs = reader_.docs(group), .type = type(cursor, "a type")};
  if (!reader_.end(cursor, form)) return std::nullopt;
  return field;
}

std::vector<FieldExpr> TypeReader::members(Cursor& cursor, std::string_view form) {
  std::vector<FieldExpr> members;
  while (!cursor.done()) {
    const NodeIndex group = cursor.peek();
    const bool is_field = reader_.is_form(group, "field");
    const bool is_empty = form == "union" && reader_.is_form(group, "empty");
    if (!is_field && !is_empty) reader_.expected(cursor, form == "union" ? "'(field ...)' or '(empty ...)'" : "'(field $name type)'");
    cursor.take();
    if (!is_field && !is_empty) continue;
    Cursor inner(reader_.tree(), group);
    inner.take();
    if (is_field) {
      if (std::optional<FieldExpr> member = field(inner, group, "field")) members.push_back(*std::move(member));
    } else if (const std::optional<Name> name = reader_.identifier(inner, "a name"); name && reader_.end(inner, "empty")) {
      members.push_back({.name = *name, .docs = reader_.docs(group), .type = {}});
    }
  }
  return members;
}

TypeExpr::Shape TypeReader::struct_(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::struct_keyword, node);
  return RecordExpr{.fields = members(cursor, "struct")};
}

TypeExpr::Shape TypeReader::record(Cursor& cursor, NodeIndex node) {
  reader_.note(Feature::record_keyword, node);
  return RecordExpr{.fields = members(cursor, "record")};
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
    return NamedUnionExpr{.tag = tag, .members = members(cursor, "union")};
  }
  if (has_fields && is_member(cursor.peek())) {
    reader_.note(Feature::untagged_union, node);
    return UntaggedUnionExpr{.members = members(cursor, "union")};
  }
  reader_.note(Feature::bare_member_union, node);
  BareUnionExpr expr{.tag = witx_repr(cursor, "tag", Feature::witx_tag), .members = {}};
  while (!cursor.done()) expr.members.push_back(type(cursor, "a type"));
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
  VariantExpr expr{.tag = witx_repr(cursor, "tag", Feature::witx_tag), .cases = {}};
  while (!cursor.done()) {
    if (!reader_.is_form(cursor.peek(), "case")) {
      reader_.expected(cursor, "'(case $name type)'");
      cursor.take();
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
    reader_.expected(cursor, "'(error ...)'");
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
  while (!cursor.done() && reader_.is(cursor.peek(), TokenKind::identifier)) {
    expr.names.push_back(*reader_.identifier(cursor, "a name"));
  }
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
