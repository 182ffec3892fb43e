// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether one type can stand in for another: the relation that the published suite of witx asserts. It compares what values mean
// (names, positions, tags), not the bytes in which they lie, and follows the names to the types behind them.
#pragma once

#include <cstdint>

#include "model/types.h"

namespace model {

enum class Representation : std::uint8_t { equal, superset, different };

// A type of some model.
struct TypeOf {
  const Model& model;
  TypeId type;
};

// equal: each type holds every value of the other. superset: `by` holds every value of `type`, and more. different: neither, or
// `type` holds values that `by` does not. Both models must be without errors.
//
// Unsigned integers widen; a variant or an enum may gain cases behind those it has, and a case may gain a payload. Records,
// flags among them, have the same members in the same order; a flag is a member that is a bool. Handles are all alike.
[[nodiscard]] Representation representable(const TypeOf& type, const TypeOf& by);

}  // namespace model
