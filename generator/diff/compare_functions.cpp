// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "diff/comparison.h"
#include "diff/spelling.h"
#include "model/abi.h"

namespace diff {
namespace {

using model::Convention;
using model::ModuleId;
using model::TypeId;
using Numbers = std::vector<std::uint32_t>;

constexpr Flow to_host{.guest_sends = true, .host_sends = false};
constexpr Flow to_guest{.guest_sends = false, .host_sends = true};

std::string count_of_functions(const model::Module& module) {
  return fmt::format("{} function{}", module.functions.size(), module.functions.size() == 1 ? "" : "s");
}

// All that a program could import: the shape of a module that came or went as a whole.
std::string shape_of(const model::Model& model, const model::Layouts& layouts, const model::Module& module) {
  std::string shape = module.functions.empty() ? "no functions" : "";
  for (const model::Function& f : module.functions)
    fmt::format_to(std::back_inserter(shape), "{}{}; ", f.name, spell(lower(model, layouts, f)));
  return shape;
}

template <typename Thing>
std::unordered_map<std::string_view, const Thing*> by_name(const std::vector<Thing>& things) {
  std::unordered_map<std::string_view, const Thing*> names;
  for (const Thing& thing : things) names.try_emplace(thing.name, &thing);
  return names;
}

// The place of a function's results: they have names where there are several.
std::string result_path(const std::string& path, const model::Function& function, std::size_t index) {
  return path + (function.results.size() == 1 ? ".result" : ".result." + function.results[index].name);
}

Place place_of(std::string path, support::Span before, support::Span after) {
  return {.path = std::move(path), .owner = {}, .flow = {}, .enclosing = {.before = before, .after = after}};
}

// A place in a function, whose values travel as `flow` says.
Place within(const Place& function, std::string path, Flow flow) {
  Place place = function;
  place.path = std::move(path);
  place.flow = flow;
  return place;
}

// What kind of thing each core parameter is: a number, or an address that leads to one.
std::string spell_passing(const model::WireForm& form) {
  std::string text = "(";
  for (const model::Leaf& leaf : form.region.leaves) {
    if (leaf.place >= model::WireForm::result_place) continue;
    if (text.size() > 1) text += ", ";
    text += leaf.kind == model::Leaf::Kind::address ? "address" : "value";
  }
  return text + ')';
}

// The values that a function returns, in the order in which the old conventions list them.
std::vector<TypeId> returned(const model::Model& model, const model::Function& function) {
  std::vector<TypeId> values;
  for (const model::Field& result : function.results) {
    const model::Variant* expected =
        function.convention == Convention::preview1 ? as_expected(model, result.type) : nullptr;
    if (expected == nullptr) {
      values.push_back(result.type);
      continue;
    }
    if (expected->cases[1].payload) values.push_back(expected->cases[1].payload);
    const TypeId ok = expected->cases[0].payload;
    const auto* tuple = ok ? std::get_if<model::Record>(&resolved(model, ok).shape) : nullptr;
    if (tuple != nullptr && tuple->tuple) {
      for (const model::Field& member : tuple->fields) values.push_back(member.type);
    } else if (ok) {
      values.push_back(ok);
    }
  }
  return values;
}

}  // namespace

void Comparison::modules() {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  for (std::size_t i = 0; i < before.modules.size(); ++i) {
    const model::Module& gone = before.modules[ModuleId(i)];
    const ModuleId same = world_.pairs.modules.of_before(ModuleId(i));
    if (!is_asked_for(gone) && (!same || !is_asked_for(after.modules[same]))) continue;
    if (same) {
      module({.before = ModuleId(i), .after = same});
    } else {
      note(gone.functions.empty() ? Rule::empty_module_changed : Rule::module_removed, place_of(gone.name, {}, {}),
           fmt::format("was removed; it was a module of {}", count_of_functions(gone)),
           {.before = {.span = gone.span, .shape = shape_of(before, world_.layouts.before, gone)}, .after = {}});
    }
  }
  for (std::size_t i = 0; i < after.modules.size(); ++i) {
    if (world_.pairs.modules.of_after(ModuleId(i))) continue;
    const model::Module& made = after.modules[ModuleId(i)];
    if (!is_asked_for(made)) continue;
    note(made.functions.empty() ? Rule::empty_module_changed : Rule::module_added, place_of(made.name, {}, {}),
         fmt::format("was added: a module of {}", count_of_functions(made)),
         {.before = {}, .after = {.span = made.span, .shape = shape_of(after, world_.layouts.after, made)}});
  }
}

void Comparison::module(Two<ModuleId> id) {
  const model::Module& a = world_.models.before->modules[id.before];
  const model::Module& b = world_.models.after->modules[id.after];
  const Place place = place_of(a.name, a.span, b.span);
  if (a.name != b.name) {
    const bool empty = a.functions.empty() && b.functions.empty();
    renamed(empty ? Rule::empty_module_changed : Rule::module_renamed, place, names_of(a, b));
  }
  docs(place, a.docs, b.docs, place.enclosing);
  memory_imports(id);
  functions(id);
}

void Comparison::memory_imports(Two<ModuleId> id) {
  const model::Module& a = world_.models.before->modules[id.before];
  const model::Module& b = world_.models.after->modules[id.after];
  const auto path = [&](const std::string& name) { return fmt::format("{}.{}", b.name, name); };
  const auto old_names = by_name(a.imports);
  const auto new_names = by_name(b.imports);
  for (const model::MemoryImport& import : a.imports) {
    const auto found = new_names.find(import.name);
    if (found == new_names.end()) {
      note(Rule::memory_import_removed, place_of(path(import.name), a.span, b.span),
           "is no longer a memory that the module uses",
           {.before = {.span = import.span, .shape = "memory"}, .after = {}});
    } else {
      docs(place_of(path(import.name), a.span, b.span), import.docs, found->second->docs,
           {.before = import.span, .after = found->second->span});
    }
  }
  for (const model::MemoryImport& import : b.imports) {
    if (old_names.contains(import.name)) continue;
    note(Rule::memory_import_added, place_of(path(import.name), a.span, b.span),
         "is a memory of the program that the module uses now",
         {.before = {}, .after = {.span = import.span, .shape = "memory"}});
  }
}

void Comparison::functions(Two<ModuleId> id) {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  const model::Module& a = before.modules[id.before];
  const model::Module& b = after.modules[id.after];
  const auto old_names = by_name(a.functions);
  const auto new_names = by_name(b.functions);
  for (const model::Function& f : a.functions) {
    const auto found = new_names.find(f.name);
    if (found != new_names.end()) {
      function({.before = &f, .after = found->second}, world_.path(after, id.after, f.name));
      continue;
    }
    Place place = place_of(world_.path(after, id.after, f.name), a.span, b.span);
    place.function = place.path;
    removed(Rule::function_removed, place, {.span = f.span, .shape = spell(lower(before, world_.layouts.before, f))});
  }
  for (const model::Function& f : b.functions) {
    if (old_names.contains(f.name)) continue;
    Place place = place_of(world_.path(after, id.after, f.name), a.span, b.span);
    place.function = place.path;
    added(Rule::function_added, place, {.span = f.span, .shape = spell(lower(after, world_.layouts.after, f))});
  }
}

void Comparison::function(Both<model::Function> f, const std::string& path) {
  Place place = place_of(path, f.before->span, f.after->span);
  place.function = path;
  docs(place, f.before->docs, f.after->docs, place.enclosing);
  signature(f, place);
  if (f.before->noreturn != f.after->noreturn) {
    const auto shape = [](const model::Function& g) { return g.noreturn ? "never returns" : "returns"; };
    note(Rule::noreturn_changed, place, f.after->noreturn ? "never returns now" : "returns now",
         {.before = {.span = f.before->span, .shape = shape(*f.before)},
          .after = {.span = f.after->span, .shape = shape(*f.after)}});
  }
  params(f, place);
  const bool across = (f.before->convention == Convention::legacy) != (f.after->convention == Convention::legacy);
  across ? results_across_conventions(f, place) : results(f, place);
}

// What an engine compares, and what it does not: whether equal numbers are values or addresses.
void Comparison::signature(Both<model::Function> f, const Place& place) {
  const model::WireForm a = world_.forms.before.function(*f.before);
  const model::WireForm b = world_.forms.after.function(*f.after);
  const auto differ = [&](Rule rule, std::string_view what, const std::string& before, const std::string& after) {
    if (before == after) return false;
    note(rule, place, fmt::format("{} {} instead of {}", what, after, before),
         {.before = {.span = f.before->span, .shape = before}, .after = {.span = f.after->span, .shape = after}});
    return true;
  };
  if (differ(Rule::signature_changed, "has the core signature", spell(a.signature), spell(b.signature))) return;
  if (!differ(Rule::passing_changed, "passes", spell_passing(a), spell_passing(b)))
    unmatched_slots(f, place, {.before = &a, .after = &b});
}

// Where one parameter took another's slot, nothing compares their types: what they exchange is compared here. Everything else is
// found at the parameter or the result that both sides have.
void Comparison::unmatched_slots(Both<model::Function> f, const Place& place, Two<const model::WireForm*> form) {
  const MemberPairs matched = matched_params(f);
  const auto is_param = [](const model::CoreParam& p) {
    return p.role == model::Role::value || p.role == model::Role::indirect || p.role == model::Role::list_pointer ||
           p.role == model::Role::list_length;
  };
  for (std::size_t slot = 0; slot < form.before->signature.params.size(); ++slot) {
    const model::CoreParam& a = form.before->signature.params[slot];
    const model::CoreParam& b = form.after->signature.params[slot];
    const bool of_one_thing = is_param(a) == is_param(b) &&
                              (!is_param(a) || std::ranges::any_of(matched.pairs, [&](const MemberPairs::Pair& pair) {
                                return pair.before == a.index && pair.after == b.index;
                              }));
    if (of_one_thing) continue;
    if (const auto difference = world_.same_wire.difference(*form.before, *form.after, slot))
      return note_exchange(f, place, *difference);
  }
}

MemberPairs Comparison::matched_params(Both<model::Function> f) const {
  const auto members = [](const std::vector<model::Field>& list, const Numbers& classes) {
    return members_of(list, std::identity(), [&](std::size_t i) { return classes[list[i].type.index()]; });
  };
  return match_members(members(f.before->params, world_.kin.before), members(f.after->params, world_.kin.after));
}

void Comparison::params(Both<model::Function> f, const Place& place) {
  const auto at = [&](const std::string& name) {
    return within(place, fmt::format("{}({})", place.path, name), to_host);
  };
  const std::vector<model::Field>& before = f.before->params;
  const std::vector<model::Field>& after = f.after->params;
  const MemberPairs matched = matched_params(f);
  for (const std::size_t i : matched.removed) {
    removed(Rule::parameter_removed, at(before[i].name),
            {.span = before[i].span, .shape = side_before(before[i].type).shape});
  }
  for (const MemberPairs::Pair& pair : matched.pairs) {
    const model::Field& a = before[pair.before];
    const model::Field& b = after[pair.after];
    const Place here = at(a.name);
    docs(here, a.docs, b.docs, {.before = a.span, .after = b.span});
    if (pair.renamed) renamed(Rule::parameter_renamed, here, names_of(a, b));
    if (pair.moved) {
      const auto shape = [](std::size_t i) { return fmt::format("parameter {}", i + 1); };
      note(Rule::parameter_moved, here, fmt::format("is {} instead of {}", shape(pair.after), pair.before + 1),
           {.before = {.span = a.span, .shape = shape(pair.before)},
            .after = {.span = b.span, .shape = shape(pair.after)}});
    }
    types({.before = a.type, .after = b.type}, here);
  }
  for (const std::size_t i : matched.added) {
    added(Rule::parameter_added, at(after[i].name), {.span = after[i].span, .shape = side_after(after[i].type).shape});
  }
}

void Comparison::results(Both<model::Function> f, const Place& place) {
  const std::vector<model::Field>& before = f.before->results;
  const std::vector<model::Field>& after = f.after->results;
  const auto at = [&](std::string path) { return within(place, std::move(path), to_guest); };
  // A result is told by its place, unless its name stands at another.
  const auto members = [](const std::vector<model::Field>& list) {
    return members_of(list, std::identity(), [](std::size_t) { return 0U; });
  };
  const MemberPairs matched = match_members(members(before), members(after));
  for (const std::size_t i : matched.removed) {
    removed(Rule::result_removed, at(result_path(place.path, *f.before, i)),
            {.span = before[i].span, .shape = side_before(before[i].type).shape});
  }
  for (const MemberPairs::Pair& pair : matched.pairs) {
    const model::Field& a = before[pair.before];
    const model::Field& b = after[pair.after];
    Place here = at(result_path(place.path, *f.before, pair.before));
    here.taken_apart = f.after->convention != Convention::flat && f.before->convention != Convention::flat &&
                       as_expected(*world_.models.after, b.type) != nullptr;
    docs(here, a.docs, b.docs, {.before = a.span, .after = b.span});
    if (pair.renamed) renamed(Rule::result_renamed, here, names_of(a, b));
    if (pair.moved) {
      const auto shape = [](std::size_t i) { return fmt::format("result {}", i + 1); };
      note(Rule::result_moved, here, fmt::format("is {} instead of {}", shape(pair.after), pair.before + 1),
           {.before = {.span = a.span, .shape = shape(pair.before)},
            .after = {.span = b.span, .shape = shape(pair.after)}});
    }
    types({.before = a.type, .after = b.type}, here);
  }
  for (const std::size_t i : matched.added) {
    added(Rule::result_added, at(result_path(place.path, *f.after, i)),
          {.span = after[i].span, .shape = side_after(after[i].type).shape});
  }
}

// The oldest dialects list an error and what comes with it one by one; today's put them into one `expected`. Where they return
// the same values they are equal, whatever these are called.
void Comparison::results_across_conventions(Both<model::Function> f, const Place& place) {
  const std::vector<TypeId> before = returned(*world_.models.before, *f.before);
  const std::vector<TypeId> after = returned(*world_.models.after, *f.after);
  const auto at = [&](std::size_t i) { return within(place, fmt::format("{}.result.{}", place.path, i), to_guest); };
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    if (i >= after.size()) {
      removed(Rule::result_removed, at(i), side_before(before[i]));
    } else if (i >= before.size()) {
      added(Rule::result_added, at(i), side_after(after[i]));
    } else {
      types({.before = before[i], .after = after[i]}, at(i));
    }
  }
}

}  // namespace diff
