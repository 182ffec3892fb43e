// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which definitions are the same under another name: those that exchanged names; of those that only one side has, first those that
// stand where the other stood, in functions and types that both sides have; then, of what nothing uses, those that are made alike.
#pragma once

#include "diff/classes.h"
#include "diff/pairs.h"
#include "model/types.h"

namespace diff {

// Whether both are of one kind and more than half of the members of the larger one have the same name in both.
[[nodiscard]] bool have_most_members_in_common(const model::Type& a, const model::Type& b);

// Adds to the pairs of definitions that were found by name. What was found so stays, unless definitions exchanged their names.
void match_renamed(Two<const model::Model*> models, const Classes& meaning, Pairs& pairs);

}  // namespace diff
