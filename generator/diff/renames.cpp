// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/renames.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/match.h"
#include "model/parts.h"

namespace diff {
namespace {

using model::DefinitionId;
using model::TypeId;

constexpr std::size_t most_of_a_name = 50;

// Walks both sides from the functions and definitions that are the same, and joins what stands at the same place.
class ByPlace {
 public:
  ByPlace(Two<const model::Model*> models, Pairs& pairs) : models_(models), pairs_(pairs) {}

  void run() {
    for_each_function_pair(models_, pairs_, [this](model::ModuleId /*module*/, Two<const model::Function*> f) {
      fields(f.before->params, f.after->params);
      fields(f.before->results, f.after->results);
    });
    for (std::size_t i = 0; i < models_.before->definitions.size(); ++i) {
      const DefinitionId before(i);
      if (const DefinitionId after = pairs_.definitions.of_before(before)) definition(before, after);
    }
    // In the order in which the document uses them.
    std::size_t done = 0;
    while (done < open_.size()) {
      const Two<TypeId> next = open_[done++];
      if (seen_.insert({next.before, next.after}).second) types(next);
    }
  }

 private:
  void push(TypeId before, TypeId after) {
    if (before && after) open_.push_back({.before = before, .after = after});
  }
  void definition(DefinitionId before, DefinitionId after) {
    push(models_.before->definitions[before].type, models_.after->definitions[after].type);
  }

  static TypeId type_of(const model::Field& field) { return field.type; }
  static TypeId type_of(const model::Case& c) { return c.payload; }

  // By name; those whose names are gone, by position.
  template <typename Things>
  void fields(const Things& before, const Things& after) {
    std::unordered_map<std::string_view, std::size_t> names;
    std::set<std::string_view> old_names;
    for (std::size_t i = 0; i < after.size(); ++i) names.try_emplace(after[i].name, i);
    for (const auto& thing : before) old_names.insert(thing.name);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto found = names.find(before[i].name);
      if (found != names.end()) {
        push(type_of(before[i]), type_of(after[found->second]));
      } else if (i < after.size() && !old_names.contains(after[i].name)) {
        push(type_of(before[i]), type_of(after[i]));
      }
    }
  }

  void types(Two<TypeId> type) {
    const model::Type::Shape& a = models_.before->types[type.before].shape;
    const model::Type::Shape& b = models_.after->types[type.after].shape;
    const auto* old_alias = std::get_if<model::Alias>(&a);
    const auto* new_alias = std::get_if<model::Alias>(&b);
    if (old_alias != nullptr && new_alias != nullptr) return names(*old_alias, *new_alias);
    if (old_alias != nullptr) return push(models_.before->definitions[old_alias->definition].type, type.after);
    if (new_alias != nullptr) return push(type.before, models_.after->definitions[new_alias->definition].type);
    if (a.index() != b.index()) return;
    model::match(
        a, [&](const model::Record& record) { fields(record.fields, std::get<model::Record>(b).fields); },
        [&](const model::Union& u) { fields(u.members, std::get<model::Union>(b).members); },
        [&](const model::Variant& variant) {
          push(variant.tag, std::get<model::Variant>(b).tag);
          fields(variant.cases, std::get<model::Variant>(b).cases);
        },
        [&](const model::List& list) { push(list.element, std::get<model::List>(b).element); },
        [&](const model::Pointer& pointer) { push(pointer.pointee, std::get<model::Pointer>(b).pointee); },
        [&](const model::Buffer& buffer) { push(buffer.element, std::get<model::Buffer>(b).element); },
        [](const model::OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                              model::Flags, model::Handle> auto&) {});
  }

  void names(const model::Alias& a, const model::Alias& b) {
    const DefinitionId old_pair = pairs_.definitions.of_before(a.definition);
    const DefinitionId new_pair = pairs_.definitions.of_after(b.definition);
    if (old_pair || new_pair) return;
    const std::size_t old_kind = resolved(*models_.before, a.target).shape.index();
    if (old_kind != resolved(*models_.after, b.target).shape.index()) return;
    join(pairs_.definitions, a.definition, b.definition);
    definition(a.definition, b.definition);
  }

  Two<const model::Model*> models_;
  Pairs& pairs_;
  std::vector<Two<TypeId>> open_;
  std::set<std::pair<TypeId, TypeId>> seen_;
};

std::vector<std::string_view> member_names(const model::Type& type) {
  std::vector<std::string_view> names;
  model::named_members(type, [&names](std::string_view /*what*/, const auto& members) {
    for (const auto& member : members) names.push_back(member.name);
  });
  return names;
}

bool is_left(const Matched<DefinitionId>& matched, bool before, DefinitionId id) {
  return !(before ? matched.of_before(id) : matched.of_after(id));
}

std::vector<DefinitionId> left_over(const model::Model& model, const Matched<DefinitionId>& matched, bool before) {
  std::vector<DefinitionId> left;
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    const DefinitionId id(i);
    const bool has_members = !member_names(model.types[model.definitions[id].type]).empty();
    if (has_members && is_left(matched, before, id)) left.push_back(id);
  }
  return left;
}

// Those that are equal in all but the name, where each is the only one of its kind on its side.
void match_equal(Two<const model::Model*> models, const Classes& meaning, Pairs& pairs) {
  std::map<std::uint32_t, Two<std::vector<DefinitionId>>> classes;
  for (const DefinitionId id : left_over(*models.before, pairs.definitions, true))
    classes[meaning.before[models.before->definitions[id].type.index()]].before.push_back(id);
  for (const DefinitionId id : left_over(*models.after, pairs.definitions, false))
    classes[meaning.after[models.after->definitions[id].type.index()]].after.push_back(id);
  for (const auto& [number, ids] : classes) {
    if (ids.before.size() == 1 && ids.after.size() == 1) join(pairs.definitions, ids.before[0], ids.after[0]);
  }
}

// What functions call each definition: the pairs of names that stand at the same places of functions that both sides have.
class CalledByFunctions {
 public:
  CalledByFunctions(Two<const model::Model*> models, const Pairs& pairs) : models_(models) {
    for_each_function_pair(models, pairs, [this](model::ModuleId /*module*/, Two<const model::Function*> f) {
      fields(f.before->params, f.after->params);
      fields(f.before->results, f.after->results);
    });
  }

  [[nodiscard]] bool so(DefinitionId before, DefinitionId after) const { return calls_.contains({before, after}); }

 private:
  void fields(const std::vector<model::Field>& before, const std::vector<model::Field>& after) {
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) types(before[i].type, after[i].type);
  }

  void types(TypeId before, TypeId after) {
    const auto* a = std::get_if<model::Alias>(&models_.before->types[before].shape);
    const auto* b = std::get_if<model::Alias>(&models_.after->types[after].shape);
    if (a != nullptr && b != nullptr) calls_.emplace(a->definition, b->definition);
    if (a != nullptr || b != nullptr) return;
    std::vector<TypeId> old_parts;
    std::vector<TypeId> new_parts;
    model::each_part(models_.before->types[before], [&](TypeId part) { old_parts.push_back(part); });
    model::each_part(models_.after->types[after], [&](TypeId part) { new_parts.push_back(part); });
    for (std::size_t i = 0; i < std::min(old_parts.size(), new_parts.size()); ++i) types(old_parts[i], new_parts[i]);
  }

  Two<const model::Model*> models_;
  std::set<std::pair<DefinitionId, DefinitionId>> calls_;
};

// Definitions that passed on their names: each is found unchanged, and once only, under the name of the next. They were joined by
// their names; a function that still uses such a name means the new definition.
void match_exchanged(Two<const model::Model*> models, const Classes& meaning, Pairs& pairs) {
  const auto old_class = [&](DefinitionId id) { return meaning.before[models.before->definitions[id].type.index()]; };
  const auto new_class = [&](DefinitionId id) { return meaning.after[models.after->definitions[id].type.index()]; };
  const auto changed = [&](DefinitionId before, DefinitionId after) { return old_class(before) != new_class(after); };
  // By what they mean: the definitions that are another than before, or have no counterpart.
  std::map<std::uint32_t, Two<std::vector<DefinitionId>>> classes;
  for (std::size_t i = 0; i < models.before->definitions.size(); ++i) {
    const DefinitionId id(i);
    const DefinitionId same = pairs.definitions.of_before(id);
    if (!same || changed(id, same)) classes[old_class(id)].before.push_back(id);
  }
  for (std::size_t i = 0; i < models.after->definitions.size(); ++i) {
    const DefinitionId id(i);
    const DefinitionId same = pairs.definitions.of_after(id);
    if (!same || changed(same, id)) classes[new_class(id)].after.push_back(id);
  }
  const auto moved_to = [&](DefinitionId before) {
    const auto& ids = classes.at(old_class(before));
    return ids.before.size() == 1 && ids.after.size() == 1 ? ids.after[0] : DefinitionId();
  };
  const CalledByFunctions called(models, pairs);
  for (std::size_t i = 0; i < models.before->definitions.size(); ++i) {
    // From name to name until the first one comes again; or, from a name that is gone, to one that is new.
    const DefinitionId first(i);
    const bool gone = !pairs.definitions.of_before(first);
    std::vector<Two<DefinitionId>> moves;
    DefinitionId at = first;
    do {
      const DefinitionId same = pairs.definitions.of_before(at);
      const bool stays = same && (!changed(at, same) || called.so(at, same));
      if (stays || !moved_to(at)) break;
      moves.push_back({.before = at, .after = moved_to(at)});
      at = pairs.definitions.of_after(moves.back().after);
    } while (at && at != first);
    if (moves.empty() || at != (gone ? DefinitionId() : first)) continue;
    for (const Two<DefinitionId>& move : moves) join(pairs.definitions, move.before, move.after);
  }
}

// Those of one kind that have most of their members in common. A name that very many definitions have tells nothing.
void match_alike(Two<const model::Model*> models, Pairs& pairs) {
  std::unordered_map<std::string_view, std::vector<DefinitionId>> having;
  for (const DefinitionId id : left_over(*models.after, pairs.definitions, false)) {
    for (const std::string_view name : member_names(models.after->types[models.after->definitions[id].type]))
      having[name].push_back(id);
  }
  struct Candidate {
    std::size_t common = 0;
    DefinitionId before;
    DefinitionId after;
  };
  std::vector<Candidate> candidates;
  for (const DefinitionId before : left_over(*models.before, pairs.definitions, true)) {
    const model::Type& type = models.before->types[models.before->definitions[before].type];
    const std::vector<std::string_view> names = member_names(type);
    std::map<DefinitionId, std::size_t> common;
    for (const std::string_view name : names) {
      const auto found = having.find(name);
      if (found == having.end() || found->second.size() > most_of_a_name) continue;
      for (const DefinitionId after : found->second) ++common[after];
    }
    for (const auto& [after, count] : common) {
      const model::Type& other = models.after->types[models.after->definitions[after].type];
      if (have_most_members_in_common(type, other))
        candidates.push_back({.common = count, .before = before, .after = after});
    }
  }
  std::ranges::stable_sort(candidates, std::greater(), &Candidate::common);
  for (const Candidate& c : candidates) {
    if (is_left(pairs.definitions, true, c.before) && is_left(pairs.definitions, false, c.after))
      join(pairs.definitions, c.before, c.after);
  }
}

}  // namespace

bool have_most_members_in_common(const model::Type& a, const model::Type& b) {
  if (a.shape.index() != b.shape.index()) return false;
  const std::vector<std::string_view> old_names = member_names(a);
  const std::vector<std::string_view> new_names = member_names(b);
  const std::set<std::string_view> known(old_names.begin(), old_names.end());
  const auto common =
      std::ranges::count_if(new_names, [&known](std::string_view name) { return known.contains(name); });
  return 2 * static_cast<std::size_t>(common) > std::max(old_names.size(), new_names.size());
}

void match_renamed(Two<const model::Model*> models, const Classes& meaning, Pairs& pairs) {
  match_exchanged(models, meaning, pairs);
  match_equal(models, meaning, pairs);
  ByPlace(models, pairs).run();
  match_alike(models, pairs);
  // What these hold may have been renamed with them.
  ByPlace(models, pairs).run();
}

}  // namespace diff
