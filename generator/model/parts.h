// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "model/match.h"
#include "model/types.h"

namespace model {

// How a type holds a part of it.
enum class Via : std::uint8_t {
  // The part's bytes are among its own.
  value,
  // The type that names the cases of a variant, whose bytes tell them apart.
  tag,
  // Behind an address, to be read by the other side.
  reference,
  // Behind an address through which either side may write.
  mutable_pointer,
  // Behind an address, written by whoever receives the buffer.
  out_buffer,
};

// Calls visit(TypeId, Via) for every type that `type` is directly made of: the type behind a name, elements, pointees, fields, tags,
// payloads; or visit(TypeId) for all but tags. All of them stand before `type` in the model, so that one pass over Model::types can
// compute what depends on parts.
template <typename Visit>
void each_part(const Type& type, Visit visit) {
  const auto part = [&visit](TypeId id, Via via) {
    if constexpr (std::is_invocable_v<Visit&, TypeId, Via>) {
      if (id) visit(id, via);
    } else {
      if (id && via != Via::tag) visit(id);
    }
  };
  match(
      type.shape, [&part](const Alias& alias) { part(alias.target, Via::value); },
      [&part](const Record& record) {
        for (const Field& field : record.fields) part(field.type, Via::value);
      },
      [&part](const Union& u) {
        for (const Field& member : u.members) part(member.type, Via::value);
      },
      [&part](const Variant& variant) {
        part(variant.tag, Via::tag);
        for (const Case& c : variant.cases) part(c.payload, Via::value);
      },
      [&part](const List& list) { part(list.element, Via::reference); },
      [&part](const Pointer& pointer) {
        part(pointer.pointee, pointer.constant ? Via::reference : Via::mutable_pointer);
      },
      [&part](const Buffer& buffer) { part(buffer.element, buffer.out ? Via::out_buffer : Via::reference); },
      [](const OneOf<Unknown, Primitive, Bool, Enum, Int, Flags, Handle> auto&) {});
}

// Calls visit(std::string_view what, const auto& members) with the members that the author of `type` named, and what one of them
// is called. Names in a tuple, in an expected and in a union of bare types are not the author's.
template <typename Visit>
void named_members(const Type& type, Visit visit) {
  match(
      type.shape, [&visit](const Enum& e) { visit(std::string_view("case"), e.cases); },
      [&visit](const Int& i) { visit(std::string_view("constant"), i.constants); },
      [&visit](const Flags& f) { visit(std::string_view("flag"), f.flags); },
      [&visit](const Union& u) { visit(std::string_view("member"), u.members); },
      [&visit](const Record& record) {
        if (!record.tuple) visit(std::string_view("field"), record.fields);
      },
      [&visit](const Variant& variant) {
        if (variant.form == Variant::Form::variant) visit(std::string_view("case"), variant.cases);
      },
      [](const OneOf<Unknown, Primitive, Alias, Bool, List, Pointer, Handle, Buffer> auto&) {});
}

}  // namespace model
