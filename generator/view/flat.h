// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The flat convention: a value taken apart into core values, and put together from them, as C++ expressions.
#pragma once

#include <string>
#include <vector>

#include "model/abi.h"
#include "model/types.h"
#include "view/outline.h"
#include "view/spelling.h"

namespace view {

// An expression whose type is the carrier of `core`: witx::u32, witx::u64, witx::f32, witx::f64.
struct Slot {
  model::Core core = model::Core::i32;
  std::string value;
};

class Flat {
 public:
  Flat(const model::Model& model, const Outline& outline, const Spelling& spelling)
      : model_(model), outline_(outline), spelling_(spelling) {}

  // `value`: an expression of the type.
  [[nodiscard]] std::vector<Slot> lower(model::TypeId id, const std::string& value) const;
  // An expression of the type, from as many slots as lower() gives, beginning at `next`, which is moved behind them.
  [[nodiscard]] std::string lift(model::TypeId id, const std::vector<Slot>& slots, std::size_t& next) const;

 private:
  [[nodiscard]] std::vector<Slot> lower_variant(const model::Variant& variant, const Declaration& declaration,
                                                const std::string& value) const;
  [[nodiscard]] std::string lift_variant(const model::Variant& variant, const Declaration& declaration,
                                         const std::vector<Slot>& slots, std::size_t& next) const;
  [[nodiscard]] std::string tag_value(const model::Variant& variant, const Declaration& declaration,
                                      std::size_t index) const;

  const model::Model& model_;
  const Outline& outline_;
  const Spelling& spelling_;
};

// `slot` in the carrier of another core type: bits are kept, integers widened with zeros.
[[nodiscard]] std::string converted(const Slot& slot, model::Core to);

}  // namespace view
