// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "diff/comparison.h"
#include "diff/parts.h"
#include "diff/spelling.h"
#include "support/sha256.h"

namespace diff {
namespace {

using model::DefinitionId;
using model::ResourceId;

constexpr std::size_t fingerprint_digits = 16;

std::string fingerprint(const Change& change) {
  const std::string_view zero("\0", 1);
  return support::sha256_hex(fmt::format("{}{}{}{}{}{}{}{}{}", info(change.rule).id, zero, change.path, zero,
                                         change.sides.before.shape, change.sides.before.exchanged, zero,
                                         change.sides.after.shape, change.sides.after.exchanged))
      .substr(0, fingerprint_digits);
}

}  // namespace

Changes diff(const model::Model& before, const model::Model& after, const Options& options) {
  const World world(before, after, options);
  return Comparison(world, options).run();
}

Comparison::Comparison(const World& world, const Options& options)
    : world_(world), options_(options), only_(options.only), effects_(world) {
  for (std::size_t i = 0; i < world.models.before->modules.size(); ++i) {
    const model::ModuleId same = world.pairs.modules.of_before(model::ModuleId(i));
    const std::string prefix = world.models.before->modules[model::ModuleId(i)].name + "::";
    if (!same || world.models.after->modules[same].name + "::" == prefix) continue;
    for (const std::string& asked : options.only) {
      if (asked.starts_with(prefix))
        only_.push_back(world.models.after->modules[same].name + "::" + asked.substr(prefix.size()));
    }
  }
}

Changes Comparison::run() {
  modules();
  about_functions_ = changes_.size();
  definitions();
  resources();
  constants();
  unexplained_definitions();
  unexplained_functions();
  return std::move(changes_);
}

// An `expected` is returned in parts wherever it is a result; that it has other bytes where it is nowhere in memory says nothing.
bool Comparison::is_taken_apart(Two<DefinitionId> id) const {
  return as_expected(*world_.models.before, world_.models.before->definitions[id.before].type) != nullptr &&
         as_expected(*world_.models.after, world_.models.after->definitions[id.after].type) != nullptr;
}

bool Comparison::is_asked_for(const std::string& function) const {
  const auto without_module = [](std::string_view name) {
    const std::size_t colons = name.rfind("::");
    return name.substr(colons == std::string_view::npos ? 0 : colons + 2);
  };
  const bool qualified = without_module(function) != function;
  return only_.empty() || std::ranges::any_of(only_, [&](const std::string& asked) {
           return asked == function || asked == without_module(function) ||
                  (!qualified && without_module(asked) == function);
         });
}

bool Comparison::is_asked_for(const model::Module& module) const {
  return only_.empty() || std::ranges::any_of(module.functions, [this, &module](const model::Function& f) {
           return is_asked_for(module.name + "::" + f.name);
         });
}

// In a function, in what such a one carries, or in what belongs to no function.
bool Comparison::is_asked_for(const Place& place) const {
  if (only_.empty()) return true;
  if (!place.function.empty()) return is_asked_for(place.function);
  if (!place.owner.before && !place.owner.after) return true;
  const std::vector<std::string> carriers = effects_.on_functions(place.owner);
  return std::ranges::any_of(carriers, [this](const std::string& function) { return is_asked_for(function); });
}

// A type is exchanged where a function carries it; the functions that both sides have decide. Where there are none, its own
// bytes do.
bool Comparison::exchanges_the_same(Two<DefinitionId> id) {
  const auto [found, is_new] = same_definitions_.try_emplace(id.before, false);
  if (!is_new) return found->second;
  bool carried = false;
  bool same = true;
  for (const std::string& path : effects_.on_functions(id)) {
    const auto exchange = world_.exchanges.find(path);
    if (exchange == world_.exchanges.end()) continue;
    carried = true;
    same &= !exchange->second.has_value();
  }
  const bool same_types = world_.same_wire.types(world_.models.before->definitions[id.before].type,
                                                 world_.models.after->definitions[id.after].type);
  return found->second = same_types || (carried && same);
}

bool Comparison::exchanges_the_same(const Place& place) {
  if (const auto exchange = world_.exchanges.find(place.function); exchange != world_.exchanges.end())
    return !exchange->second.has_value();
  return place.owner.before && place.owner.after && exchanges_the_same(place.owner);
}

// Whatever the walk found in a function or a type: binaries notice it only where they exchange something else than before. A
// constant is not exchanged; it is compiled into them.
void Comparison::note(Rule rule, const Place& place, std::string text, Two<Side> sides) {
  if (row(rule).level <= Level::abi && rule != Rule::constant_changed && exchanges_the_same(place))
    rule = Rule::reinterpreted;
  if (std::ranges::find(options_.disabled, rule) != options_.disabled.end() || !is_asked_for(place)) return;
  if (row(rule).level <= Level::abi || rule == Rule::case_renamed) text += place.tag_of;
  if (!sides.before.span.source) sides.before.span = place.enclosing.before;
  if (!sides.after.span.source) sides.after.span = place.enclosing.after;
  Change change{.rule = rule,
                .path = place.path,
                .text = std::move(text),
                .sides = std::move(sides),
                .verdicts = judge(rule, place.flow),
                .effects = {},
                .functions = {},
                .fingerprint = {}};
  if (row(rule).moves_bytes) change.effects = effects_.on_layouts(place.owner);
  if (row(rule).level != Level::docs) change.functions = effects_.on_functions(place.owner);
  // Where it can be felt: not in those that take the type apart and exchange the same as before.
  if (row(rule).level <= Level::abi) {
    std::erase_if(change.functions, [this](const std::string& path) {
      const auto exchange = world_.exchanges.find(path);
      return exchange != world_.exchanges.end() && !exchange->second;
    });
  }
  change.fingerprint = fingerprint(change);
  if (row(rule).level <= Level::abi && rule != Rule::constant_changed) {
    if (!place.function.empty()) explained_functions_.insert(place.function);
    explained_functions_.insert(change.functions.begin(), change.functions.end());
    if (place.owner.before) explained_.before.insert(place.owner.before);
    if (place.owner.after) explained_.after.insert(place.owner.after);
  }
  changes_.push_back(std::move(change));
}

// Functions that exchange something else though nothing in them or in their types says so.
void Comparison::unexplained_functions() {
  const std::size_t known = changes_.size();
  for_each_function_pair(world_.models, world_.pairs, [this](model::ModuleId module, Two<const model::Function*> f) {
    Place place{.path = world_.path(*world_.models.after, module, f.after->name),
                .owner = {},
                .flow = {},
                .enclosing = {.before = f.before->span, .after = f.after->span}};
    place.function = place.path;
    const std::optional<std::string>& difference = world_.exchanges.at(place.path);
    if (!difference || explained_functions_.contains(place.path)) return;
    note_exchange(f, place, *difference);
  });
  const auto front = changes_.begin() + static_cast<std::ptrdiff_t>(about_functions_);
  std::rotate(front, changes_.begin() + static_cast<std::ptrdiff_t>(known), changes_.end());
}

// What a function exchanges otherwise than before, in the words of both directions.
void Comparison::note_exchange(Two<const model::Function*> f, const Place& place, const std::string& difference) {
  const model::WireForm a = world_.forms.before.function(*f.before);
  const model::WireForm b = world_.forms.after.function(*f.after);
  const std::optional<std::string> back = model::SameWire(world_.forms.after, world_.forms.before).difference(b, a);
  note(Rule::passing_changed, place, difference,
       {.before = {.span = {}, .shape = back.value_or(""), .exchanged = world_.forms.before.digest(a)},
        .after = {.span = {}, .shape = difference, .exchanged = world_.forms.after.digest(b)}});
}

// The same for types, whether or not something else was said about the functions that carry them.
void Comparison::unexplained_definitions() {
  // By type: whether it or a part of it was spoken of.
  const auto spread = [](const model::Model& model, const std::set<DefinitionId>& explained) {
    std::vector<bool> spoken_of(model.types.size(), false);
    for (const DefinitionId id : explained) spoken_of[model.definitions[id].type.index()] = true;
    for (std::size_t i = 0; i < model.types.size(); ++i) {
      each_part(model, model::TypeId(i), [&spoken_of, i](model::TypeId part, Via /*via*/) {
        if (spoken_of[part.index()]) spoken_of[i] = true;
      });
    }
    return spoken_of;
  };
  const std::vector<bool> before = spread(*world_.models.before, explained_.before);
  const std::vector<bool> after = spread(*world_.models.after, explained_.after);
  for (std::size_t i = 0; i < world_.models.before->definitions.size(); ++i) {
    const Two<DefinitionId> id{.before = DefinitionId(i), .after = world_.pairs.definitions.of_before(DefinitionId(i))};
    if (!id.after) continue;
    const model::Definition& a = world_.models.before->definitions[id.before];
    const model::Definition& b = world_.models.after->definitions[id.after];
    if (before[a.type.index()] || after[b.type.index()] || is_taken_apart(id) || exchanges_the_same(id)) continue;
    note_types(Rule::retyped, {.before = a.type, .after = b.type},
               {.path = world_.path(*world_.models.before, id.before),
                .owner = id,
                .flow = {},
                .enclosing = {.before = a.span, .after = b.span}});
  }
}

void Comparison::added(Rule rule, const Place& place, Side made) {
  std::string text = fmt::format("was added: {}", made.shape);
  note(rule, place, std::move(text), {.before = {}, .after = std::move(made)});
}

void Comparison::removed(Rule rule, const Place& place, Side gone) {
  std::string text = fmt::format("was removed; it was {}", gone.shape);
  note(rule, place, std::move(text), {.before = std::move(gone), .after = {}});
}

void Comparison::renamed(Rule rule, const Place& place, Two<Side> names) {
  std::string text = fmt::format("is called {} now", names.after.shape);
  note(rule, place, std::move(text), std::move(names));
}

void Comparison::docs(const Place& place, const model::Docs& before, const model::Docs& after,
                      Two<support::Span> spans) {
  if (before == after) return;
  const char* text = before.empty()  ? "is documented now"
                     : after.empty() ? "is no longer documented"
                                     : "is documented in other words";
  note(Rule::docs_changed, place, text,
       {.before = {.span = spans.before, .shape = before}, .after = {.span = spans.after, .shape = after}});
}

void Comparison::definitions() {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  for (std::size_t i = 0; i < before.definitions.size(); ++i) {
    definition({.before = DefinitionId(i), .after = world_.pairs.definitions.of_before(DefinitionId(i))});
  }
  for (std::size_t i = 0; i < after.definitions.size(); ++i) {
    if (world_.pairs.definitions.of_after(DefinitionId(i))) continue;
    definition({.before = {}, .after = DefinitionId(i)});
  }
}

void Comparison::definition(Two<DefinitionId> id) {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  const std::string path = id.before ? world_.path(before, id.before) : world_.path(after, id.after);
  Place place{.path = path, .owner = id, .flow = effects_.flow(id), .enclosing = {}};
  if (!id.after) {
    const model::Definition& gone = before.definitions[id.before];
    return note(Rule::type_removed, place, fmt::format("was removed; it was {}", describe(before, gone.type)),
                {.before = {.span = gone.span, .shape = spell(before, gone.type)}, .after = {}});
  }
  if (!id.before) {
    const model::Definition& made = after.definitions[id.after];
    return note(Rule::type_added, place, fmt::format("was added: {}", describe(after, made.type)),
                {.before = {}, .after = {.span = made.span, .shape = spell(after, made.type)}});
  }
  const model::Definition& a = before.definitions[id.before];
  const model::Definition& b = after.definitions[id.after];
  place.enclosing = {.before = a.span, .after = b.span};
  docs(place, a.docs, b.docs, place.enclosing);
  if (a.name != b.name) renamed(Rule::type_renamed, place, names_of(a, b));
  if (!a.hidden && b.hidden) note(Rule::type_hidden, place, "is hidden from generators now", {});
  if (a.hidden && !b.hidden) note(Rule::type_shown, place, "is no longer hidden from generators", {});
  if (!same_meaning({.before = a.type, .after = b.type})) place.tag_of = holders_of_tag(id);
  types({.before = a.type, .after = b.type}, place);
}

void Comparison::resources() {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  for (std::size_t i = 0; i < before.resources.size(); ++i) {
    const model::Resource& a = before.resources[ResourceId(i)];
    const ResourceId same = world_.pairs.resources.of_before(ResourceId(i));
    Place place{.path = world_.path(before, a.module, a.name), .owner = {}, .flow = {}, .enclosing = {}};
    if (same) {
      docs(place, a.docs, after.resources[same].docs, {.before = a.span, .after = after.resources[same].span});
    } else {
      removed(Rule::resource_removed, place, {.span = a.span, .shape = "a resource"});
    }
  }
  for (std::size_t i = 0; i < after.resources.size(); ++i) {
    if (world_.pairs.resources.of_after(ResourceId(i))) continue;
    const model::Resource& b = after.resources[ResourceId(i)];
    const Place place{.path = world_.path(after, b.module, b.name), .owner = {}, .flow = {}, .enclosing = {}};
    added(Rule::resource_added, place, {.span = b.span, .shape = "a resource"});
  }
}

// A constant belongs to the name of its type, which nobody has to define. A type that was renamed takes its constants along.
void Comparison::constants() {
  using Key = std::pair<std::string_view, std::string_view>;
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  std::map<std::string_view, Two<DefinitionId>> types;
  std::map<std::string_view, Two<DefinitionId>> new_types;
  for (std::size_t i = 0; i < before.definitions.size(); ++i) {
    const DefinitionId same = world_.pairs.definitions.of_before(DefinitionId(i));
    types.try_emplace(before.definitions[DefinitionId(i)].name,
                      Two<DefinitionId>{.before = DefinitionId(i), .after = same});
  }
  for (std::size_t i = 0; i < after.definitions.size(); ++i) {
    const DefinitionId same = world_.pairs.definitions.of_after(DefinitionId(i));
    new_types.try_emplace(after.definitions[DefinitionId(i)].name,
                          Two<DefinitionId>{.before = same, .after = DefinitionId(i)});
  }
  const auto owner = [](const auto& known, std::string_view name) {
    const auto found = known.find(name);
    return found == known.end() ? Two<DefinitionId>() : found->second;
  };
  const auto place = [](const model::Constant& c, Two<DefinitionId> type) {
    return Place{.path = c.type + "." + c.name, .owner = type, .flow = {}, .enclosing = {}};
  };
  const auto side = [](const model::Constant& c) {
    return Side{.span = c.span, .shape = fmt::format("the constant {}", c.value)};
  };
  std::map<Key, const model::Constant*> left;
  for (const model::Constant& b : after.constants) left.emplace(Key(b.type, b.name), &b);
  for (const model::Constant& a : before.constants) {
    const Two<DefinitionId> type = owner(types, a.type);
    const std::string_view new_type = type.after ? std::string_view(after.definitions[type.after].name) : a.type;
    const auto found = left.find(Key(new_type, a.name));
    if (found == left.end()) {
      removed(Rule::constant_removed, place(a, type), side(a));
      continue;
    }
    const model::Constant& b = *found->second;
    docs(place(a, type), a.docs, b.docs, {.before = a.span, .after = b.span});
    if (a.value != b.value) {
      note(Rule::constant_changed, place(a, type), fmt::format("is the constant {} instead of {}", b.value, a.value),
           {.before = side(a), .after = side(b)});
    }
    left.erase(found);
  }
  for (const model::Constant& b : after.constants) {
    if (left.contains(Key(b.type, b.name))) added(Rule::constant_added, place(b, owner(new_types, b.type)), side(b));
  }
}

}  // namespace diff
