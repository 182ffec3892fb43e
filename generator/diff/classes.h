// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which types of two models are equal, aliases seen through. Each type gets a number; equal numbers, equal types. One pass over
// each model and no recursion, so that neither depth nor sharing costs anything. Whether their bytes are the same is asked of
// model/wire.h.
#pragma once

#include <cstdint>
#include <vector>

#include "diff/changes.h"
#include "diff/pairs.h"
#include "model/types.h"

namespace diff {

// By type.
using Classes = Two<std::vector<std::uint32_t>>;

// Equal in everything but docs: kinds, names of members, values, widths.
[[nodiscard]] Classes classify_meaning(Two<const model::Model*> models);

// Equal where a definition and its counterpart count as one, however it has changed: of two members that are kin, one may be the
// other under a new name.
[[nodiscard]] Classes classify_kin(Two<const model::Model*> models, const Pairs& pairs);

}  // namespace diff
