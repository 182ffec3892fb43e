// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/world.h"

#include "diff/renames.h"

namespace diff {

World::World(const model::Model& before, const model::Model& after, const Options& options)
    : models{.before = &before, .after = &after},
      layouts{.before = model::Layouts(before, options.target), .after = model::Layouts(after, options.target)},
      pairs(match(before, after, options.module_names)),
      meaning(classify_meaning(models)),
      forms{.before = model::WireForms(before, layouts.before, numbers),
            .after = model::WireForms(after, layouts.after, numbers)},
      same_wire(forms.before, forms.after),
      qualified(before.modules.size() > 1 || after.modules.size() > 1) {
  match_renamed(models, meaning, pairs);
  kin = classify_kin(models, pairs);
  for_each_function_pair(models, pairs, [this](model::ModuleId module, Two<const model::Function*> f) {
    exchanges[path(*models.after, module, f.after->name)] =
        same_wire.difference(forms.before.function(*f.before), forms.after.function(*f.after));
  });
}

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
