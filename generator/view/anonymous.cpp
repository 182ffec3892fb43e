// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/anonymous.h"

#include <fmt/format.h>

#include <variant>

#include "view/outline.h"

namespace view {
namespace {

using model::TypeId;

constexpr const char* primitive_names[] = {"u8",  "u16", "u32", "u64",  "s8",    "s16",  "s32",
                                           "s64", "f32", "f64", "char", "char8", "usize"};

template <typename... Shapes>
bool is_any(const model::Type& type) {
  return (std::holds_alternative<Shapes>(type.shape) || ...);
}

}  // namespace

bool is_plain_result(const model::Model& model, const model::Function& function, std::size_t index) {
  if (function.convention == model::Convention::flat) return false;
  return std::holds_alternative<model::Variant>(model.types[function.results[index].type].shape) &&
         model::as_expected(model, function.results[index].type) != nullptr;
}

AnonymousTypes::AnonymousTypes(const model::Model& model, bool lists) : model_(model), lists_(lists) {
  for (const model::Definition& definition : model.definitions) {
    // A definition's own type has its name; only its parts need places.
    place(definition.type, definition.name, false);
    places_.erase(definition.type.index());
  }
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) place_function(function);
  }
}

void AnonymousTypes::place_function(const model::Function& function) {
  for (const model::Field& param : function.params) place(param.type, function.name + "_" + param.name, false);
  for (std::size_t i = 0; i < function.results.size(); ++i) {
    const TypeId type = function.results[i].type;
    place(type, function.name + "_result", true);
    if (!is_plain_result(model_, function, i)) continue;
    returned_[type.index()] = true;
    const TypeId payload = model::as_expected(model_, type)->cases[0].payload;
    const auto* record = payload ? std::get_if<model::Record>(&model_.types[payload].shape) : nullptr;
    if (record == nullptr) continue;
    results_[payload.index()] = function.name + "_result";
    // Where results come through pointers, a tuple's members have one each.
    if (lists_ && record->tuple) returned_[payload.index()] = true;
  }
}

void AnonymousTypes::place(TypeId id, const std::string& name, bool inside) {
  if (!id) return;
  const model::Type& type = model_.types[id];
  places_.emplace(id.index(), name);
  if (inside && is_any<model::List, model::Buffer>(type)) inner_lists_[id.index()] = true;
  if (const auto* list = std::get_if<model::List>(&type.shape)) return place(list->element, name, true);
  if (const auto* pointer = std::get_if<model::Pointer>(&type.shape)) return place(pointer->pointee, name, true);
  if (const auto* buffer = std::get_if<model::Buffer>(&type.shape)) return place(buffer->element, name, true);
  if (const auto* record = std::get_if<model::Record>(&type.shape)) {
    for (const model::Field& field : record->fields) place(field.type, name + "_" + field.name, true);
  } else if (const auto* variant = std::get_if<model::Variant>(&type.shape)) {
    for (const model::Case& c : variant->cases) place(c.payload, name + "_" + c.name, true);
  } else if (const auto* overlay = std::get_if<model::Union>(&type.shape)) {
    for (const model::Field& member : overlay->members) place(member.type, name + "_" + member.name, true);
  }
}

std::string AnonymousTypes::structure_of(TypeId id) const {
  if (!id) return "()";
  const model::Type& type = model_.types[id];
  if (const auto* primitive = std::get_if<model::Primitive>(&type.shape))
    return primitive_names[static_cast<std::size_t>(*primitive)];
  if (const auto* alias = std::get_if<model::Alias>(&type.shape))
    return "$" + model_.definitions[alias->definition].name;
  if (is_any<model::Bool>(type)) return "bool";
  if (const auto* list = std::get_if<model::List>(&type.shape))
    return fmt::format("(list {})", structure_of(list->element));
  if (const auto* pointer = std::get_if<model::Pointer>(&type.shape)) {
    return fmt::format("({} {})", pointer->constant ? "const_pointer" : "pointer", structure_of(pointer->pointee));
  }
  if (const auto* buffer = std::get_if<model::Buffer>(&type.shape)) {
    return fmt::format("({} {})", buffer->out ? "out-buffer" : "in-buffer", structure_of(buffer->element));
  }
  if (const auto* handle = std::get_if<model::Handle>(&type.shape)) {
    return handle->resource ? fmt::format("(handle ${})", model_.resources[handle->resource].name) : "(handle)";
  }
  const auto* record = std::get_if<model::Record>(&type.shape);
  const auto* variant = std::get_if<model::Variant>(&type.shape);
  using Form = model::Variant::Form;
  if (record != nullptr && record->tuple && !results_.contains(id.index())) {
    std::string name = "(tuple";
    for (const model::Field& field : record->fields) name += " " + structure_of(field.type);
    return name + ")";
  }
  if (variant != nullptr && variant->form == Form::option)
    return fmt::format("(option {})", structure_of(variant->cases.back().payload));
  if (variant != nullptr && variant->form == Form::expected) {
    return fmt::format("(expected {} (error {}))", structure_of(variant->cases[0].payload),
                       structure_of(variant->cases[1].payload));
  }
  return places_.at(id.index());
}

std::optional<AnonymousName> AnonymousTypes::name_of(TypeId id) const {
  const model::Type& type = model_.types[id];
  if (is_any<model::List, model::Buffer>(type)) {
    if (!lists_ || !inner_lists_.contains(id.index())) return {};
    std::string key = structure_of(id);
    return AnonymousName{.name = key == "(list char)" ? "string" : key, .key = key};
  }
  if (!is_any<model::Enum, model::Int, model::Flags, model::Record, model::Variant, model::Union, model::Handle>(type))
    return {};
  if (const auto* handle = std::get_if<model::Handle>(&type.shape); handle != nullptr && handle->resource) return {};
  if (returned_.contains(id.index())) return {};
  if (const auto result = results_.find(id.index()); result != results_.end())
    return AnonymousName{.name = result->second, .key = {}};
  std::string name = structure_of(id);
  std::string key = name.starts_with('(') ? name : std::string();
  return AnonymousName{.name = std::move(name), .key = std::move(key)};
}

}  // namespace view
