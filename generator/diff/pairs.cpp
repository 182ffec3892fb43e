// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/pairs.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace diff {
namespace {

using model::ModuleId;

template <typename Id>
Matched<Id> unmatched(std::size_t before, std::size_t after) {
  return {.other = {.before = std::vector<Id>(before), .after = std::vector<Id>(after)}};
}

// The modules' names need not be unique over several documents: the first of a name is meant.
std::unordered_map<std::string_view, ModuleId> by_name(const support::Table<model::Module>& modules) {
  std::unordered_map<std::string_view, ModuleId> names;
  for (std::size_t i = 0; i < modules.size(); ++i) names.try_emplace(modules[ModuleId(i)].name, ModuleId(i));
  return names;
}

Matched<ModuleId> match_modules(const model::Model& before, const model::Model& after,
                                const std::vector<std::pair<std::string, std::string>>& module_names) {
  auto matched = unmatched<ModuleId>(before.modules.size(), after.modules.size());
  const auto old_names = by_name(before.modules);
  const auto new_names = by_name(after.modules);
  const auto try_join = [&](std::string_view old_name, std::string_view new_name) {
    const auto a = old_names.find(old_name);
    const auto b = new_names.find(new_name);
    if (a == old_names.end() || b == new_names.end()) return;
    if (!matched.of_before(a->second) && !matched.of_after(b->second)) join(matched, a->second, b->second);
  };
  for (const auto& [old_name, new_name] : module_names) try_join(old_name, new_name);
  for (const model::Module& module : before.modules) try_join(module.name, module.name);
  const bool single = before.modules.size() == 1 && after.modules.size() == 1;
  if (single && !matched.of_before(ModuleId(0))) join(matched, ModuleId(0), ModuleId(0));
  return matched;
}

// Matches what is named inside its module or, in most dialects, outside of all: first within modules that are the same, then by
// the bare name wherever only one on each side is left that has it.
template <typename Thing>
Matched<support::Id<Thing>> match_named(const support::Table<Thing>& before, const support::Table<Thing>& after,
                                        const Matched<ModuleId>& modules) {
  using Id = support::Id<Thing>;
  auto matched = unmatched<Id>(before.size(), after.size());
  std::map<std::pair<ModuleId, std::string_view>, Id> exact;
  for (std::size_t i = 0; i < after.size(); ++i) exact.try_emplace({after[Id(i)].module, after[Id(i)].name}, Id(i));
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Thing& thing = before[Id(i)];
    const ModuleId module = thing.module ? modules.of_before(thing.module) : ModuleId();
    if (thing.module && !module) continue;
    const auto found = exact.find({module, thing.name});
    if (found != exact.end() && !matched.of_after(found->second)) join(matched, Id(i), found->second);
  }

  struct Left {
    std::vector<Id> before;
    std::vector<Id> after;
  };
  std::unordered_map<std::string_view, Left> left;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!matched.of_before(Id(i))) left[before[Id(i)].name].before.push_back(Id(i));
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!matched.of_after(Id(i))) left[after[Id(i)].name].after.push_back(Id(i));
  }
  for (const auto& [name, ids] : left) {
    if (ids.before.size() == 1 && ids.after.size() == 1) join(matched, ids.before[0], ids.after[0]);
  }
  return matched;
}

// Of the members that both sides have, the i-th there is the i-th here, or it has moved. Neighbours that came or went move none.
void mark_moved(std::vector<MemberPairs::Pair>& pairs) {
  std::vector<std::size_t> places;
  places.reserve(pairs.size());
  for (const MemberPairs::Pair& pair : pairs) places.push_back(pair.after);
  std::ranges::sort(places);
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i].moved = pairs[i].after != places[i];
}

}  // namespace

Pairs match(const model::Model& before, const model::Model& after,
            const std::vector<std::pair<std::string, std::string>>& module_names) {
  Pairs pairs;
  pairs.modules = match_modules(before, after, module_names);
  pairs.definitions = match_named(before.definitions, after.definitions, pairs.modules);
  pairs.resources = match_named(before.resources, after.resources, pairs.modules);
  return pairs;
}

MemberPairs match_members(const std::vector<Member>& before, const std::vector<Member>& after) {
  constexpr auto none = static_cast<std::size_t>(-1);
  MemberPairs result;
  std::vector<std::size_t> partner(before.size(), none);
  std::vector<bool> taken(after.size(), false);
  std::unordered_map<std::string_view, std::size_t> names;
  for (std::size_t j = 0; j < after.size(); ++j) names.try_emplace(after[j].name, j);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto found = names.find(before[i].name);
    if (found == names.end() || taken[found->second]) continue;
    partner[i] = found->second;
    taken[found->second] = true;
  }

  std::multimap<std::pair<std::uint64_t, std::uint32_t>, std::size_t> places;
  for (std::size_t j = 0; j < after.size(); ++j) {
    if (!taken[j]) places.emplace(std::pair(after[j].place, after[j].type_class), j);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto found = partner[i] == none ? places.find({before[i].place, before[i].type_class}) : places.end();
    const bool renamed = found != places.end();
    if (renamed) {
      partner[i] = found->second;
      taken[found->second] = true;
      places.erase(found);
    }
    if (partner[i] == none) {
      result.removed.push_back(i);
    } else {
      result.pairs.push_back({.before = i, .after = partner[i], .renamed = renamed, .moved = false});
    }
  }
  for (std::size_t j = 0; j < after.size(); ++j) {
    if (!taken[j]) result.added.push_back(j);
  }
  mark_moved(result.pairs);
  return result;
}

}  // namespace diff
