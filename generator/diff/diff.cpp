// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "diff/comparison.h"
#include "diff/spelling.h"
#include "support/sha256.h"

namespace diff {
namespace {

using model::DefinitionId;
using model::ResourceId;

constexpr std::size_t fingerprint_digits = 16;

std::string fingerprint(const Change& change) {
  const std::string_view zero("\0", 1);
  return support::sha256_hex(fmt::format("{}{}{}{}{}{}{}", info(change.rule).id, zero, change.path, zero,
                                         change.sides.before.shape, zero, change.sides.after.shape))
      .substr(0, fingerprint_digits);
}

}  // namespace

Changes diff(const model::Model& before, const model::Model& after, const Options& options) {
  const World world(before, after, options);
  return Comparison(world, options).run();
}

Changes Comparison::run() {
  modules();
  definitions();
  resources();
  constants();
  return std::move(changes_);
}

void Comparison::note(Rule rule, const Place& place, std::string text, Two<Side> sides) {
  if (std::ranges::find(options_.disabled, rule) != options_.disabled.end()) return;
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
  if (info(rule).moves_bytes) change.effects = effects_.on_layouts(place.owner);
  if (info(rule).level != Level::docs) change.functions = effects_.on_functions(place.owner);
  change.fingerprint = fingerprint(change);
  changes_.push_back(std::move(change));
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
  const std::string path = id.after ? world_.path(after, id.after) : world_.path(before, id.before);
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
  if (!a.hidden && b.hidden) note(Rule::type_hidden, place, "is hidden from generators now", {});
  if (a.hidden && !b.hidden) note(Rule::type_shown, place, "is no longer hidden from generators", {});
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

// A constant belongs to the name of its type, which nobody has to define.
void Comparison::constants() {
  const auto key = [](const model::Constant& c) {
    return std::pair<std::string_view, std::string_view>(c.type, c.name);
  };
  const auto place = [](const model::Constant& c) {
    return Place{.path = c.type + "." + c.name, .owner = {}, .flow = {}, .enclosing = {}};
  };
  const auto side = [](const model::Constant& c) {
    return Side{.span = c.span, .shape = fmt::format("the constant {}", c.value)};
  };
  std::map<std::pair<std::string_view, std::string_view>, const model::Constant*> left;
  for (const model::Constant& b : world_.models.after->constants) left.emplace(key(b), &b);
  for (const model::Constant& a : world_.models.before->constants) {
    const auto found = left.find(key(a));
    if (found == left.end()) {
      removed(Rule::constant_removed, place(a), side(a));
      continue;
    }
    const model::Constant& b = *found->second;
    docs(place(a), a.docs, b.docs, {.before = a.span, .after = b.span});
    if (a.value != b.value) {
      note(Rule::constant_changed, place(a), fmt::format("is the constant {} instead of {}", b.value, a.value),
           {.before = side(a), .after = side(b)});
    }
    left.erase(found);
  }
  for (const model::Constant& b : world_.models.after->constants) {
    if (left.contains(key(b))) added(Rule::constant_added, place(b), side(b));
  }
}

}  // namespace diff
