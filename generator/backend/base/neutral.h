// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The keys that every language has: names, docs, numbers, layouts, types as the specification writes them, and the imports as an
// engine sees them. They are enough for a set of templates in a language that the tool has never heard of.
#pragma once

#include "backend/base/keys.h"

namespace backend {

// Adds those that are not there. `plan` may be null where no key is asked.
void add_neutral(Tables& tables, const bind::Plan* plan);

// Its parts.
void add_neutral_types(Tables& tables, const bind::Plan* plan);
void add_neutral_functions(Tables& tables, const bind::Plan* plan);

}  // namespace backend
