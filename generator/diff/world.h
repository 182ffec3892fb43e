// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every part of the comparison looks at: both models, their layouts, and what belongs to what. Made once, never changed.
#pragma once

#include <cstddef>
#include <string>

#include "diff/changes.h"
#include "diff/classes.h"
#include "diff/diff.h"
#include "diff/pairs.h"
#include "model/layout.h"
#include "model/types.h"

namespace diff {

struct World {
  World(const model::Model& before, const model::Model& after, const Options& options);

  Two<const model::Model*> models;
  Two<model::Layouts> layouts;
  Pairs pairs;
  Classes classes;
  // Whether names need the module in front to be told apart.
  bool qualified = false;

  // "errno"; "module::errno" where a document has several modules. A module that was renamed has its new name on both sides.
  [[nodiscard]] std::string path(const model::Model& model, model::ModuleId module, const std::string& name) const;
  [[nodiscard]] std::string path(const model::Model& model, model::DefinitionId definition) const;
};

}  // namespace diff
