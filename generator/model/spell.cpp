// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/spell.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "model/match.h"

namespace model {
namespace {

// In the order of Primitive, which begins with that of Repr.
constexpr std::array<std::string_view, 13> primitives{"u8",  "u16", "u32", "u64",  "s8",    "s16",  "s32",
                                                      "s64", "f32", "f64", "char", "char8", "usize"};

std::string variant_type(const Model& model, const Variant& variant) {
  const auto part = [&](TypeId payload) { return payload ? " " + witx_type(model, payload) : std::string(); };
  switch (variant.form) {
    case Variant::Form::option: return fmt::format("(option{})", part(variant.cases.back().payload));
    case Variant::Form::expected:
      return fmt::format("(expected{} (error{}))", part(variant.cases[0].payload), part(variant.cases[1].payload));
    case Variant::Form::variant:
    case Variant::Form::union_: break;
  }
  return "(variant ...)";
}

}  // namespace

std::string_view word(Primitive primitive) { return primitives[static_cast<std::size_t>(primitive)]; }
std::string_view word(Repr repr) { return primitives[static_cast<std::size_t>(repr)]; }

std::string witx_type(const Model& model, TypeId id) {
  return match(
      model.types[id].shape, [](const Unknown&) { return std::string("?"); },
      [](Primitive primitive) {
        const bool annotated = primitive == Primitive::char8 || primitive == Primitive::usize;
        return annotated ? fmt::format("(@witx {})", word(primitive)) : std::string(word(primitive));
      },
      [&](const Alias& alias) { return "$" + model.definitions[alias.definition].name; },
      [](const Bool&) { return std::string("bool"); }, [](const Enum&) { return std::string("(enum ...)"); },
      [](const Int&) { return std::string("(int ...)"); }, [](const Flags&) { return std::string("(flags ...)"); },
      [&](const Record& record) {
        if (!record.tuple) return std::string("(record ...)");
        std::string text = "(tuple";
        for (const Field& field : record.fields) text += " " + witx_type(model, field.type);
        return text + ")";
      },
      [&](const Variant& variant) { return variant_type(model, variant); },
      [](const Union&) { return std::string("(union ...)"); },
      [&](const List& list) {
        const auto* element = std::get_if<Primitive>(&model.types[list.element].shape);
        const bool text = element != nullptr && *element == Primitive::char_;
        return text ? "string" : fmt::format("(list {})", witx_type(model, list.element));
      },
      [&](const Pointer& pointer) {
        return fmt::format("(@witx {} {})", pointer.constant ? "const_pointer" : "pointer",
                           witx_type(model, pointer.pointee));
      },
      [&](const Handle& handle) {
        return handle.resource ? fmt::format("(handle ${})", model.resources[handle.resource].name)
                               : std::string("(handle)");
      },
      [&](const Buffer& buffer) {
        return fmt::format("({} {})", buffer.out ? "out-buffer" : "in-buffer", witx_type(model, buffer.element));
      });
}

}  // namespace model
