// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/cpp/spelling.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "bind/forms.h"
#include "model/match.h"

namespace backend::cpp {
namespace {

using model::Core;
using model::OneOf;
using model::Primitive;
using model::TypeId;

// In the order of model::Primitive, which begins with that of model::Repr.
constexpr std::array<std::string_view, 13> primitives{
    "witx::u8",  "witx::u16", "witx::u32", "witx::u64", "witx::s8", "witx::s16",   "witx::s32",
    "witx::s64", "witx::f32", "witx::f64", "char32_t",  "char",     "witx::usize",
};

std::string name_of(Primitive primitive) { return std::string(primitives[static_cast<std::size_t>(primitive)]); }

// What a primitive needs on its way from and to what carries it.
enum class Passing : std::uint8_t {
  // Nothing at all.
  as_it_is,
  // Integers widen by themselves, and are cast when they come back.
  widened,
  // A character is not an integer.
  cast,
};

Passing passing_of(Primitive primitive) {
  switch (primitive) {
    case Primitive::u32:
    case Primitive::u64:
    case Primitive::s32:
    case Primitive::s64:
    case Primitive::f32:
    case Primitive::f64:
    case Primitive::usize: return Passing::as_it_is;
    case Primitive::u8:
    case Primitive::u16:
    case Primitive::s8:
    case Primitive::s16: return Passing::widened;
    case Primitive::char_:
    case Primitive::char8: return Passing::cast;
  }
  std::abort();
}

bool is_signed(Primitive primitive) { return primitive >= Primitive::s8 && primitive <= Primitive::s64; }

// What has a declaration wherever it stands is never spelled out.
[[noreturn]] std::string declared() { std::abort(); }

}  // namespace

std::string constant(const std::string& type) { return type.ends_with('*') ? type + " const" : "const " + type; }

std::string repr(model::Repr repr) { return std::string(primitives[static_cast<std::size_t>(repr)]); }

const char* carrier_of(Core core) {
  switch (core) {
    case Core::i32: return "witx::u32";
    case Core::i64: return "witx::u64";
    case Core::f32: return "witx::f32";
    case Core::f64: return "witx::f64";
  }
  std::abort();
}

std::string Spelling::element(TypeId id) const {
  if (bind::is_text(model_, id)) return "const char";
  const model::Type::Shape& shape = model::resolved(model_, id).shape;
  if (const auto* list = std::get_if<model::List>(&shape)) return constant(type(list->element));
  if (const auto* buffer = std::get_if<model::Buffer>(&shape))
    return buffer->out ? type(buffer->element) : constant(type(buffer->element));
  return {};
}

std::string Spelling::type(TypeId id) const {
  const bind::Declaration* declaration = outline_.find(id);
  return declaration != nullptr ? declaration->name.identifier : target(id);
}

std::string Spelling::target(TypeId id) const {
  return model::match(
      model_.types[id].shape, [](Primitive primitive) { return name_of(primitive); },
      [&](const model::Alias& alias) { return type(model_.definitions[alias.definition].type); },
      [](const model::Bool& truth) { return fmt::format("witx::Bool<{}>", repr(truth.repr)); },
      [](const model::Int& open) { return repr(open.repr); },
      [&](const OneOf<model::List, model::Buffer> auto&) {
        return bind::is_text(model_, id) ? std::string("witx::Str") : fmt::format("witx::Span<{}>", element(id));
      },
      [&](const model::Pointer& pointer) {
        const std::string pointee = type(pointer.pointee);
        return (pointer.constant ? constant(pointee) : pointee) + "*";
      },
      [&](const model::Handle& handle) {
        return handle.resource ? outline_.find(handle.resource)->name.identifier : declared();
      },
      [](const OneOf<model::Unknown, model::Enum, model::Flags, model::Record, model::Variant, model::Union> auto&) {
        return declared();
      });
}

void Spelling::note_type(TypeId id, Spelled& spelled) const {
  if (outline_.find(id) == nullptr) note_target(id, spelled);
}

void Spelling::note_target(TypeId id, Spelled& spelled) const {
  model::match(
      model_.types[id].shape,
      [&](const model::Alias& alias) { note_type(model_.definitions[alias.definition].type, spelled); },
      [&](const model::Bool&) { spelled.boolean = true; },
      [&](const OneOf<model::List, model::Buffer> auto& list) {
        const bool text = bind::is_text(model_, id);
        (text ? spelled.str : spelled.span) = true;
        if (!text) note_type(list.element, spelled);
      },
      [&](const model::Pointer& pointer) { note_type(pointer.pointee, spelled); },
      [](const OneOf<model::Unknown, Primitive, model::Int, model::Handle, model::Enum, model::Flags, model::Record,
                     model::Variant, model::Union> auto&) {});
}

std::string Spelling::param(TypeId id) const {
  if (std::holds_alternative<model::Bool>(model::resolved(model_, id).shape)) return "bool";
  return bind::is_aggregate(model_, id) ? "const " + type(id) + "&" : type(id);
}

std::string Spelling::carrier(Core core, TypeId id) const {
  if (core == Core::f32 || core == Core::f64) return carrier_of(core);
  const model::Type::Shape& shape = model::resolved(model_, id).shape;
  if (std::holds_alternative<model::Pointer>(shape)) return type(id);
  const auto* primitive = std::get_if<Primitive>(&shape);
  if (primitive == nullptr) return carrier_of(core);
  if (*primitive == Primitive::usize) return name_of(*primitive);
  if (!is_signed(*primitive)) return carrier_of(core);
  return name_of(core == Core::i64 ? Primitive::s64 : Primitive::s32);
}

std::string Spelling::lowered(TypeId id, Core core, const std::string& value) const {
  const auto cast = [&] { return fmt::format("static_cast<{}>({})", carrier(core, id), value); };
  return model::match(
      model::resolved(model_, id).shape,
      [&](Primitive primitive) {
        if (passing_of(primitive) != Passing::cast) return value;
        const Primitive number = primitive == Primitive::char8 ? Primitive::u8 : Primitive::u32;
        return fmt::format("static_cast<{}>({})", name_of(number), value);
      },
      [&](const model::Handle&) { return value + ".value"; }, [&](const model::Pointer&) { return value; },
      [&](const model::Int& open) { return open.repr != model::Repr::u64 || core == Core::i64 ? value : cast(); },
      [&](const OneOf<model::Unknown, model::Alias, model::Bool, model::Enum, model::Flags, model::Record,
                      model::Variant, model::Union, model::List, model::Buffer> auto&) { return cast(); });
}

Around Spelling::lifting(TypeId id) const {
  const auto cast = [&] { return Around{.before = fmt::format("static_cast<{}>(", type(id)), .after = ")"}; };
  return model::match(
      model::resolved(model_, id).shape, [](const model::Pointer&) { return Around(); },
      [&](Primitive primitive) { return passing_of(primitive) == Passing::as_it_is ? Around() : cast(); },
      [](const model::Bool&) { return Around{.before = "(", .after = ") != 0"}; },
      [&](const model::Handle&) { return Around{.before = type(id) + "(", .after = ")"}; },
      [&](const OneOf<model::Unknown, model::Alias, model::Enum, model::Int, model::Flags, model::Record,
                      model::Variant, model::Union, model::List, model::Buffer> auto&) { return cast(); });
}

}  // namespace backend::cpp
