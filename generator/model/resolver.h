// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The two halves of resolve: names and items here, types in TypeResolver.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "model/rules.h"
#include "model/types.h"
#include "syntax/ast.h"
#include "syntax/load.h"

namespace model {

// A definition whose type is being read: to name it now is recursion.
struct InProgress {};
// What is wrong about it was reported: to name it is not a second mistake.
struct Reported {};

using Named = std::variant<DefinitionId, ResourceId, ModuleId, InProgress, Reported>;

struct ScopeEntry {
  Named what;
  support::Span span;
};

// The names that are known at one place: of a document, or of one module in the dialects whose modules are scopes. Where names
// of types, resources and modules are apart, there is a map for each.
struct Scope {
  std::unordered_map<std::string_view, ScopeEntry> types;
  std::unordered_map<std::string_view, ScopeEntry> resources;
  std::unordered_map<std::string_view, ScopeEntry> modules;
  // The module whose scope it is, if it is one's.
  ModuleId module;
};

// Everything that the resolution of one document works on.
struct ResolveState {
  const syntax::Document& document;
  const Rules& rules;
  Model& model;
  diagnostics::Sink& diagnostics;
  // Where each type name of the document is defined, for messages; made at the first unknown name.
  std::optional<std::unordered_map<std::string_view, support::Span>> all_names;
  // Names that were reported as unknown, each once.
  std::unordered_set<std::string_view> reported;
  // Words that were reported as no types, each once.
  std::unordered_set<std::string_view> reported_words;
  // A file that is used was not read: a name that nothing defines may be in it, and the missing file has been reported.
  bool incomplete = false;
};

// The primitive type that a word of the language stands for.

// Resolves the types of one file within one scope.
class TypeResolver {
 public:
  TypeResolver(ResolveState& state, const syntax::Ast& ast, Scope& scope) : state_(state), ast_(ast), scope_(scope) {}

  // `named`: the type stands directly under (typename ...).
  TypeId resolve(syntax::TypeExprId id, bool named = false);
  std::vector<Field> fields(const std::vector<syntax::FieldExpr>& exprs);

 private:
  TypeId add(Type::Shape shape, support::Span span) {
    return state_.model.types.add({.shape = std::move(shape), .span = span});
  }
  // Where the dialect has it so.
  void must_have_cases(const Variant& variant, support::Span span);
  Type::Shape must_be_named(Type::Shape shape, bool named, support::Span span, std::string_view what);

  Type::Shape shape(const syntax::BrokenExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::WordExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::ReferenceExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::BuiltinExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::EnumExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::IntExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::FlagsExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::RecordExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::UntaggedUnionExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::NamedUnionExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::BareUnionExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::VariantExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::TupleExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::ExpectedExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::OptionExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::ListExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::PointerExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::HandleExpr& expr, support::Span span, bool named);
  Type::Shape shape(const syntax::BufferExpr& expr, support::Span span, bool named);

  // None, and a report, if the name is not that of a type.
  DefinitionId definition(const syntax::Name& name);
  [[nodiscard]] Alias alias(DefinitionId definition) const;
  void report_no_resource(const syntax::Name& name);
  void report_resource(const syntax::Name& name, support::Span defined);
  void report_unknown(const syntax::Name& name);
  [[nodiscard]] std::string help_for_unknown(std::string_view name);
  const std::unordered_map<std::string_view, support::Span>& all_names();

  Repr repr(const std::optional<syntax::ReprExpr>& expr, std::size_t count);

  // What a tag says: how wide it is and, if it is an enum, the names of its cases in order.
  struct Tag {
    Repr repr = Repr::u32;
    TypeId type;
    std::optional<std::vector<std::string>> names;
    support::Span span;
    bool broken = false;
  };
  Tag tag(const std::optional<syntax::ReprExpr>& expr, std::size_t count);
  Tag tag_type(TypeId type, support::Span span);
  // Puts the cases in the order of the tag's names and reports those that differ.
  std::vector<Case> order_cases(std::vector<Case> cases, const Tag& tag, support::Span span, bool all_needed);
  bool sizes_match(const Tag& tag, std::size_t members, support::Span span);

  ResolveState& state_;
  const syntax::Ast& ast_;
  Scope& scope_;
};

}  // namespace model
