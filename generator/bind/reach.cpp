// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/reach.h"

#include <type_traits>
#include <utility>
#include <variant>

#include "model/abi.h"
#include "model/match.h"
#include "model/parts.h"

namespace bind {
namespace {

using model::OneOf;
using model::TypeId;

class Walk {
 public:
  explicit Walk(const model::Model& model) : model_(model) {
    reach_.types.assign(model.types.size(), false);
    reach_.resources.assign(model.resources.size(), false);
  }

  // Parts have smaller Ids than what they are part of: this ends.
  void need(TypeId id) {
    if (!id || reach_.types[id.index()]) return;
    reach_.types[id.index()] = true;
    const model::Type& type = model_.types[id];
    model::each_part(type, [this](TypeId part) { need(part); });
    model::match(
        type.shape,
        // Names in between, too.
        [this](const model::Alias& alias) { need(model_.definitions[alias.definition].type); },
        [this](const model::Variant& variant) { need(variant.tag); },
        [this](const model::Handle& handle) {
          if (handle.resource) reach_.resources[handle.resource.index()] = true;
          for (const model::DefinitionId super : handle.supertypes) need(model_.definitions[super].type);
        },
        [](const OneOf<model::Unknown, model::Primitive, model::Bool, model::Enum, model::Int, model::Flags,
                       model::Record, model::Union, model::List, model::Pointer, model::Buffer> auto&) {});
  }

  void need_all(const model::Function& function) {
    for (const model::Field& param : function.params) need(param.type);
    for (const model::Field& result : function.results) need(result.type);
  }

  // Values travel as integers, whatever they are called; what is behind a pointer has its type.
  void need_pointees(const model::Function& function, const model::Layouts& layouts) {
    const model::Signature signature = model::lower(model_, layouts, function);
    for (const model::CoreParam& param : signature.params) {
      if (!param.type || param.role == model::Role::list_length || param.role == model::Role::result_length) continue;
      const bool is_value = param.role == model::Role::value;
      model::match(
          model::resolved(model_, param.type).shape,
          [this](const OneOf<model::List, model::Buffer> auto& list) { need(list.element); },
          [&](const model::Pointer&) { need(param.type); },
          [&](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                          model::Flags, model::Record, model::Variant, model::Union, model::Handle> auto&) {
            if (!is_value) need(param.type);
          });
    }
    for (const model::Field& result : function.results) {
      if (model::as_expected(model_, result.type) == nullptr && !signature.result_is_error) need(result.type);
    }
  }

  // Of what another walk found, the types whose values have names.
  void need_values(const Reach& all, const Outline& names) {
    for (std::size_t i = 0; i < all.types.size(); ++i) {
      const TypeId id(i);
      const model::Type::Shape& shape = model::resolved(model_, id).shape;
      const bool has_names = std::visit(
          [](const auto& form) { return OneOf<std::decay_t<decltype(form)>, model::Enum, model::Flags, model::Int>; },
          shape);
      if (all.types[i] && has_names) need(id);
    }
    for (const NamedConstant& named : names.constants) {
      for (const model::Definition& definition : model_.definitions) {
        if (definition.name == named.constant.type && all.types[definition.type.index()]) need(definition.type);
      }
    }
  }

  [[nodiscard]] const Reach& reached() const { return reach_; }
  Reach finish() { return std::move(reach_); }

 private:
  const model::Model& model_;
  Reach reach_;
};

}  // namespace

bool is_asked_for(const std::set<std::string>& only, const model::Module& module, const model::Function& function) {
  return only.empty() || only.contains(function.name) || only.contains(module.name + "::" + function.name);
}

Reach reach_of(const model::Model& model, const model::Layouts& layouts, const Outline& names,
               const std::set<std::string>& only, Depth depth) {
  Walk whole(model);
  Walk walk(model);
  if (only.empty()) {
    Reach all;
    all.types.assign(model.types.size(), true);
    all.resources.assign(model.resources.size(), true);
    return all;
  }
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) {
      if (!is_asked_for(only, module, function)) continue;
      whole.need_all(function);
      walk.need_pointees(function, layouts);
    }
  }
  if (depth == Depth::typed) return whole.finish();
  if (depth == Depth::raw_and_values) walk.need_values(whole.reached(), names);
  return walk.finish();
}

}  // namespace bind
