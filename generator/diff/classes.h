// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which types of two models are equal, aliases seen through. Each type gets a number; equal numbers, equal types. One pass over
// each model and no recursion, so that neither depth nor sharing costs anything.
#pragma once

#include <cstdint>
#include <vector>

#include "diff/changes.h"
#include "diff/pairs.h"
#include "model/layout.h"
#include "model/types.h"

namespace diff {

struct Classes {
  // Equal in everything but docs: kinds, names of members, values, widths.
  Two<std::vector<std::uint32_t>> meaning;
  // Equal where a definition and its counterpart count as one, however it has changed: of two members that are kin, one may be
  // the other under a new name.
  Two<std::vector<std::uint32_t>> kin;
  // Equal in the bytes alone: sizes, offsets, and what lies behind pointers.
  Two<std::vector<std::uint32_t>> bytes;
};

[[nodiscard]] Classes classify(Two<const model::Model*> models, Two<const model::Layouts*> layouts, const Pairs& pairs);

}  // namespace diff
