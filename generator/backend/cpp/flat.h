// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The flat convention: a value taken apart into core values, and put together from them, as C++ expressions.
#pragma once

#include <string>
#include <vector>

#include "backend/cpp/spelling.h"
#include "bind/plan.h"
#include "model/abi.h"

namespace backend::cpp {

// An expression whose type is the carrier of `core`.
struct FlatValue {
  model::Core core = model::Core::i32;
  std::string value;
};

class Flat {
 public:
  Flat(const bind::Plan& plan, const Spelling& spelling) : plan_(plan), spelling_(spelling) {}

  // `value`: an expression of the type.
  [[nodiscard]] std::vector<FlatValue> lower(model::TypeId id, const std::string& value) const;
  // An expression of the type, from as many values as lower() gives, beginning at `next`, which is moved behind them.
  [[nodiscard]] std::string lift(model::TypeId id, const std::vector<FlatValue>& values, std::size_t& next) const;

 private:
  [[nodiscard]] const bind::Declaration& declaration_of(model::TypeId id) const;
  [[nodiscard]] std::vector<FlatValue> lower_variant(model::TypeId id, const model::Variant& variant,
                                                     const std::string& value) const;
  [[nodiscard]] std::string lift_variant(model::TypeId id, const model::Variant& variant,
                                         const std::vector<FlatValue>& values, std::size_t& next) const;
  [[nodiscard]] std::vector<model::Core> cores_of(model::TypeId id) const;

  const bind::Plan& plan_;
  const Spelling& spelling_;
};

// `value` in the carrier of another core type: bits are kept, integers widened with zeros.
[[nodiscard]] std::string converted(const FlatValue& value, model::Core to);

// The tag of a variant's case: "Kind::x", "V::Tag::x"; within the variant's own declaration "Tag::x".
[[nodiscard]] std::string tag_value(const bind::Plan& plan, const bind::Declaration& declaration,
                                    const model::Variant& variant, std::size_t index, bool inside);

}  // namespace backend::cpp
