// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <variant>

#include "model/types.h"

namespace diff {

// How a type holds a part of it.
enum class Via : unsigned char {
  // The part's bytes are among its own.
  value,
  // Behind an address, to be read by the other side.
  reference,
  // Behind an address through which either side may write.
  mutable_pointer,
  // Behind an address, written by whoever receives the buffer.
  out_buffer,
};

// Calls visit(TypeId, Via) for the direct parts of a type. What an alias names is its only part.
template <typename Visit>
void for_each_part(const model::Model& model, const model::Type::Shape& shape, Visit visit) {
  const auto fields = [&visit](const std::vector<model::Field>& list) {
    for (const model::Field& field : list) visit(field.type, Via::value);
  };
  if (const auto* alias = std::get_if<model::Alias>(&shape)) {
    visit(model.definitions[alias->definition].type, Via::value);
  } else if (const auto* record = std::get_if<model::Record>(&shape)) {
    fields(record->fields);
  } else if (const auto* u = std::get_if<model::Union>(&shape)) {
    fields(u->members);
  } else if (const auto* variant = std::get_if<model::Variant>(&shape)) {
    if (variant->tag) visit(variant->tag, Via::value);
    for (const model::Case& c : variant->cases) {
      if (c.payload) visit(c.payload, Via::value);
    }
  } else if (const auto* list = std::get_if<model::List>(&shape)) {
    visit(list->element, Via::reference);
  } else if (const auto* pointer = std::get_if<model::Pointer>(&shape)) {
    visit(pointer->pointee, pointer->constant ? Via::reference : Via::mutable_pointer);
  } else if (const auto* buffer = std::get_if<model::Buffer>(&shape)) {
    visit(buffer->element, buffer->out ? Via::out_buffer : Via::reference);
  }
}

}  // namespace diff
