// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>

#include "model/types.h"
#include "syntax/dialect.h"

namespace model {

// What one dialect means where others, writing the same, mean something else.
struct Rules {
  syntax::Dialect dialect;
  // How a call of (@interface func ...) travels.
  Convention convention;
  // Of bool, expected, and whatever names no representation; without effect where representations are inferred.
  Repr default_repr;
  // Representations follow from the number of cases; records of bools become flags.
  bool inferred;
  // Whether a record, an enum and the like may stand where it has no name.
  bool anonymous;
  // Whether a name may be at once that of a type, of a resource and of a module.
  bool separate_names;
  // Whether a variant or a union may have no case.
  bool caseless;
  // Whether functions may use types that are defined below them in their module.
  bool functions_last;
};

[[nodiscard]] const Rules& rules_of(syntax::Dialect dialect);

}  // namespace model
