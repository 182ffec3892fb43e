// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/keys.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "model/match.h"

namespace backend {
namespace {

using nlohmann::json;

struct ThingRow {
  std::string_view name;
  std::string_view purpose;
};
// In the order of Thing.
constexpr std::array<ThingRow, thing_count> things{{
    {"view", "All that templates see of a specification."},
    {"namespace", "One namespace; the outermost comes first."},
    {"closed_namespace", "One namespace; the innermost comes first."},
    {"type",
     "A type that the output declares. Exactly one of type_is_alias, _enum, _flags, _handle, _record, _slice, "
     "_variant and _union is true; lists of other kinds are empty."},
    {"value", "A case of an enum, a flag, or a named constant of an open integer."},
    {"field", "A field of a record or a member of a C union."},
    {"case", "A case of a variant."},
    {"handle_constant", "A handle that a program is started with."},
    {"supertype", "A handle that this one may stand in for."},
    {"constant", "A named value beside the types."},
    {"module", "A module, whose functions are imported from it."},
    {"function", "A function."},
    {"param", "A parameter as the specification has it."},
    {"result", "A result as the specification has it."},
    {"core_param", "A parameter of the import, as an engine sees it."},
    {"core_result", "What the import returns, as an engine sees it."},
    {"aggregate_field", "A member of the aggregate that several results come back in."},
    {"assertion", "A fact of the layout."},
    {"drawing", "A picture of a type's bytes, or of the bits of flags. Lengths are pixels."},
    {"drawing_text", "A text beside the bytes."},
    {"drawing_part", "Bytes of one thing, as one shape."},
    {"possible_error", "A value of the function's error that its docs name."},
    {"needed_right", "A flag of `rights` that the function needs."},
    {"spelling", "How another language declares the function."},
    {"names", "A name of the specification in every case style."},
}};

class Maker {
 public:
  Maker(const bind::Plan& plan, Tables tables, const Wanted& wanted) : plan_(plan), tables_(std::move(tables)) {
    for (std::vector<Key>& keys : tables_) {
      // Styles of names are asked for behind a point.
      if (!wanted.empty()) std::erase_if(keys, [&](const Key& key) { return !wanted.contains(key.name); });
      // So that each goes behind the last.
      std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.name < b.name; });
    }
  }

  [[nodiscard]] json object(Thing thing, const At& at) const {
    json::object_t members;
    for (const Key& key : tables_[static_cast<std::size_t>(thing)])
      members.emplace_hint(members.end(), key.name, value(key, at));
    return members;
  }

 private:
  [[nodiscard]] json value(const Key& key, const At& at) const {
    return std::visit(
        model::Match{[](std::string text) -> json { return text; }, [](bool truth) -> json { return truth; },
                     [](const Lines& lines) -> json { return lines; },
                     [](Docs docs) -> json { return commented(std::move(docs.lines)); },
                     [&](SpecName name) {
                       At named = at;
                       named.spec_name = name.name;
                       return object(Thing::names, named);
                     },
                     [&](std::size_t count) { return list(key.of, count, at); }},
        key.ask(key.function, key.own, at));
  }

  // Behind what begins a comment.
  [[nodiscard]] static json commented(Lines lines) {
    for (std::string& line : lines) {
      if (!line.empty()) line.insert(0, 1, ' ');
    }
    return lines;
  }

  [[nodiscard]] json list(Thing thing, std::size_t count, const At& at) const {
    json::array_t all;
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) all.push_back(object(thing, inside(thing, at, i)));
    return all;
  }

  // The place of a thing in a list.
  [[nodiscard]] At inside(Thing thing, At at, std::size_t index) const {
    at.outer = at.index;
    at.index = index;
    if (thing == Thing::type) at.type = &plan_.types[index];
    if (thing == Thing::module) at.module = &plan_.modules[index];
    if (thing == Thing::function) at.function = &at.module->functions[index];
    return at;
  }

  const bind::Plan& plan_;
  Tables tables_;
};

}  // namespace

std::string_view name_of(Thing thing) { return things[static_cast<std::size_t>(thing)].name; }
std::string_view purpose_of(Thing thing) { return things[static_cast<std::size_t>(thing)].purpose; }

json make_view(const bind::Plan& plan, Tables tables, const Wanted& wanted) {
  return Maker(plan, std::move(tables), wanted).object(Thing::view, {});
}

std::set<std::string> names_of(const Tables& tables) {
  std::set<std::string> names;
  for (const std::vector<Key>& keys : tables) {
    for (const Key& key : keys) names.emplace(key.name);
  }
  return names;
}

}  // namespace backend
