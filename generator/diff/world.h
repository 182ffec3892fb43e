// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every part of the comparison looks at: both models, their layouts, and what belongs to what. Made once, never changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "diff/changes.h"
#include "diff/classes.h"
#include "diff/diff.h"
#include "diff/pairs.h"
#include "model/layout.h"
#include "model/types.h"
#include "model/wire.h"

namespace diff {

struct World {
  World(const model::Model& before, const model::Model& after, const Options& options);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Two<const model::Model*> models;
  Two<model::Layouts> layouts;
  Pairs pairs;
  Classes meaning;
  Classes kin;
  model::WireNumbers numbers;
  Two<model::WireForms> forms;
  model::SameWire same_wire;
  // What the two sides of a function exchange differently, by the function's path; nothing if they exchange the same. Functions
  // that only one side has are not there.
  std::unordered_map<std::string, std::optional<std::string>> exchanges;
  // Whether names need the module in front to be told apart.
  bool qualified = false;

  // "errno"; "module::errno" where a document has several modules. A module that was renamed has its new name on both sides.
  [[nodiscard]] std::string path(const model::Model& model, model::ModuleId module, const std::string& name) const;
  [[nodiscard]] std::string path(const model::Model& model, model::DefinitionId definition) const;
};

}  // namespace diff
