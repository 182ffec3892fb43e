// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a witx document means, when every name is resolved. The model knows neither files nor dialects: what the dialects spell
// differently (struct, record; array, list; positional and annotated representations) is one thing here, and what they mean
// differently (the width of a bool, how results return) has been decided. It owns its strings; spans refer to the Sources
// from which it was made, for messages only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "support/source.h"
#include "support/table.h"

namespace model {

struct Type;
struct Definition;
struct Resource;
struct Module;

using TypeId = support::Id<Type>;
using DefinitionId = support::Id<Definition>;
using ResourceId = support::Id<Resource>;
using ModuleId = support::Id<Module>;

// Doc comments: lines joined by '\n', without a final one; empty when there are none.
using Docs = std::string;

// The unsigned integer that represents an enum, an int, flags or a tag.
enum class Repr : std::uint8_t { u8, u16, u32, u64 };

// Bytes: 1, 2, 4 or 8.
[[nodiscard]] constexpr unsigned size_of(Repr repr) { return 1U << static_cast<unsigned>(repr); }
[[nodiscard]] constexpr unsigned bits_of(Repr repr) { return 8 * size_of(repr); }

enum class Primitive : std::uint8_t { u8, u16, u32, u64, s8, s16, s32, s64, f32, f64, char_, char8, usize };

// A named value: an enum's case, an int's constant, a flag. Of a flag, `value` is the bit's position.
struct Value {
  std::string name;
  Docs docs;
  std::uint64_t value = 0;
  support::Span span;
};

// A record's field, a C union's member, a parameter. A tuple's members are named "0", "1", ...
struct Field {
  std::string name;
  Docs docs;
  TypeId type;
  support::Span span;
};

// What was wrong, and has been reported; a model without errors holds none.
struct Unknown {};

// Another name for a definition's type.
struct Alias {
  DefinitionId definition;
  // The type at the end of the chain of names, which is no Alias.
  TypeId target;
};

// An enum of the cases `false` and `true`: 4 bytes in the standard dialect, 1 in the last one.
struct Bool {
  Repr repr = Repr::u32;
};

struct Enum {
  Repr repr = Repr::u32;
  std::vector<Value> cases;
};

// An open integer, some of whose values have names.
struct Int {
  Repr repr = Repr::u32;
  std::vector<Value> constants;
};

struct Flags {
  Repr repr = Repr::u32;
  std::vector<Value> flags;
};

struct Record {
  std::vector<Field> fields;
  // Written as a tuple, or a record whose fields are named 0, 1, 2, ...
  bool tuple = false;
};

struct Case {
  std::string name;
  Docs docs;
  // Absent: the case carries nothing.
  TypeId payload;
  support::Span span;
};

// A tag and, beside it, room for the largest payload. A case's tag value is its position.
struct Variant {
  // How it was written. `expected` has the cases ok and err, `option` none and some.
  enum class Form : std::uint8_t { variant, union_, expected, option };
  Form form = Form::variant;
  Repr repr = Repr::u32;
  // The type that was named as the tag, if one was.
  TypeId tag;
  std::vector<Case> cases;
};

// A C union: no tag tells which member is meant.
struct Union {
  std::vector<Field> members;
};

// An array in memory: pointer, then number of elements. A string is a list of char.
struct List {
  TypeId element;
};

struct Pointer {
  TypeId pointee;
  bool constant = false;
};

struct Handle {
  // What it is a handle of, where the dialect says so.
  ResourceId resource;
  // The oldest dialects list handles that this one may stand in for.
  std::vector<DefinitionId> supertypes;
};

// A list that the callee reads from (in) or writes to (out).
struct Buffer {
  bool out = false;
  TypeId element;
};

struct Type {
  using Shape = std::variant<Unknown, Primitive, Alias, Bool, Enum, Int, Flags, Record, Variant, Union, List, Pointer,
                             Handle, Buffer>;
  Shape shape;
  support::Span span;
};

// (typename $name type)
struct Definition {
  std::string name;
  Docs docs;
  TypeId type;
  // The module that encloses it, in dialects whose types live in modules.
  ModuleId module;
  // Marked as one that generators skip.
  bool hidden = false;
  // Of the name.
  support::Span span;
};

struct Resource {
  std::string name;
  Docs docs;
  ModuleId module;
  support::Span span;
};

// (@witx const $type $name value): `type` is the name as written, which need not be defined.
struct Constant {
  std::string type;
  std::string name;
  Docs docs;
  std::uint64_t value = 0;
  ModuleId module;
  support::Span span;
};

// How parameters and results travel: `legacy` passes further results through pointers, `preview1` one result at most, whose
// payload goes through a pointer, `flat` takes everything apart into core values.
enum class Convention : std::uint8_t { legacy, preview1, flat };

struct Function {
  std::string name;
  Docs docs;
  std::vector<Field> params;
  std::vector<Field> results;
  bool noreturn = false;
  Convention convention = Convention::preview1;
  // Of the name.
  support::Span span;
};

// (import "name" (memory))
struct MemoryImport {
  std::string name;
  Docs docs;
  support::Span span;
};

struct Module {
  std::string name;
  Docs docs;
  std::vector<MemoryImport> imports;
  std::vector<Function> functions;
  support::Span span;
};

// One document: all that the entry files and what they use define, in the order in which it is defined.
struct Model {
  // A type stands behind its parts: an Id in a shape, or in the definition that it names, is smaller than the type's own.
  support::Table<Type> types;
  support::Table<Definition> definitions;
  support::Table<Resource> resources;
  support::Table<Module> modules;
  std::vector<Constant> constants;
};

// The type behind all aliases; never an Alias.
[[nodiscard]] const Type& resolved(const Model& model, TypeId id);

// Whether `id` is, behind aliases, a variant with exactly the cases ok and err, however it was written. Such a result returns
// its error as a value; if so the answer points to it, else it is null.
[[nodiscard]] const Variant* as_expected(const Model& model, TypeId id);

}  // namespace model
