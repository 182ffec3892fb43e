// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/resolver.h"
#include "model/spell.h"

namespace model {
namespace {

using diagnostics::Code;
using support::Span;

// The last dialect's rule: the narrowest integer that leaves its highest value free.
Repr inferred_repr(std::size_t cases) {
  if (cases < 255) return Repr::u8;
  return cases < 65535 ? Repr::u16 : Repr::u32;
}

// The narrowest integer with so many bits, up to 64.
Repr inferred_flags_repr(std::size_t flags) {
  if (flags <= 8) return Repr::u8;
  if (flags <= 16) return Repr::u16;
  return flags <= 32 ? Repr::u32 : Repr::u64;
}

std::vector<Value> values(const std::vector<syntax::MemberExpr>& members) {
  std::vector<Value> result;
  result.reserve(members.size());
  for (const syntax::MemberExpr& member : members) {
    const std::uint64_t value = member.value ? member.value->value : result.size();
    result.push_back(
        {.name = std::string(member.name.text), .docs = member.docs, .value = value, .span = member.name.span});
  }
  return result;
}

bool all_bools(const Model& model, const std::vector<Field>& fields) {
  return std::all_of(fields.begin(), fields.end(), [&model](const Field& field) {
    return std::holds_alternative<Bool>(resolved(model, field.type).shape);
  });
}

bool named_by_position(const std::vector<Field>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name != std::to_string(i)) return false;
  }
  return !fields.empty();
}

}  // namespace

TypeId TypeResolver::resolve(syntax::TypeExprId id, bool named) {
  if (!id) return {};
  const syntax::TypeExpr& expr = ast_.types[id];
  Type::Shape resolved_shape =
      std::visit([&](const auto& alternative) { return shape(alternative, expr.span, named); }, expr.shape);
  return add(std::move(resolved_shape), expr.span);
}

std::vector<Field> TypeResolver::fields(const std::vector<syntax::FieldExpr>& exprs) {
  std::vector<Field> result;
  result.reserve(exprs.size());
  for (const syntax::FieldExpr& expr : exprs) {
    result.push_back(
        {.name = std::string(expr.name.text), .docs = expr.docs, .type = resolve(expr.type), .span = expr.name.span});
  }
  return result;
}

Type::Shape TypeResolver::must_be_named(Type::Shape shape, bool named, Span span, std::string_view what) {
  if (named || state_.rules.anonymous) return shape;
  state_.diagnostics.report(Code::anonymous_type, span, fmt::format("{} needs a name of its own", what))
      .with_help("define it with '(typename $name ...)' and use the name here");
  return Unknown{};
}

void TypeResolver::must_have_cases(const Variant& variant, Span span) {
  if (!variant.cases.empty() || state_.rules.caseless) return;
  state_.diagnostics
      .report(Code::no_cases, span,
              fmt::format("this {} has no cases", variant.form == Variant::Form::union_ ? "union" : "variant"))
      .with_help("a value of it could be none of anything: add a case");
}

Type::Shape TypeResolver::shape(const syntax::BrokenExpr& /*expr*/, Span /*span*/, bool /*named*/) { return Unknown{}; }

Type::Shape TypeResolver::shape(const syntax::ReferenceExpr& expr, Span /*span*/, bool /*named*/) {
  const DefinitionId found = definition(expr.name);
  if (!found) return Unknown{};
  return alias(found);
}

Type::Shape TypeResolver::shape(const syntax::BuiltinExpr& expr, Span span, bool /*named*/) {
  if (expr.word == "bool") return Bool{.repr = state_.rules.default_repr};
  if (expr.word == "string") return List{.element = add(Primitive::char_, span)};
  // The first readers' word for bytes of unknown meaning.
  if (expr.word == "data") return List{.element = add(Primitive::u8, span)};
  return *primitive_named(expr.word);
}

Type::Shape TypeResolver::shape(const syntax::EnumExpr& expr, Span span, bool named) {
  return must_be_named(Enum{.repr = repr(expr.repr, expr.cases.size()), .cases = values(expr.cases)}, named, span,
                       "an enum");
}

Type::Shape TypeResolver::shape(const syntax::IntExpr& expr, Span span, bool named) {
  return must_be_named(Int{.repr = repr(expr.repr, expr.constants.size()), .constants = values(expr.constants)}, named,
                       span, "an int");
}

Type::Shape TypeResolver::shape(const syntax::FlagsExpr& expr, Span span, bool named) {
  const std::size_t count = expr.flags.size();
  const bool infer = !expr.repr && state_.rules.inferred;
  const Repr width = infer ? inferred_flags_repr(count) : expr.repr ? repr(expr.repr, count) : Repr::u32;
  return must_be_named(Flags{.repr = width, .flags = values(expr.flags)}, named, span, "a set of flags");
}

Type::Shape TypeResolver::shape(const syntax::RecordExpr& expr, Span span, bool named) {
  Record record{.fields = fields(expr.fields), .tuple = false};
  if (state_.rules.inferred) {
    record.tuple = named_by_position(record.fields);
    const std::size_t count = record.fields.size();
    if (count >= 1 && count <= 64 && all_bools(state_.model, record.fields)) {
      Flags flags{.repr = inferred_flags_repr(count), .flags = {}};
      for (Field& field : record.fields) {
        flags.flags.push_back({.name = std::move(field.name),
                               .docs = std::move(field.docs),
                               .value = flags.flags.size(),
                               .span = field.span});
      }
      return must_be_named(std::move(flags), named, span, "a record");
    }
  }
  return must_be_named(std::move(record), named, span, "a record");
}

Type::Shape TypeResolver::shape(const syntax::UntaggedUnionExpr& expr, Span span, bool named) {
  return must_be_named(Union{.members = fields(expr.members)}, named, span, "a union");
}

Type::Shape TypeResolver::shape(const syntax::NamedUnionExpr& expr, Span span, bool named) {
  const DefinitionId tag_definition = definition(expr.tag);
  const Type::Shape tag_shape = tag_definition ? Type::Shape(alias(tag_definition)) : Type::Shape(Unknown{});
  const Tag found = tag_type(add(tag_shape, expr.tag.span), expr.tag.span);
  if (!found.broken && !found.names) {
    state_.diagnostics.report(Code::tag_not_enum, expr.tag.span,
                              fmt::format("the tag '${}' is not an enum", expr.tag.text));
  }
  std::vector<Case> cases;
  for (const syntax::FieldExpr& member : expr.members) {
    cases.push_back({.name = std::string(member.name.text),
                     .docs = member.docs,
                     .payload = resolve(member.type),
                     .span = member.name.span});
  }
  Variant variant{.form = Variant::Form::union_, .repr = found.repr, .tag = found.type, .cases = std::move(cases)};
  if (found.names) variant.cases = order_cases(std::move(variant.cases), found, span, true);
  return must_be_named(std::move(variant), named, span, "a union");
}

Type::Shape TypeResolver::shape(const syntax::BareUnionExpr& expr, Span span, bool named) {
  const Tag found = tag(expr.tag, expr.members.size());
  const bool matches = sizes_match(found, expr.members.size(), span);
  Variant variant{.form = Variant::Form::union_, .repr = found.repr, .tag = found.type, .cases = {}};
  for (std::size_t i = 0; i < expr.members.size(); ++i) {
    const syntax::FieldExpr& member = expr.members[i];
    std::string name = found.names && matches ? (*found.names)[i] : std::to_string(i);
    variant.cases.push_back(
        {.name = std::move(name), .docs = member.docs, .payload = resolve(member.type), .span = member.name.span});
  }
  must_have_cases(variant, span);
  return must_be_named(std::move(variant), named, span, "a union");
}

Type::Shape TypeResolver::shape(const syntax::VariantExpr& expr, Span span, bool /*named*/) {
  const Tag found = tag(expr.tag, expr.cases.size());
  Variant variant{.form = Variant::Form::variant, .repr = found.repr, .tag = found.type, .cases = {}};
  for (const syntax::FieldExpr& c : expr.cases) {
    variant.cases.push_back(
        {.name = std::string(c.name.text), .docs = c.docs, .payload = resolve(c.type), .span = c.name.span});
  }
  if (found.names && sizes_match(found, variant.cases.size(), span)) {
    variant.cases = order_cases(std::move(variant.cases), found, span, false);
  }
  must_have_cases(variant, span);
  return variant;
}

Type::Shape TypeResolver::shape(const syntax::TupleExpr& expr, Span /*span*/, bool /*named*/) {
  Record record{.fields = {}, .tuple = true};
  for (const syntax::TypeExprId member : expr.members) {
    record.fields.push_back({.name = std::to_string(record.fields.size()),
                             .docs = {},
                             .type = resolve(member),
                             .span = ast_.types[member].span});
  }
  return record;
}

Type::Shape TypeResolver::shape(const syntax::ExpectedExpr& expr, Span span, bool /*named*/) {
  Variant variant{.form = Variant::Form::expected, .repr = state_.rules.default_repr, .tag = {}, .cases = {}};
  variant.cases.push_back({.name = "ok", .docs = {}, .payload = resolve(expr.ok), .span = span});
  variant.cases.push_back({.name = "err", .docs = {}, .payload = resolve(expr.error), .span = span});
  return variant;
}

Type::Shape TypeResolver::shape(const syntax::OptionExpr& expr, Span span, bool /*named*/) {
  Variant variant{.form = Variant::Form::option, .repr = state_.rules.default_repr, .tag = {}, .cases = {}};
  variant.cases.push_back({.name = "none", .docs = {}, .payload = {}, .span = span});
  variant.cases.push_back({.name = "some", .docs = {}, .payload = resolve(expr.some), .span = span});
  return variant;
}

Type::Shape TypeResolver::shape(const syntax::ListExpr& expr, Span /*span*/, bool /*named*/) {
  return List{.element = resolve(expr.element)};
}

Type::Shape TypeResolver::shape(const syntax::PointerExpr& expr, Span /*span*/, bool /*named*/) {
  return Pointer{.pointee = resolve(expr.pointee), .constant = expr.constant};
}

Type::Shape TypeResolver::shape(const syntax::HandleExpr& expr, Span span, bool named) {
  Handle handle;
  for (const syntax::Name& name : expr.names) {
    const auto resource = scope_.resources.find(name.text);
    if (resource != scope_.resources.end() && std::holds_alternative<ResourceId>(resource->second.what)) {
      handle.resource = std::get<ResourceId>(resource->second.what);
    } else if (state_.rules.separate_names) {
      report_no_resource(name);
    } else if (const DefinitionId supertype = definition(name)) {
      handle.supertypes.push_back(supertype);
    }
  }
  return must_be_named(std::move(handle), named, span, "a handle");
}

Type::Shape TypeResolver::shape(const syntax::BufferExpr& expr, Span /*span*/, bool /*named*/) {
  return Buffer{.out = expr.out, .element = resolve(expr.element)};
}

Repr TypeResolver::repr(const std::optional<syntax::ReprExpr>& expr, std::size_t count) {
  if (!expr) return state_.rules.inferred ? inferred_repr(count) : state_.rules.default_repr;
  if (const std::optional<Repr> found = repr_named(expr->word)) return *found;
  const bool is_name = !expr->word.empty() && (scope_.types.contains(expr->word) || all_names().contains(expr->word));
  state_.diagnostics
      .report(Code::bad_repr, expr->span,
              expr->word.empty() ? std::string("this cannot represent a value")
                                 : fmt::format("'{}' cannot represent a value", expr->word))
      .with_help(is_name ? fmt::format("names of types begin with '$': '${}'", expr->word)
                         : "a representation is one of u8, u16, u32, u64");
  return Repr::u32;
}

}  // namespace model
