// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/spelling.h"

#include <algorithm>

#include "bind/forms.h"
#include "model/match.h"

namespace backend {
namespace {

using model::OneOf;
using model::Primitive;
using model::TypeId;

const model::Type::Shape& shape_of(const model::Model& model, TypeId id) { return model::resolved(model, id).shape; }

Nature nature_of(Primitive primitive) {
  switch (primitive) {
    case Primitive::usize: return Nature::size;
    case Primitive::f32:
    case Primitive::f64: return Nature::real;
    default: return Nature::integer;
  }
}

}  // namespace

Nature nature_of(const model::Model& model, TypeId id) {
  if (bind::is_text(model, id)) return Nature::text;
  return model::match(
      shape_of(model, id), [](Primitive primitive) { return nature_of(primitive); },
      [](const OneOf<model::Unknown, model::Alias, model::Bool, model::Int> auto&) { return Nature::integer; },
      [](const OneOf<model::Enum, model::Flags, model::Handle> auto&) { return Nature::distinct; },
      [](const model::Pointer&) { return Nature::pointer; },
      [](const OneOf<model::List, model::Buffer> auto&) { return Nature::list; },
      [](const OneOf<model::Record, model::Variant, model::Union> auto&) { return Nature::aggregate; });
}

bool is_signed(const model::Model& model, TypeId id) {
  const auto* primitive = std::get_if<Primitive>(&shape_of(model, id));
  return primitive != nullptr && *primitive >= Primitive::s8 && *primitive <= Primitive::s64;
}

model::Repr repr_of(const model::Model& model, TypeId id) {
  const model::Type::Shape& shape = shape_of(model, id);
  if (const auto* closed = std::get_if<model::Enum>(&shape)) return closed->repr;
  const auto* flags = std::get_if<model::Flags>(&shape);
  return flags == nullptr ? model::Repr::u32 : flags->repr;
}

TypeId element_of(const model::Model& model, TypeId id) {
  const model::Type::Shape& shape = shape_of(model, id);
  const auto* list = std::get_if<model::List>(&shape);
  return list != nullptr ? list->element : std::get<model::Buffer>(shape).element;
}

bool is_filled(const model::Model& model, TypeId id) {
  const auto* buffer = std::get_if<model::Buffer>(&shape_of(model, id));
  return buffer != nullptr && buffer->out;
}

bool carries_pointer(const model::Model& model, TypeId id) {
  const auto in = [&](TypeId part) {
    const Nature nature = nature_of(model, part);
    return nature == Nature::list || nature == Nature::text || carries_pointer(model, part);
  };
  const auto any = [&](const auto& members) {
    return std::any_of(members.begin(), members.end(), [&](const model::Field& member) { return in(member.type); });
  };
  return model::match(
      shape_of(model, id), [&](const model::Record& record) { return any(record.fields); },
      [&](const model::Union& overlay) { return any(overlay.members); },
      [&](const model::Variant& variant) {
        return std::any_of(variant.cases.begin(), variant.cases.end(),
                           [&](const model::Case& c) { return c.payload && in(c.payload); });
      },
      [&](const OneOf<model::List, model::Buffer> auto& list) { return in(list.element); },
      [](const model::Pointer&) { return true; },
      [](const OneOf<model::Unknown, Primitive, model::Alias, model::Bool, model::Enum, model::Int, model::Flags,
                     model::Handle> auto&) { return false; });
}

std::string TypeWords::repr(model::Repr repr) const { return std::string(primitives[static_cast<std::size_t>(repr)]); }

std::string TypeWords::type(const bind::Plan& plan, TypeId id) const {
  const bind::Declaration* declaration = plan.outline.find(id);
  return declaration != nullptr ? declaration->name.identifier : target(plan, id);
}

std::string TypeWords::target(const bind::Plan& plan, TypeId id) const {
  return model::match(
      plan.model.types[id].shape,
      [&](Primitive primitive) { return std::string(primitives[static_cast<std::size_t>(primitive)]); },
      [&](const model::Alias& alias) { return type(plan, plan.model.definitions[alias.definition].type); },
      [&](const OneOf<model::Bool, model::Int> auto& number) { return repr(number.repr); },
      [&](const model::Pointer& to) {
        return std::string(to.constant ? constant_pointer : pointer) + type(plan, to.pointee);
      },
      [&](const model::Handle& handle) {
        return handle.resource ? plan.outline.find(handle.resource)->name.identifier : std::string();
      },
      [](const OneOf<model::Unknown, model::Enum, model::Flags, model::Record, model::Variant, model::Union,
                     model::List, model::Buffer> auto&) { return std::string(); });
}

std::string TypeWords::element(const bind::Plan& plan, TypeId id) const {
  return bind::is_text(plan.model, id) ? std::string(character) : type(plan, element_of(plan.model, id));
}

}  // namespace backend
