// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which thing of the old document is which of the new one: by name, and, for members, by place where only the name changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diff/changes.h"
#include "model/types.h"

namespace diff {

// For each thing of one side its counterpart on the other, or an Id that names nothing.
template <typename Id>
struct Matched {
  Two<std::vector<Id>> other;

  // The counterpart of one of the old side's.
  [[nodiscard]] Id of_before(Id id) const { return other.before[id.index()]; }
  [[nodiscard]] Id of_after(Id id) const { return other.after[id.index()]; }
};

template <typename Id>
void join(Matched<Id>& matched, Id before, Id after) {
  matched.other.before[before.index()] = after;
  matched.other.after[after.index()] = before;
}

struct Pairs {
  Matched<model::ModuleId> modules;
  Matched<model::DefinitionId> definitions;
  Matched<model::ResourceId> resources;
};

[[nodiscard]] Pairs match(const model::Model& before, const model::Model& after,
                          const std::vector<std::pair<std::string, std::string>>& module_names);

// Calls visit(ModuleId after, Two<const Function*>) for every function that both sides of a module have.
template <typename Visit>
void for_each_function_pair(Two<const model::Model*> models, const Pairs& pairs, Visit visit) {
  for (std::size_t i = 0; i < models.before->modules.size(); ++i) {
    const model::ModuleId after = pairs.modules.of_before(model::ModuleId(i));
    if (!after) continue;
    std::unordered_map<std::string_view, const model::Function*> names;
    for (const model::Function& f : models.after->modules[after].functions) names.try_emplace(f.name, &f);
    for (const model::Function& f : models.before->modules[model::ModuleId(i)].functions) {
      const auto found = names.find(f.name);
      if (found != names.end()) visit(after, Two<const model::Function*>{.before = &f, .after = found->second});
    }
  }
}

// A field, a case, a flag, a parameter as far as matching needs to know it.
struct Member {
  std::string_view name;
  // Its offset, value, bit or position: with the class, tells one that was renamed.
  std::uint64_t place = 0;
  // Of its type; equal for all where members have none.
  std::uint32_t type_class = 0;
};

// The members of any list of things with names; `place` and `type_class` are asked for the i-th.
template <typename Things, typename Place, typename Class>
[[nodiscard]] std::vector<Member> members_of(const Things& things, Place place, Class type_class) {
  std::vector<Member> members;
  members.reserve(things.size());
  for (std::size_t i = 0; i < things.size(); ++i) {
    members.push_back({.name = things[i].name, .place = place(i), .type_class = type_class(i)});
  }
  return members;
}

// Positions in the two lists of members.
struct MemberPairs {
  struct Pair {
    std::size_t before = 0;
    std::size_t after = 0;
    bool renamed = false;
    // Has another place among the members that both sides have.
    bool moved = false;
  };
  // In the old order.
  std::vector<Pair> pairs;
  std::vector<std::size_t> removed;
  std::vector<std::size_t> added;
};

[[nodiscard]] MemberPairs match_members(const std::vector<Member>& before, const std::vector<Member>& after);

}  // namespace diff
