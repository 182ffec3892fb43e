// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/reach.h"

#include <utility>
#include <variant>

#include "model/abi.h"

namespace view {
namespace {

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
    const model::Type::Shape& shape = model_.types[id].shape;
    if (const auto* alias = std::get_if<model::Alias>(&shape)) return need(model_.definitions[alias->definition].type);
    if (const auto* list = std::get_if<model::List>(&shape)) return need(list->element);
    if (const auto* pointer = std::get_if<model::Pointer>(&shape)) return need(pointer->pointee);
    if (const auto* buffer = std::get_if<model::Buffer>(&shape)) return need(buffer->element);
    if (const auto* record = std::get_if<model::Record>(&shape)) {
      for (const model::Field& field : record->fields) need(field.type);
    } else if (const auto* overlay = std::get_if<model::Union>(&shape)) {
      for (const model::Field& member : overlay->members) need(member.type);
    } else if (const auto* variant = std::get_if<model::Variant>(&shape)) {
      need(variant->tag);
      for (const model::Case& c : variant->cases) need(c.payload);
    } else if (const auto* handle = std::get_if<model::Handle>(&shape)) {
      if (handle->resource) reach_.resources[handle->resource.index()] = true;
      for (const model::DefinitionId super : handle->supertypes) need(model_.definitions[super].type);
    }
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
      const model::Type::Shape& shape = model::resolved(model_, param.type).shape;
      const bool scalar = param.role == model::Role::value && !std::holds_alternative<model::Pointer>(shape);
      if (const auto* list = std::get_if<model::List>(&shape)) {
        need(list->element);
      } else if (const auto* buffer = std::get_if<model::Buffer>(&shape)) {
        need(buffer->element);
      } else if (!scalar) {
        need(param.type);
      }
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
      const bool has_names = std::holds_alternative<model::Enum>(shape) ||
                             std::holds_alternative<model::Flags>(shape) || std::holds_alternative<model::Int>(shape);
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
      if (!only.contains(function.name)) continue;
      whole.need_all(function);
      walk.need_pointees(function, layouts);
    }
  }
  if (depth == Depth::typed) return whole.finish();
  if (depth == Depth::raw_and_values) walk.need_values(whole.reached(), names);
  return walk.finish();
}

}  // namespace view
