// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/c/spelling.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "bind/forms.h"
#include "model/match.h"

namespace backend::c {
namespace {

using model::Core;
using model::OneOf;
using model::Primitive;
using model::TypeId;

// In the order of model::Primitive, which begins with that of model::Repr.
constexpr std::array<std::string_view, 13> primitives{
    "uint8_t", "uint16_t", "uint32_t", "uint64_t", "int8_t", "int16_t", "int32_t",
    "int64_t", "float",    "double",   "uint32_t", "char",   "size_t",
};

// What has a declaration wherever it stands is never spelled out.
[[noreturn]] std::string declared() { std::abort(); }

}  // namespace

std::string constant(const std::string& type) { return type.ends_with('*') ? type + " const" : "const " + type; }

std::string repr(model::Repr repr) { return std::string(primitives[static_cast<std::size_t>(repr)]); }

const char* core_name(Core core, bool is_signed) {
  switch (core) {
    case Core::i32: return is_signed ? "int32_t" : "uint32_t";
    case Core::i64: return is_signed ? "int64_t" : "uint64_t";
    case Core::f32: return "float";
    case Core::f64: return "double";
  }
  std::abort();
}

std::string Spelling::type(TypeId id) const {
  const bind::Declaration* declaration = outline_.find(id);
  return declaration != nullptr ? declaration->name.identifier : target(id);
}

std::string Spelling::target(TypeId id) const {
  return model::match(
      model_.types[id].shape,
      [](Primitive primitive) { return std::string(primitives[static_cast<std::size_t>(primitive)]); },
      [&](const model::Alias& alias) { return type(model_.definitions[alias.definition].type); },
      [](const OneOf<model::Bool, model::Int> auto& number) { return repr(number.repr); },
      [&](const model::Pointer& pointer) {
        const std::string pointee = type(pointer.pointee);
        return (pointer.constant ? constant(pointee) : pointee) + "*";
      },
      [&](const model::Handle& handle) {
        return handle.resource ? outline_.find(handle.resource)->name.identifier : declared();
      },
      // A declaration of one is a struct, and a parameter has two.
      [](const OneOf<model::List, model::Buffer> auto&) { return std::string(); },
      [](const OneOf<model::Unknown, model::Enum, model::Flags, model::Record, model::Variant, model::Union> auto&) {
        return declared();
      });
}

std::string Spelling::element(TypeId id) const {
  if (bind::is_text(model_, id)) return "const char";
  const model::Type::Shape& shape = model::resolved(model_, id).shape;
  if (const auto* list = std::get_if<model::List>(&shape)) return constant(type(list->element));
  const auto& buffer = std::get<model::Buffer>(shape);
  return buffer.out ? type(buffer.element) : constant(type(buffer.element));
}

std::string Spelling::carrier(Core core, TypeId id) const {
  const model::Type::Shape& shape = model::resolved(model_, id).shape;
  if (std::holds_alternative<model::Pointer>(shape)) return type(id);
  const auto* primitive = std::get_if<Primitive>(&shape);
  const bool size = primitive != nullptr && *primitive == Primitive::usize;
  return size ? "size_t" : core_name(core, true);
}

}  // namespace backend::c
