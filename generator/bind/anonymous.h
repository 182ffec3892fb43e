// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names for types that have none in the specification. Options, expecteds and tuples are named after what they hold, so that
// equal ones are one type; all others after the place where they stand.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "model/types.h"

namespace bind {

struct AnonymousName {
  // As the specification would write or name it: "(option $fd)", "fd_write_result".
  std::string name;
  // Equal for types that may be one declaration; empty when it may not be shared.
  std::string key;
};

class AnonymousTypes {
 public:
  // `lists`: lists, strings and buffers inside other types need names too. `by_pointers`: functions have a pointer for each result,
  // and no tuple holds them.
  AnonymousTypes(const model::Model& model, bool lists, bool by_pointers);

  // Nothing, if the type needs no declaration of its own where it stands.
  [[nodiscard]] std::optional<AnonymousName> name_of(model::TypeId id) const;

 private:
  // `inside`: of another type, or of what a function returns.
  void place(model::TypeId id, const std::string& name, bool inside);
  void place_function(const model::Function& function);
  [[nodiscard]] AnonymousName declared(model::TypeId id) const;
  // Unambiguous: what is named after its place begins with no parenthesis.
  [[nodiscard]] std::string structure_of(model::TypeId id) const;

  const model::Model& model_;
  // Where an undefined type stands first, by the index of its Id.
  std::unordered_map<std::size_t, std::string> places_;
  // Tuples that hold what a function returns, and are named after it.
  std::unordered_map<std::size_t, std::string> results_;
  // Expecteds that are only returned.
  std::unordered_map<std::size_t, bool> returned_;
  bool lists_;
  bool by_pointers_;
  // Lists, strings and buffers that are not simply parameters.
  std::unordered_map<std::size_t, bool> inner_lists_;
};

}  // namespace bind
