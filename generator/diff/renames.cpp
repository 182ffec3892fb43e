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
    if (const auto* record = std::get_if<model::Record>(&a)) {
      fields(record->fields, std::get<model::Record>(b).fields);
    } else if (const auto* u = std::get_if<model::Union>(&a)) {
      fields(u->members, std::get<model::Union>(b).members);
    } else if (const auto* variant = std::get_if<model::Variant>(&a)) {
      push(variant->tag, std::get<model::Variant>(b).tag);
      fields(variant->cases, std::get<model::Variant>(b).cases);
    } else if (const auto* list = std::get_if<model::List>(&a)) {
      push(list->element, std::get<model::List>(b).element);
    } else if (const auto* pointer = std::get_if<model::Pointer>(&a)) {
      push(pointer->pointee, std::get<model::Pointer>(b).pointee);
    } else if (const auto* buffer = std::get_if<model::Buffer>(&a)) {
      push(buffer->element, std::get<model::Buffer>(b).element);
    }
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
  match_equal(models, meaning, pairs);
  ByPlace(models, pairs).run();
  match_alike(models, pairs);
  // What these hold may have been renamed with them.
  ByPlace(models, pairs).run();
}

}  // namespace diff
