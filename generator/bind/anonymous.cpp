// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/anonymous.h"

#include <fmt/format.h>

#include <string_view>
#include <variant>

#include "model/match.h"
#include "model/spell.h"

namespace bind {
namespace {

using model::OneOf;
using model::TypeId;

// Whether the type is an `expected` that exists only as what a function returns: it is not declared.
bool is_plain_result(const model::Model& model, const model::Function& function, std::size_t index) {
  if (function.convention == model::Convention::flat) return false;
  return std::holds_alternative<model::Variant>(model.types[function.results[index].type].shape) &&
         model::as_expected(model, function.results[index].type) != nullptr;
}

}  // namespace

AnonymousTypes::AnonymousTypes(const model::Model& model, bool lists, bool by_pointers)
    : model_(model), lists_(lists), by_pointers_(by_pointers) {
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
    if (by_pointers_ && record->tuple) returned_[payload.index()] = true;
  }
}

void AnonymousTypes::place(TypeId id, const std::string& name, bool inside) {
  if (!id) return;
  places_.emplace(id.index(), name);
  const auto place_fields = [&](const std::vector<model::Field>& fields) {
    for (const model::Field& field : fields) place(field.type, name + "_" + field.name, true);
  };
  model::match(
      model_.types[id].shape,
      [&](const OneOf<model::List, model::Buffer> auto& list) {
        if (inside) inner_lists_[id.index()] = true;
        place(list.element, name, true);
      },
      [&](const model::Pointer& pointer) { place(pointer.pointee, name, true); },
      [&](const model::Record& record) { place_fields(record.fields); },
      [&](const model::Union& overlay) { place_fields(overlay.members); },
      [&](const model::Variant& variant) {
        for (const model::Case& c : variant.cases) place(c.payload, name + "_" + c.name, true);
      },
      [](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int, model::Flags,
                     model::Handle> auto&) {});
}

std::string AnonymousTypes::structure_of(TypeId id) const {
  if (!id) return "()";
  using Form = model::Variant::Form;
  const auto placed = [&] { return places_.at(id.index()); };
  return model::match(
      model_.types[id].shape, [](model::Primitive primitive) { return std::string(model::word(primitive)); },
      [&](const model::Alias& alias) { return "$" + model_.definitions[alias.definition].name; },
      [](const model::Bool&) { return std::string("bool"); },
      [&](const model::List& list) { return fmt::format("(list {})", structure_of(list.element)); },
      [&](const model::Pointer& pointer) {
        return fmt::format("({} {})", pointer.constant ? "const_pointer" : "pointer", structure_of(pointer.pointee));
      },
      [&](const model::Buffer& buffer) {
        return fmt::format("({} {})", buffer.out ? "out-buffer" : "in-buffer", structure_of(buffer.element));
      },
      [&](const model::Handle& handle) {
        return handle.resource ? fmt::format("(handle ${})", model_.resources[handle.resource].name)
                               : std::string("(handle)");
      },
      [&](const model::Record& record) {
        if (!record.tuple || results_.contains(id.index())) return placed();
        std::string name = "(tuple";
        for (const model::Field& field : record.fields) name += " " + structure_of(field.type);
        return name + ")";
      },
      [&](const model::Variant& variant) {
        const auto payload = [&](std::size_t i) { return structure_of(variant.cases[i].payload); };
        if (variant.form == Form::option) return fmt::format("(option {})", payload(variant.cases.size() - 1));
        if (variant.form == Form::expected) return fmt::format("(expected {} (error {}))", payload(0), payload(1));
        return placed();
      },
      [&](const OneOf<model::Unknown, model::Enum, model::Int, model::Flags, model::Union> auto&) { return placed(); });
}

// Of what needs a declaration wherever it stands.
AnonymousName AnonymousTypes::declared(TypeId id) const {
  if (const auto result = results_.find(id.index()); result != results_.end())
    return {.name = result->second, .key = {}};
  std::string name = structure_of(id);
  std::string key = name.starts_with('(') ? name : std::string();
  return {.name = std::move(name), .key = std::move(key)};
}

std::optional<AnonymousName> AnonymousTypes::name_of(TypeId id) const {
  using Answer = std::optional<AnonymousName>;
  const auto own = [&]() -> Answer { return returned_.contains(id.index()) ? Answer() : declared(id); };
  return model::match(
      model_.types[id].shape,
      [&](const OneOf<model::List, model::Buffer> auto&) -> Answer {
        if (!lists_ || !inner_lists_.contains(id.index())) return {};
        std::string key = structure_of(id);
        return AnonymousName{.name = key == "(list char)" ? "string" : key, .key = key};
      },
      [&](const OneOf<model::Enum, model::Int, model::Flags, model::Record, model::Variant, model::Union> auto&)
          -> Answer { return own(); },
      [&](const model::Handle& handle) -> Answer { return handle.resource ? Answer() : own(); },
      [](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Pointer> auto&) -> Answer {
        return {};
      });
}

}  // namespace bind
