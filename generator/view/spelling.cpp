// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/spelling.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <variant>

#include "view/markdown.h"

namespace view {
namespace {

using model::Core;
using model::Primitive;
using model::TypeId;

struct PrimitiveNames {
  std::string_view cpp;
  std::string_view c;
  std::string_view witx;
};
// In the order of model::Primitive.
constexpr std::array<PrimitiveNames, 13> primitives{{
    {"witx::u8", "uint8_t", "u8"},
    {"witx::u16", "uint16_t", "u16"},
    {"witx::u32", "uint32_t", "u32"},
    {"witx::u64", "uint64_t", "u64"},
    {"witx::s8", "int8_t", "s8"},
    {"witx::s16", "int16_t", "s16"},
    {"witx::s32", "int32_t", "s32"},
    {"witx::s64", "int64_t", "s64"},
    {"witx::f32", "float", "f32"},
    {"witx::f64", "double", "f64"},
    {"char32_t", "uint32_t", "char"},
    {"char", "char", "(@witx char8)"},
    {"witx::usize", "size_t", "(@witx usize)"},
}};

const PrimitiveNames& names_of(Primitive primitive) { return primitives[static_cast<std::size_t>(primitive)]; }

bool is_signed(Primitive primitive) {
  return primitive == Primitive::s8 || primitive == Primitive::s16 || primitive == Primitive::s32 ||
         primitive == Primitive::s64;
}

bool is_character(const model::Type::Shape& shape) {
  const auto* primitive = std::get_if<Primitive>(&shape);
  return primitive != nullptr && (*primitive == Primitive::char_ || *primitive == Primitive::char8);
}

}  // namespace

std::string constant(const std::string& type) { return type.ends_with('*') ? type + " const" : "const " + type; }

std::string Spelling::repr(model::Repr repr) const {
  const PrimitiveNames& names = primitives[static_cast<std::size_t>(repr)];
  if (tongue_ == Tongue::markdown) return fmt::format("`{}`", names.witx);
  return std::string(tongue_ == Tongue::c ? names.c : names.cpp);
}

// In C as wasi-libc's users know it.
std::string Spelling::handle() const { return tongue_ == Tongue::c ? "int" : repr(model::Repr::u32); }

bool Spelling::is_text(TypeId id) const {
  const auto* list = std::get_if<model::List>(&shape(id));
  return list != nullptr && is_character(shape(list->element));
}

bool Spelling::is_list(TypeId id) const {
  return std::holds_alternative<model::List>(shape(id)) || std::holds_alternative<model::Buffer>(shape(id));
}

bool Spelling::is_aggregate(TypeId id) const {
  return std::holds_alternative<model::Record>(shape(id)) || std::holds_alternative<model::Variant>(shape(id)) ||
         std::holds_alternative<model::Union>(shape(id));
}

std::string Spelling::element(TypeId id) const {
  if (is_text(id)) return "const char";
  if (const auto* list = std::get_if<model::List>(&shape(id))) return constant(type(list->element));
  if (const auto* buffer = std::get_if<model::Buffer>(&shape(id)))
    return buffer->out ? type(buffer->element) : constant(type(buffer->element));
  return {};
}

std::string Spelling::type(TypeId id) const {
  if (tongue_ == Tongue::markdown) return markdown_type(model_, id);
  if (const Declaration* declaration = outline_.find(id)) return declaration->name.identifier;
  const model::Type::Shape& own = model_.types[id].shape;
  if (const auto* alias = std::get_if<model::Alias>(&own)) return type(model_.definitions[alias->definition].type);
  return target(id);
}

std::string Spelling::target(TypeId id) const {
  if (tongue_ == Tongue::markdown) return markdown_target(model_, id);
  const model::Type::Shape& own = model_.types[id].shape;
  if (const auto* alias = std::get_if<model::Alias>(&own)) return type(model_.definitions[alias->definition].type);
  if (const auto* primitive = std::get_if<Primitive>(&own))
    return std::string(tongue_ == Tongue::c ? names_of(*primitive).c : names_of(*primitive).cpp);
  if (const auto* truth = std::get_if<model::Bool>(&own))
    return tongue_ == Tongue::c ? repr(truth->repr) : fmt::format("witx::Bool<{}>", repr(truth->repr));
  if (const auto* open = std::get_if<model::Int>(&own)) return repr(open->repr);
  if (is_text(id)) return "witx::Str";
  if (is_list(id)) return fmt::format("witx::Span<{}>", element(id));
  if (const auto* pointer = std::get_if<model::Pointer>(&own)) {
    const std::string pointee = type(pointer->pointee);
    return (pointer->constant ? constant(pointee) : pointee) + "*";
  }
  if (const auto* handle = std::get_if<model::Handle>(&own); handle != nullptr && handle->resource) {
    return outline_.find(handle->resource)->name.identifier;
  }
  // Everything else has a declaration.
  std::abort();
}

std::string Spelling::param(TypeId id) const {
  if (tongue_ == Tongue::markdown) return type(id);
  if (tongue_ == Tongue::c) return is_aggregate(id) ? constant(type(id)) + "*" : type(id);
  if (std::holds_alternative<model::Bool>(shape(id))) return "bool";
  return is_aggregate(id) ? "const " + type(id) + "&" : type(id);
}

std::string Spelling::carrier(Core core, TypeId id) const {
  switch (core) {
    case Core::f32: return "witx::f32";
    case Core::f64: return "witx::f64";
    case Core::i32:
    case Core::i64: break;
  }
  if (std::holds_alternative<model::Pointer>(shape(id))) return type(id);
  const auto* primitive = std::get_if<Primitive>(&shape(id));
  if (primitive != nullptr && *primitive == Primitive::usize) return "witx::usize";
  const bool negative = primitive != nullptr && is_signed(*primitive);
  if (core == Core::i64) return negative ? "witx::s64" : "witx::u64";
  return negative ? "witx::s32" : "witx::u32";
}

std::string Spelling::lowered(TypeId id, Core core, const std::string& value) const {
  const model::Type::Shape& s = shape(id);
  if (const auto* primitive = std::get_if<Primitive>(&s)) {
    // Integers widen by themselves.
    return is_character(s)
               ? fmt::format("static_cast<{}>({})", *primitive == Primitive::char8 ? "witx::u8" : "witx::u32", value)
               : value;
  }
  if (std::holds_alternative<model::Handle>(s)) return value + ".value";
  if (std::holds_alternative<model::Pointer>(s)) return value;
  const auto* open = std::get_if<model::Int>(&s);
  if (open != nullptr && (open->repr != model::Repr::u64 || core == Core::i64)) return value;
  return fmt::format("static_cast<{}>({})", carrier(core, id), value);
}

std::string Spelling::lifted(TypeId id, const std::string& value) const {
  const model::Type::Shape& s = shape(id);
  if (std::holds_alternative<model::Pointer>(s)) return value;
  if (const auto* primitive = std::get_if<Primitive>(&s)) {
    const bool same = *primitive == Primitive::u32 || *primitive == Primitive::u64 || *primitive == Primitive::s32 ||
                      *primitive == Primitive::s64 || *primitive == Primitive::f32 || *primitive == Primitive::f64 ||
                      *primitive == Primitive::usize;
    if (same) return value;
  }
  if (std::holds_alternative<model::Bool>(s)) return fmt::format("({}) != 0", value);
  if (std::holds_alternative<model::Handle>(s)) return fmt::format("{}({})", type(id), value);
  return fmt::format("static_cast<{}>({})", type(id), value);
}

std::string witx_type(const model::Model& model, TypeId id) {
  const model::Type::Shape& s = model.types[id].shape;
  if (const auto* primitive = std::get_if<Primitive>(&s)) return std::string(names_of(*primitive).witx);
  if (const auto* alias = std::get_if<model::Alias>(&s)) return "$" + model.definitions[alias->definition].name;
  if (std::holds_alternative<model::Bool>(s)) return "bool";
  if (const auto* list = std::get_if<model::List>(&s)) {
    if (std::holds_alternative<Primitive>(model.types[list->element].shape) &&
        std::get<Primitive>(model.types[list->element].shape) == Primitive::char_) {
      return "string";
    }
    return fmt::format("(list {})", witx_type(model, list->element));
  }
  if (const auto* pointer = std::get_if<model::Pointer>(&s)) {
    return fmt::format("(@witx {} {})", pointer->constant ? "const_pointer" : "pointer",
                       witx_type(model, pointer->pointee));
  }
  if (const auto* buffer = std::get_if<model::Buffer>(&s)) {
    return fmt::format("({} {})", buffer->out ? "out-buffer" : "in-buffer", witx_type(model, buffer->element));
  }
  if (const auto* handle = std::get_if<model::Handle>(&s)) {
    return handle->resource ? fmt::format("(handle ${})", model.resources[handle->resource].name) : "(handle)";
  }
  if (const auto* variant = std::get_if<model::Variant>(&s)) {
    const auto part = [&](TypeId payload) { return payload ? " " + witx_type(model, payload) : std::string(); };
    if (variant->form == model::Variant::Form::option)
      return fmt::format("(option{})", part(variant->cases.back().payload));
    if (variant->form == model::Variant::Form::expected) {
      return fmt::format("(expected{} (error{}))", part(variant->cases[0].payload), part(variant->cases[1].payload));
    }
    return "(variant ...)";
  }
  if (const auto* record = std::get_if<model::Record>(&s)) {
    if (!record->tuple) return "(record ...)";
    std::string text = "(tuple";
    for (const model::Field& field : record->fields) text += " " + witx_type(model, field.type);
    return text + ")";
  }
  if (std::holds_alternative<model::Enum>(s)) return "(enum ...)";
  return std::holds_alternative<model::Flags>(s)   ? "(flags ...)"
         : std::holds_alternative<model::Union>(s) ? "(union ...)"
                                                   : "(int ...)";
}

}  // namespace view
