// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/classes.h"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>

namespace diff {
namespace {

using model::TypeId;
using Numbers = std::vector<std::uint32_t>;

// Gives equal keys equal numbers.
class Interner {
 public:
  std::uint32_t number(const std::string& key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Writes a type's key from the numbers of its parts. A name is written behind its length, so that no two keys can be confused.
class MeaningKey {
 public:
  MeaningKey(const model::Model& model, const Numbers& parts, std::string& key)
      : model_(model), parts_(parts), key_(key) {}

  void operator()(const model::Unknown& /*unknown*/) { put("unknown"); }
  void operator()(const model::Primitive& p) { put("primitive", static_cast<unsigned>(p)); }
  void operator()(const model::Alias& /*alias*/) {}
  void operator()(const model::Bool& b) { put("bool", size_of(b.repr)); }
  void operator()(const model::Enum& e) { values("enum", e.repr, e.cases); }
  void operator()(const model::Int& i) { values("int", i.repr, i.constants); }
  void operator()(const model::Flags& f) { values("flags", f.repr, f.flags); }
  void operator()(const model::Record& r) { fields(r.tuple ? "tuple" : "record", r.fields); }
  void operator()(const model::Union& u) { fields("union", u.members); }
  void operator()(const model::List& list) { put("list", part(list.element)); }
  void operator()(const model::Pointer& p) { put(p.constant ? "const_pointer" : "pointer", part(p.pointee)); }
  void operator()(const model::Buffer& b) { put(b.out ? "out" : "in", part(b.element)); }

  // However it was written: a union is a variant whose cases have the names of its tag's.
  void operator()(const model::Variant& variant) {
    put("variant", size_of(variant.repr));
    for (const model::Case& c : variant.cases) {
      name(c.name);
      put(c.payload ? "of" : "-", c.payload ? part(c.payload) : 0);
    }
  }

  void operator()(const model::Handle& handle) {
    put("handle");
    if (handle.resource) name(model_.resources[handle.resource].name);
  }

 private:
  void put(std::string_view word, std::uint64_t number = 0) {
    fmt::format_to(std::back_inserter(key_), "{} {};", word, number);
  }
  void name(std::string_view text) { fmt::format_to(std::back_inserter(key_), "{}:{};", text.size(), text); }
  [[nodiscard]] std::uint32_t part(TypeId id) const { return parts_[id.index()]; }

  void values(std::string_view kind, model::Repr repr, const std::vector<model::Value>& list) {
    put(kind, size_of(repr));
    for (const model::Value& value : list) {
      name(value.name);
      put("=", value.value);
    }
  }

  void fields(std::string_view kind, const std::vector<model::Field>& list) {
    put(kind);
    for (const model::Field& field : list) {
      name(field.name);
      put("of", part(field.type));
    }
  }

  const model::Model& model_;
  const Numbers& parts_;
  std::string& key_;
};

bool is_float(const model::Type::Shape& shape) {
  const auto* primitive = std::get_if<model::Primitive>(&shape);
  return primitive != nullptr && (*primitive == model::Primitive::f32 || *primitive == model::Primitive::f64);
}

// What a type's bytes are; names and kinds of integers make no difference.
std::string bytes_key(const model::Type::Shape& shape, const model::Layout& layout, const Numbers& parts) {
  const auto part = [&parts](TypeId id) { return id ? parts[id.index()] + 1 : 0; };
  std::string key = fmt::format("{}/{}", layout.size, layout.align);
  const auto put = [&key](char kind, std::uint64_t number) {
    fmt::format_to(std::back_inserter(key), "{}{}", kind, number);
  };
  if (is_float(shape)) {
    put('f', 0);
  } else if (const auto* list = std::get_if<model::List>(&shape)) {
    put('l', part(list->element));
  } else if (const auto* pointer = std::get_if<model::Pointer>(&shape)) {
    put('p', part(pointer->pointee));
  } else if (const auto* buffer = std::get_if<model::Buffer>(&shape)) {
    put(buffer->out ? 'w' : 'r', part(buffer->element));
  } else if (const auto* record = std::get_if<model::Record>(&shape)) {
    for (std::size_t i = 0; i < record->fields.size(); ++i) {
      put('@', layout.offsets[i]);
      put('=', part(record->fields[i].type));
    }
    put('s', record->fields.size());
  } else if (const auto* u = std::get_if<model::Union>(&shape)) {
    for (const model::Field& member : u->members) put('|', part(member.type));
  } else if (const auto* variant = std::get_if<model::Variant>(&shape)) {
    put('t', size_of(variant->repr));
    for (const model::Case& c : variant->cases) put('|', part(c.payload));
  } else {
    put('i', 0);
  }
  return key;
}

// What the two sides number together.
struct Interners {
  Interner meaning;
  Interner kin;
  Interner bytes;
};

// One side's numbers, by type.
struct Classified {
  Numbers& meaning;
  Numbers& kin;
  Numbers& bytes;
};

// A type's parts stand before it in the model, so that they have numbers when it is met. `counterparts` gives each definition
// the number of its pair, as the new side counts, or none.
void classify(const model::Model& model, const model::Layouts& layouts,
              const std::vector<model::DefinitionId>& counterparts, Interners& interners, Classified classified) {
  for (std::size_t i = 0; i < model.types.size(); ++i) {
    const TypeId id(i);
    const model::Type::Shape& shape = model.types[id].shape;
    if (const auto* alias = std::get_if<model::Alias>(&shape)) {
      const std::size_t named = model.definitions[alias->definition].type.index();
      const model::DefinitionId pair = counterparts[alias->definition.index()];
      classified.meaning.push_back(classified.meaning[named]);
      classified.kin.push_back(pair ? interners.kin.number(fmt::format("pair {}", pair.index()))
                                    : classified.kin[named]);
      classified.bytes.push_back(classified.bytes[named]);
      continue;
    }
    std::string meaning;
    std::string kin;
    std::visit(MeaningKey(model, classified.meaning, meaning), shape);
    std::visit(MeaningKey(model, classified.kin, kin), shape);
    classified.meaning.push_back(interners.meaning.number(meaning));
    classified.kin.push_back(interners.kin.number(kin));
    classified.bytes.push_back(interners.bytes.number(bytes_key(shape, layouts[id], classified.bytes)));
  }
}

// Each definition of the new side that has a counterpart is its own pair's number.
std::vector<model::DefinitionId> numbered_after(const Pairs& pairs) {
  std::vector<model::DefinitionId> numbers(pairs.definitions.other.after.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (pairs.definitions.other.after[i]) numbers[i] = model::DefinitionId(i);
  }
  return numbers;
}

}  // namespace

Classes classify(Two<const model::Model*> models, Two<const model::Layouts*> layouts, const Pairs& pairs) {
  Classes classes;
  Interners interners;
  classify(*models.before, *layouts.before, pairs.definitions.other.before, interners,
           {.meaning = classes.meaning.before, .kin = classes.kin.before, .bytes = classes.bytes.before});
  classify(*models.after, *layouts.after, numbered_after(pairs), interners,
           {.meaning = classes.meaning.after, .kin = classes.kin.after, .bytes = classes.bytes.after});
  return classes;
}

}  // namespace diff
