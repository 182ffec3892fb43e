// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What was written, with a span on every node and docs already attached. One shape for all dialects: a `struct` and a `record`
// are both a RecordExpr. Nothing is resolved and nothing is judged but the forms themselves. Views point into the Sources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/source.h"
#include "support/table.h"
#include "syntax/dialect.h"

namespace syntax {

// An identifier without its dollar sign, or the contents of a string; the span is the token's.
struct Name {
  std::string_view text;
  support::Span span;
};

struct Number {
  std::uint64_t value = 0;
  support::Span span;
};

struct TypeExpr;
using TypeExprId = support::Id<TypeExpr>;

// A case, a flag, a constant of an int: a name and, for the last, a value.
struct MemberExpr {
  Name name;
  std::string docs;
  std::optional<Number> value;
};

// A field, a parameter, a result, a member of a union of the oldest dialects.
struct FieldExpr {
  Name name;
  std::string docs;
  // None for `(empty $name)` and for a case without payload.
  TypeExprId type;
};

// A form that was wrong and has been reported.
struct BrokenExpr {};
// A word that is none of the language: a name without its dollar sign, perhaps, which is for those to say who know the names.
struct WordExpr {
  std::string_view word;
  // What else it may have meant; empty: nothing that is known.
  std::string help;
};
struct ReferenceExpr {
  Name name;
};
// u8, string, bool, usize, ...: a word of the language.
struct BuiltinExpr {
  std::string_view word;
};
// How an enum, flags or a tag is represented: a builtin's word, or (tags only) the name of a type.
struct ReprExpr {
  std::string_view word;
  TypeExprId tag;
  support::Span span;
};
struct EnumExpr {
  std::optional<ReprExpr> repr;
  std::vector<MemberExpr> cases;
};
struct IntExpr {
  std::optional<ReprExpr> repr;
  std::vector<MemberExpr> constants;
};
struct FlagsExpr {
  std::optional<ReprExpr> repr;
  std::vector<MemberExpr> flags;
};
struct RecordExpr {
  std::vector<FieldExpr> fields;
};
// (union (field ...)...): a C union without a tag.
struct UntaggedUnionExpr {
  std::vector<FieldExpr> members;
};
// (union $tag (field ...) (empty ...)...): members are named and matched with the tag's cases by name.
struct NamedUnionExpr {
  Name tag;
  std::vector<FieldExpr> members;
};
// (union (@witx tag ...)? type...): members are matched with the tag's cases by position, and their names are empty.
struct BareUnionExpr {
  std::optional<ReprExpr> tag;
  std::vector<FieldExpr> members;
};
struct VariantExpr {
  std::optional<ReprExpr> tag;
  std::vector<FieldExpr> cases;
};
struct TupleExpr {
  std::vector<TypeExprId> members;
};
struct ExpectedExpr {
  TypeExprId ok;
  TypeExprId error;
};
struct OptionExpr {
  TypeExprId some;
};
struct ListExpr {
  TypeExprId element;
};
struct PointerExpr {
  TypeExprId pointee;
  bool constant = false;
};
struct HandleExpr {
  std::vector<Name> names;
};
struct BufferExpr {
  TypeExprId element;
  bool out = false;
};

struct TypeExpr {
  using Shape = std::variant<BrokenExpr, WordExpr, ReferenceExpr, BuiltinExpr, EnumExpr, IntExpr, FlagsExpr, RecordExpr,
                             UntaggedUnionExpr, NamedUnionExpr, BareUnionExpr, VariantExpr, TupleExpr, ExpectedExpr,
                             OptionExpr, ListExpr, PointerExpr, HandleExpr, BufferExpr>;
  Shape shape;
  support::Span span;
};

// (use "path.witx")
struct UsePath {
  std::string path;
  support::Span span;
};

// (use $a ($b as $c) from $module), (use * from $module)
struct UseNames {
  struct Item {
    Name name;
    Name local;
  };
  // Empty: all names.
  std::vector<Item> items;
  Name module;
  support::Span span;
};

struct TypenameDecl {
  Name name;
  std::string docs;
  TypeExprId type;
  bool hidden = false;
};

struct ConstDecl {
  Name type;
  Name name;
  std::string docs;
  Number value;
};

struct ResourceDecl {
  Name name;
  std::string docs;
};

struct ImportDecl {
  Name name;
  std::string docs;
};

struct FunctionDecl {
  Name name;
  std::string docs;
  std::vector<FieldExpr> params;
  std::vector<FieldExpr> results;
  std::optional<support::Span> noreturn;
  // (export "f" (func ...)) rather than (@interface func (export "f") ...).
  bool flat = false;
};

// (profile $name (import "f" (@interface func ...)) (expose $module)): what a program must export, and whose functions it may
// call.
struct ProfileDecl {
  Name name;
  std::string docs;
  std::vector<FunctionDecl> functions;
  std::vector<Name> modules;
};

struct ModuleDecl;

using Item = std::variant<UsePath, UseNames, TypenameDecl, ConstDecl, ResourceDecl, ImportDecl, FunctionDecl,
                          ProfileDecl, ModuleDecl>;

struct ModuleDecl {
  Name name;
  std::string docs;
  std::vector<Item> items;
  support::Span span;
};

// One file.
struct Ast {
  support::SourceId source;
  support::Table<TypeExpr> types;
  std::vector<Item> items;
  Features features;
};

}  // namespace syntax
