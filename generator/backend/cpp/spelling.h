// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How C++ writes the types of a model, and values on their way to and from the core values of a call.
#pragma once

#include <string>
#include <string_view>

#include "bind/outline.h"
#include "model/abi.h"
#include "model/types.h"

namespace backend::cpp {

// Which parts of what generated headers share are spelled somewhere.
struct Spelled {
  bool span = false;
  bool str = false;
  bool boolean = false;
  bool out = false;
};

// What stands around an expression to make another of it.
struct Around {
  std::string before;
  std::string after;

  [[nodiscard]] std::string of(const std::string& value) const { return before + value + after; }
};

class Spelling {
 public:
  Spelling(const model::Model& model, const bind::Outline& outline) : model_(model), outline_(outline) {}

  // In memory: of a field, an element, a pointee; "Fd", "witx::u32", "witx::Span<const Ciovec>".
  [[nodiscard]] std::string type(model::TypeId id) const;
  // The same of a definition's right-hand side: what it stands for, not its name.
  [[nodiscard]] std::string target(model::TypeId id) const;
  // As a parameter of a typed function: aggregates by reference, bool as bool.
  [[nodiscard]] std::string param(model::TypeId id) const;
  // The element of a list, string or buffer with its const; empty for other types.
  [[nodiscard]] std::string element(model::TypeId id) const;

  // Notes what type() and target() are made of.
  void note_type(model::TypeId id, Spelled& spelled) const;
  void note_target(model::TypeId id, Spelled& spelled) const;

  // The integer, float or pointer that carries a scalar: "witx::u32", "const Event*".
  [[nodiscard]] std::string carrier(model::Core core, model::TypeId id) const;
  // `value`, an expression of type(id) or param(id), as its carrier.
  [[nodiscard]] std::string lowered(model::TypeId id, model::Core core, const std::string& value) const;
  // What makes type(id) of an expression of the carrier's type.
  [[nodiscard]] Around lifting(model::TypeId id) const;

 private:
  const model::Model& model_;
  const bind::Outline& outline_;
};

// "witx::u16".
[[nodiscard]] std::string repr(model::Repr repr);
// What carries a core value whatever it means: "witx::u32", "witx::f64".
[[nodiscard]] const char* carrier_of(model::Core core);

// The type made constant, pointers too: "const Fd", "witx::u8* const".
[[nodiscard]] std::string constant(const std::string& type);

}  // namespace backend::cpp
