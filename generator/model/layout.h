// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the bytes of a value lie in linear memory. Pure arithmetic on a model; the only room that knows sizes and offsets.
// The rules are those of C for records; a variant holds its tag first, then, at the strictest alignment of all payloads, the
// payload.
#pragma once

#include <cstdint>
#include <vector>

#include "model/types.h"

namespace model {

// The machine for which a layout is asked.
struct Target {
  // Bytes: 4, or 8 for wasm64.
  std::uint32_t pointer_size = 4;
};

// Of one value, in bytes: what an address of 32 bits can tell apart, and what compilers lay out where it has 64.
[[nodiscard]] constexpr std::uint64_t largest_size(Target target) {
  return (std::uint64_t{1} << (target.pointer_size == 8 ? 61U : 32U)) - 1;
}

struct Layout {
  // Bytes. An empty record has size 0 and alignment 1. A value of more than a number of 64 bits can count has its greatest
  // multiple of the alignment; what lies behind such a one has no place of its own.
  std::uint64_t size = 0;
  std::uint32_t align = 1;
  // Of a record or a C union: where each member begins. Of a variant: where each case's payload begins (the same for all).
  std::vector<std::uint64_t> offsets;
};

// The layout of every type of a model, indexed by TypeId. A model without errors has no type that contains itself.
class Layouts {
 public:
  Layouts(const Model& model, Target target);

  [[nodiscard]] const Layout& operator[](TypeId id) const { return layouts_[id.index()]; }
  [[nodiscard]] Target target() const { return target_; }

 private:
  Target target_;
  std::vector<Layout> layouts_;
};

// Of fields that lie one behind the other, as in a record.
[[nodiscard]] Layout record_layout(const std::vector<Field>& fields, const Layouts& layouts);

// The size of a record whose fields stand in the best order: the strictest alignment first.
[[nodiscard]] std::uint64_t smallest_size(const Record& record, const Layouts& layouts);

}  // namespace model
