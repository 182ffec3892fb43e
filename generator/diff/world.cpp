// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/world.h"

namespace diff {

World::World(const model::Model& before, const model::Model& after, const Options& options)
    : models{.before = &before, .after = &after},
      layouts{.before = model::Layouts(before, options.target), .after = model::Layouts(after, options.target)},
      pairs(match(before, after, options.module_names)),
      classes(classify(models, {.before = &layouts.before, .after = &layouts.after}, pairs)),
      qualified(before.modules.size() > 1 || after.modules.size() > 1) {}

std::string World::path(const model::Model& model, model::ModuleId module, const std::string& name) const {
  if (!qualified || !module) return name;
  const model::ModuleId renamed = &model == models.before ? pairs.modules.of_before(module) : model::ModuleId();
  const model::Module& shown = renamed ? models.after->modules[renamed] : model.modules[module];
  return shown.name + "::" + name;
}

std::string World::path(const model::Model& model, model::DefinitionId definition) const {
  const model::Definition& named = model.definitions[definition];
  return path(model, named.module, named.name);
}

}  // namespace diff
