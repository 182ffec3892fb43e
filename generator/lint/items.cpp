// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "lint/items.h"

namespace lint {
namespace {

struct Members {
  std::vector<Item>& items;

  template <typename List>
  void add(std::string_view what, const List& members) const {
    for (const auto& member : members) items.push_back({what, member.name, member.docs, member.span});
  }

  void operator()(const model::Enum& e) const { add("case", e.cases); }
  void operator()(const model::Int& i) const { add("value", i.constants); }
  void operator()(const model::Flags& f) const { add("flag", f.flags); }
  void operator()(const model::Record& r) const {
    if (!r.tuple) add("field", r.fields);
  }
  void operator()(const model::Union& u) const { add("member", u.members); }
  void operator()(const model::Variant& v) const {
    if (v.form == model::Variant::Form::variant) add("case", v.cases);
  }
  void operator()(const model::Unknown& /*shape*/) const {}
  void operator()(const model::Primitive& /*shape*/) const {}
  void operator()(const model::Alias& /*shape*/) const {}
  void operator()(const model::Bool& /*shape*/) const {}
  void operator()(const model::List& /*shape*/) const {}
  void operator()(const model::Pointer& /*shape*/) const {}
  void operator()(const model::Handle& /*shape*/) const {}
  void operator()(const model::Buffer& /*shape*/) const {}
};

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

std::vector<Item> all_members(const model::Model& model) {
  std::vector<Item> items;
  for (const model::Type& type : model.types) std::visit(Members{items}, type.shape);
  return items;
}

std::vector<Item> all_parameters(const model::Model& model) {
  std::vector<Item> items;
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      Members{items}.add("parameter", function.params);
      Members{items}.add("result", function.results);
    }
  }
  return items;
}

}  // namespace lint
