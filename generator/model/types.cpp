// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/types.h"

namespace model {

const Type& resolved(const Model& model, TypeId id) {
  const Type& type = model.types[id];
  const auto* alias = std::get_if<Alias>(&type.shape);
  return alias != nullptr ? model.types[alias->target] : type;
}

const Variant* as_expected(const Model& model, TypeId id) {
  const auto* variant = std::get_if<Variant>(&resolved(model, id).shape);
  const bool matches = variant != nullptr && variant->cases.size() == 2 && variant->cases[0].name == "ok" &&
                       variant->cases[1].name == "err";
  return matches ? variant : nullptr;
}

}  // namespace model
