// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How C++ and C write the types of a model, and C++ values on their way to and from the core values of a call. The names come
// from the outline; the only room, beside templates, that knows either.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/abi.h"
#include "model/types.h"
#include "view/outline.h"

namespace view {

class Spelling {
 public:
  Spelling(const model::Model& model, const Outline& outline, Tongue tongue)
      : model_(model), outline_(outline), tongue_(tongue) {}

  // In memory: of a field, an element, a pointee; "Fd", "witx::u32", "witx::Span<const Ciovec>"; in C "__wasi_fd_t".
  [[nodiscard]] std::string type(model::TypeId id) const;
  // The same of a definition's right-hand side: what it stands for, not its name.
  [[nodiscard]] std::string target(model::TypeId id) const;
  // As a parameter of a typed function: aggregates by reference, bool as bool.
  [[nodiscard]] std::string param(model::TypeId id) const;
  // The element of a list, string or buffer with its const; empty for other types.
  [[nodiscard]] std::string element(model::TypeId id) const;

  // Whether a list, string or buffer; a record, variant or union.
  [[nodiscard]] bool is_list(model::TypeId id) const;
  [[nodiscard]] bool is_text(model::TypeId id) const;
  [[nodiscard]] bool is_aggregate(model::TypeId id) const;

  // "witx::u16", "uint16_t".
  [[nodiscard]] std::string repr(model::Repr repr) const;
  // What a handle is underneath.
  [[nodiscard]] std::string handle() const;

  // The integer, float or pointer that carries a scalar: "witx::u32", "const Event*".
  [[nodiscard]] std::string carrier(model::Core core, model::TypeId id) const;
  // `value`, an expression of type(id) or param(id), as its carrier.
  [[nodiscard]] std::string lowered(model::TypeId id, model::Core core, const std::string& value) const;
  // `value`, an expression of the carrier's type, as type(id).
  [[nodiscard]] std::string lifted(model::TypeId id, const std::string& value) const;

 private:
  [[nodiscard]] const model::Type::Shape& shape(model::TypeId id) const { return model::resolved(model_, id).shape; }

  const model::Model& model_;
  const Outline& outline_;
  Tongue tongue_;
};

// The type made constant, pointers too: "const Fd", "witx::u8* const".
[[nodiscard]] std::string constant(const std::string& type);

// The type as the specification writes it, such as "(list $ciovec)".
[[nodiscard]] std::string witx_type(const model::Model& model, model::TypeId id);

}  // namespace view
