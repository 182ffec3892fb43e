// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <variant>

#include "model/parts.h"

namespace diff {

using model::Via;

// Calls visit(TypeId, Via) for the direct parts of a type, tags among them. What a name stands for may be a name, too: of a chain
// of names each is the only part of the one before.
template <typename Visit>
void each_part(const model::Model& model, model::TypeId id, Visit visit) {
  const model::Type& type = model.types[id];
  if (const auto* alias = std::get_if<model::Alias>(&type.shape)) {
    visit(model.definitions[alias->definition].type, Via::value);
  } else {
    model::each_part(type, visit);
  }
}

}  // namespace diff
