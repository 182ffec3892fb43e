// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What some functions of a document need of its types: with `typed`, all that their parameters and results are made of;
// without, what the imports themselves point to.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/types.h"

namespace view {

struct Reach {
  // By Id: whether it is needed.
  std::vector<bool> types;
  std::vector<bool> resources;
};

// `only`: names of functions; empty: all functions, all types.
[[nodiscard]] Reach reach_of(const model::Model& model, const model::Layouts& layouts,
                             const std::set<std::string>& only, bool typed);

}  // namespace view
