// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string_view>
#include <type_traits>
#include <variant>

#include "model/types.h"

namespace model {

// Calls visit(TypeId) for every type that `type` is directly made of: the type behind a name, elements, pointees, fields,
// payloads. All of them stand before `type` in the model, so that one pass over Model::types can compute what depends on parts.
template <typename Visit>
void each_part(const Type& type, Visit visit) {
  std::visit(
      [&visit](const auto& shape) {
        using Shape = std::decay_t<decltype(shape)>;
        if constexpr (std::is_same_v<Shape, Alias>) {
          visit(shape.target);
        } else if constexpr (std::is_same_v<Shape, Record>) {
          for (const Field& field : shape.fields) visit(field.type);
        } else if constexpr (std::is_same_v<Shape, Union>) {
          for (const Field& member : shape.members) visit(member.type);
        } else if constexpr (std::is_same_v<Shape, Variant>) {
          for (const Case& c : shape.cases) {
            if (c.payload) visit(c.payload);
          }
        } else if constexpr (std::is_same_v<Shape, List> || std::is_same_v<Shape, Buffer>) {
          visit(shape.element);
        } else if constexpr (std::is_same_v<Shape, Pointer>) {
          visit(shape.pointee);
        } else {
          static_assert(std::is_same_v<Shape, Unknown> || std::is_same_v<Shape, Primitive> ||
                        std::is_same_v<Shape, Bool> || std::is_same_v<Shape, Enum> || std::is_same_v<Shape, Int> ||
                        std::is_same_v<Shape, Flags> || std::is_same_v<Shape, Handle>);
        }
      },
      type.shape);
}

// Calls visit(std::string_view what, const auto& members) with the members that the author of `type` named, and what one of them
// is called. Names in a tuple, in an expected and in a union of bare types are not the author's.
template <typename Visit>
void named_members(const Type& type, Visit visit) {
  if (const auto* e = std::get_if<Enum>(&type.shape)) visit(std::string_view("case"), e->cases);
  if (const auto* i = std::get_if<Int>(&type.shape)) visit(std::string_view("constant"), i->constants);
  if (const auto* f = std::get_if<Flags>(&type.shape)) visit(std::string_view("flag"), f->flags);
  if (const auto* u = std::get_if<Union>(&type.shape)) visit(std::string_view("member"), u->members);
  const auto* record = std::get_if<Record>(&type.shape);
  if (record != nullptr && !record->tuple) visit(std::string_view("field"), record->fields);
  const auto* variant = std::get_if<Variant>(&type.shape);
  if (variant != nullptr && variant->form == Variant::Form::variant) visit(std::string_view("case"), variant->cases);
}

}  // namespace model
