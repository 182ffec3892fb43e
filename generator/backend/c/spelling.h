// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

#include "bind/outline.h"
#include "model/abi.h"
#include "model/types.h"

namespace backend::c {

// How C writes the types of a model.
class Spelling {
 public:
  Spelling(const model::Model& model, const bind::Outline& outline) : model_(model), outline_(outline) {}

  // In memory: of a field, an element, a pointee; "__wasi_fd_t", "uint32_t".
  [[nodiscard]] std::string type(model::TypeId id) const;
  // The same of a definition's right-hand side: what it stands for, not its name.
  [[nodiscard]] std::string target(model::TypeId id) const;
  // The element of a list, string or buffer with its const.
  [[nodiscard]] std::string element(model::TypeId id) const;
  // The import's type for what travels as one value: core types, but for pointers and sizes of memory.
  [[nodiscard]] std::string carrier(model::Core core, model::TypeId id) const;

 private:
  const model::Model& model_;
  const bind::Outline& outline_;
};

// "uint16_t".
[[nodiscard]] std::string repr(model::Repr repr);
[[nodiscard]] const char* core_name(model::Core core, bool is_signed);

// The type made constant, pointers too: "const m_fd_t", "uint8_t* const".
[[nodiscard]] std::string constant(const std::string& type);

}  // namespace backend::c
