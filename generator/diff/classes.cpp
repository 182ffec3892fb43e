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

// A type's parts stand before it in the model, so that they have numbers when it is met. `counterparts` gives each definition the
// number of its pair, as the new side counts, or none.
Numbers classify(const model::Model& model, const std::vector<model::DefinitionId>& counterparts, Interner& interner) {
  Numbers numbers;
  numbers.reserve(model.types.size());
  for (const model::Type& type : model.types) {
    if (const auto* alias = std::get_if<model::Alias>(&type.shape)) {
      const model::DefinitionId pair = counterparts[alias->definition.index()];
      numbers.push_back(pair ? interner.number(fmt::format("pair {}", pair.index()))
                             : numbers[model.definitions[alias->definition].type.index()]);
      continue;
    }
    std::string key;
    std::visit(MeaningKey(model, numbers, key), type.shape);
    numbers.push_back(interner.number(key));
  }
  return numbers;
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

Classes classify_meaning(Two<const model::Model*> models) {
  Interner interner;
  const auto side = [&interner](const model::Model& model) {
    return classify(model, std::vector<model::DefinitionId>(model.definitions.size()), interner);
  };
  Classes classes;
  classes.before = side(*models.before);
  classes.after = side(*models.after);
  return classes;
}

Classes classify_kin(Two<const model::Model*> models, const Pairs& pairs) {
  Interner interner;
  Classes classes;
  classes.before = classify(*models.before, pairs.definitions.other.before, interner);
  classes.after = classify(*models.after, numbered_after(pairs), interner);
  return classes;
}

}  // namespace diff
