// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/laws.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "diff/diff.h"
#include "diff/pairs.h"
#include "model/layout.h"
#include "model/wire.h"

namespace tests {
namespace {

bool speaks_of(const diff::Change& change, const std::string& function) {
  const std::string_view path = change.path;
  const bool inside = path.starts_with(function) &&
                      (path.size() == function.size() || path[function.size()] == '(' || path[function.size()] == '.');
  // A path of a type may look like one of a function; a change in a type that functions carry lists them.
  return (inside && change.effects.empty() && change.functions.empty()) ||
         std::ranges::find(change.functions, function) != change.functions.end();
}

}  // namespace

Laws laws_of_diff(const model::Model& before, const model::Model& after) {
  Laws laws;
  const model::Layouts old_layouts(before, {});
  const model::Layouts new_layouts(after, {});
  model::WireNumbers numbers;
  const model::WireForms old_forms(before, old_layouts, numbers);
  const model::WireForms new_forms(after, new_layouts, numbers);
  const model::SameWire same(old_forms, new_forms);
  const diff::Changes changes = diff::diff(before, after);
  const bool qualified = before.modules.size() > 1 || after.modules.size() > 1;
  diff::for_each_function_pair(
      {.before = &before, .after = &after}, diff::match(before, after, {}),
      [&](model::ModuleId module, diff::Two<const model::Function*> f) {
        const std::string path = qualified ? after.modules[module].name + "::" + f.after->name : f.after->name;
        const model::WireForm a = old_forms.function(*f.before);
        const model::WireForm b = new_forms.function(*f.after);
        const std::optional<std::string> difference = same.difference(a, b);
        ++laws.functions;
        if (difference) ++laws.different;
        const diff::Change* worst = nullptr;
        for (const diff::Change& change : changes) {
          if (diff::row(change.rule).level > diff::Level::abi || !speaks_of(change, path)) continue;
          if (worst == nullptr || diff::row(change.rule).level < diff::row(worst->rule).level) worst = &change;
        }
        if (!laws.broken.empty()) return;
        if (!difference && worst != nullptr) {
          laws.broken =
              fmt::format("{} exchanges the same, but {} {} {}", path, info(worst->rule).id, worst->path, worst->text);
        } else if (difference && worst == nullptr) {
          laws.broken = fmt::format("{} {}, and nothing says so", path, *difference);
        } else if (difference && difference->starts_with("has the core signature") &&
                   diff::row(worst->rule).level != diff::Level::link) {
          laws.broken = fmt::format("{} {}, and nothing at level link says so", path, *difference);
        }
      });
  return laws;
}

}  // namespace tests
