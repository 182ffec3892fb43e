// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "lint/items.h"

#include <string_view>
#include <utility>

#include "model/parts.h"

namespace lint {
namespace {

template <typename Members>
void add(std::vector<Item>& items, std::string_view what, const Members& members) {
  for (const auto& member : members) items.push_back({what, member.name, member.docs, member.span});
}

}  // namespace

std::vector<Item> all_items(const model::Model& model) {
  std::vector<Item> items;
  for (const model::Definition& definition : model.definitions) {
    if (!definition.hidden) items.push_back({"type", definition.name, definition.docs, definition.span});
  }
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      items.push_back({"function", function.name, function.docs, function.span});
    }
  }
  return items;
}

std::vector<MemberGroup> all_member_groups(const model::Model& model) {
  std::vector<const model::Definition*> names(model.types.size());
  for (const model::Definition& definition : model.definitions) names[definition.type.index()] = &definition;
  std::vector<MemberGroup> groups;
  std::size_t index = 0;
  for (const model::Type& type : model.types) {
    const model::Definition* const name = names[index++];
    MemberGroup group{.type = name == nullptr ? std::string_view() : std::string_view(name->name),
                      .span = name == nullptr ? type.span : name->span,
                      .items = {}};
    model::named_members(type,
                         [&group](std::string_view what, const auto& members) { add(group.items, what, members); });
    if (!group.items.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<Item> all_members(const model::Model& model) {
  std::vector<Item> items;
  for (const MemberGroup& group : all_member_groups(model)) {
    for (const Item& item : group.items) items.push_back(item);
  }
  return items;
}

std::vector<Item> all_parameters(const model::Model& model) {
  std::vector<Item> items;
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      add(items, "parameter", function.params);
      add(items, "result", function.results);
    }
  }
  return items;
}

}  // namespace lint
