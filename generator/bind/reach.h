// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What some functions of a document need of its types.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "bind/outline.h"
#include "model/layout.h"
#include "model/types.h"

namespace bind {

struct Reach {
  // By Id: whether it is needed.
  std::vector<bool> types;
  std::vector<bool> resources;
};

enum class Depth : std::uint8_t {
  // What the imports themselves point to: values travel as integers.
  raw,
  // That, and the types that name values: enums, flags, integers with constants.
  raw_and_values,
  // All that parameters and results are made of.
  typed,
};

// Whether `only` has the function, as FUNCTION or MODULE::FUNCTION; an empty one has all.
[[nodiscard]] bool is_asked_for(const std::set<std::string>& only, const model::Module& module,
                                const model::Function& function);

// `only`: functions, as above; empty: all functions, all types. `names`: which types have constants.
[[nodiscard]] Reach reach_of(const model::Model& model, const model::Layouts& layouts, const Outline& names,
                             const std::set<std::string>& only, Depth depth);

}  // namespace bind
