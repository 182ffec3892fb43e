// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a type is to a language that has integers, pointers and types of its own around integers, and how such a language
// spells it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bind/plan.h"

namespace backend {

// Behind all names.
enum class Nature : std::uint8_t {
  integer,
  // An enum, flags or a handle: an integer that has a type of its own.
  distinct,
  size,
  real,
  pointer,
  list,
  // A list of characters.
  text,
  // A record, variant or union.
  aggregate,
};

[[nodiscard]] Nature nature_of(const model::Model& model, model::TypeId id);

// Of a number: below zero, too.
[[nodiscard]] bool is_signed(const model::Model& model, model::TypeId id);

// Of a type of its own around an integer: the integer.
[[nodiscard]] model::Repr repr_of(const model::Model& model, model::TypeId id);

// Of a list or a buffer: the element; of a buffer that the callee fills: its elements change.
[[nodiscard]] model::TypeId element_of(const model::Model& model, model::TypeId id);
[[nodiscard]] bool is_filled(const model::Model& model, model::TypeId id);

// Whether there is a pointer in a value of the type; a list that is a parameter is none itself.
[[nodiscard]] bool carries_pointer(const model::Model& model, model::TypeId id);

// How a language writes types. All that is neither here nor a number has a declaration.
struct TypeWords {
  // In the order of model::Primitive, which begins with that of model::Repr.
  std::array<std::string_view, 13> primitives;
  std::string_view character;
  // In front of what is pointed to.
  std::string_view pointer;
  std::string_view constant_pointer;
  // Where an import's parameters stand that do not fit in its line.
  std::size_t import_indent;
  // An expression of the type, made of that of an integer.
  std::string (*from_number)(const bind::Plan& plan, model::TypeId id, const std::string& type,
                             std::string_view number);

  [[nodiscard]] std::string repr(model::Repr repr) const;
  // In memory: of a field, an element, a pointee.
  [[nodiscard]] std::string type(const bind::Plan& plan, model::TypeId id) const;
  // Of a definition's right-hand side: what it stands for, not its name.
  [[nodiscard]] std::string target(const bind::Plan& plan, model::TypeId id) const;
  // Of a list, string or buffer.
  [[nodiscard]] std::string element(const bind::Plan& plan, model::TypeId id) const;
  // What travels as a number, made of one.
  [[nodiscard]] std::string made_of(const bind::Plan& plan, model::TypeId id, std::string_view number) const {
    return from_number(plan, id, type(plan, id), number);
  }
};

}  // namespace backend
