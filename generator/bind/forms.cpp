// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/forms.h"

#include <type_traits>
#include <variant>

#include "model/match.h"

namespace bind {
namespace {

using model::OneOf;
using model::TypeId;

const model::Type::Shape& shape_of(const model::Model& model, TypeId id) { return model::resolved(model, id).shape; }

bool is_slice(const model::Model& model, const model::Record& record) {
  if (record.fields.size() != 2) return false;
  const auto* pointer = std::get_if<model::Pointer>(&shape_of(model, record.fields[0].type));
  if (pointer == nullptr) return false;
  const auto* pointee = std::get_if<model::Primitive>(&shape_of(model, pointer->pointee));
  const auto* length = std::get_if<model::Primitive>(&shape_of(model, record.fields[1].type));
  return pointee != nullptr && *pointee == model::Primitive::u8 && length != nullptr &&
         (*length == model::Primitive::u32 || *length == model::Primitive::usize);
}

// Whether the type behind all names has one of these forms.
template <typename... Forms>
bool is_one_of(const model::Model& model, TypeId id) {
  return (std::holds_alternative<Forms>(shape_of(model, id)) || ...);
}

}  // namespace

Form form_of(const model::Model& model, const Declaration& declaration) {
  if (declaration.resource) return Form::handle;
  return model::match(
      model.types[declaration.type].shape,
      [](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::List, model::Pointer,
                     model::Buffer> auto&) { return Form::alias; },
      [](const model::Enum&) { return Form::enumeration; }, [](const model::Int&) { return Form::integer; },
      [](const model::Flags&) { return Form::flags; },
      [&](const model::Record& record) { return is_slice(model, record) ? Form::slice : Form::record; },
      [](const model::Variant&) { return Form::variant; }, [](const model::Union&) { return Form::overlay; },
      [](const model::Handle& handle) { return handle.resource ? Form::alias : Form::handle; });
}

std::uint64_t known_bits(std::span<const model::Value> flags) {
  std::uint64_t bits = 0;
  for (const model::Value& flag : flags) bits |= std::uint64_t{1} << flag.value;
  return bits;
}

bool is_structural(const model::Model& model, const Declaration& declaration) {
  if (declaration.definition || declaration.resource) return false;
  return model::match(
      model.types[declaration.type].shape, [](const model::Record& record) { return record.tuple; },
      [](const model::Variant& variant) {
        return variant.form == model::Variant::Form::option || variant.form == model::Variant::Form::expected;
      },
      [](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int, model::Flags,
                     model::Union, model::List, model::Pointer, model::Handle, model::Buffer> auto&) { return false; });
}

const Declaration* tag_enum(const model::Model& model, const Outline& outline, const model::Variant& variant) {
  const bool named = variant.tag && is_one_of<model::Enum>(model, variant.tag);
  return named ? outline.find(behind_names(model, variant.tag)) : nullptr;
}

TypeId behind_names(const model::Model& model, TypeId id) {
  const auto* alias = std::get_if<model::Alias>(&model.types[id].shape);
  return alias == nullptr ? id : alias->target;
}

bool is_list(const model::Model& model, TypeId id) { return is_one_of<model::List, model::Buffer>(model, id); }

bool is_text(const model::Model& model, TypeId id) {
  const auto* list = std::get_if<model::List>(&shape_of(model, id));
  const auto* element = list == nullptr ? nullptr : std::get_if<model::Primitive>(&shape_of(model, list->element));
  return element != nullptr && (*element == model::Primitive::char_ || *element == model::Primitive::char8);
}

bool is_aggregate(const model::Model& model, TypeId id) {
  return is_one_of<model::Record, model::Variant, model::Union>(model, id);
}

bool has_named_values(const model::Model& model, TypeId id) {
  return is_one_of<model::Enum, model::Flags, model::Int>(model, id);
}

}  // namespace bind
