// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

#include "diff/comparison.h"
#include "diff/spelling.h"

namespace diff {
namespace {

using model::TypeId;
using Numbers = std::vector<std::uint32_t>;

std::string at_offset(std::uint64_t offset) { return fmt::format("at offset {}", offset); }

}  // namespace

void Comparison::values(const std::vector<model::Value>& before, const std::vector<model::Value>& after,
                        const ValueRules& rules, const Place& place) {
  const auto members = [](const std::vector<model::Value>& list) {
    return members_of(list, [&list](std::size_t i) { return list[i].value; }, [](std::size_t) { return 0U; });
  };
  const auto side = [&rules](const model::Value& v) {
    return Side{.span = v.span, .shape = fmt::format("{} {}", rules.noun, v.value)};
  };
  const MemberPairs matched = match_members(members(before), members(after));
  for (const std::size_t i : matched.removed) removed(rules.removed, inside(place, before[i].name), side(before[i]));
  for (const MemberPairs::Pair& pair : matched.pairs) {
    const model::Value& a = before[pair.before];
    const model::Value& b = after[pair.after];
    const Place here = inside(place, a.name);
    docs(here, a.docs, b.docs, {.before = a.span, .after = b.span});
    if (pair.renamed) {
      renamed(rules.renamed, here, names_of(a, b));
    } else if (a.value != b.value) {
      note(rules.changed, here, fmt::format("has the {} {} instead of {}", rules.noun, b.value, a.value),
           {.before = side(a), .after = side(b)});
    }
  }
  for (const std::size_t i : matched.added) added(rules.added, inside(place, after[i].name), side(after[i]));
}

void Comparison::records(Both<model::Record> record, Two<TypeId> type, const Place& place) {
  if (record.before->tuple != record.after->tuple) return another(type, place);
  const std::vector<model::Field>& before = record.before->fields;
  const std::vector<model::Field>& after = record.after->fields;
  const Two<const model::Layout&> layout{.before = world_.layouts.before[type.before],
                                         .after = world_.layouts.after[type.after]};
  const auto members = [](const std::vector<model::Field>& fields, const model::Layout& laid_out,
                          const Numbers& classes) {
    return members_of(
        fields, [&](std::size_t i) { return laid_out.offsets[i]; },
        [&](std::size_t i) { return classes[fields[i].type.index()]; });
  };
  const MemberPairs matched =
      match_members(members(before, layout.before, world_.kin.before), members(after, layout.after, world_.kin.after));
  const auto stays = [&](const MemberPairs::Pair& p) {
    return layout.before.offsets[p.before] == layout.after.offsets[p.after];
  };
  const bool into_padding = layout.before.size == layout.after.size && layout.before.align == layout.after.align &&
                            matched.removed.empty() && std::ranges::all_of(matched.pairs, stays);
  const auto side = [](const model::Field& field, const Side& side_of_type, std::uint64_t offset) {
    return Side{.span = field.span, .shape = fmt::format("{} {}", side_of_type.shape, at_offset(offset))};
  };

  for (const std::size_t i : matched.removed) {
    removed(Rule::field_removed, inside(place, before[i].name),
            side(before[i], side_before(before[i].type), layout.before.offsets[i]));
  }
  for (const MemberPairs::Pair& pair : matched.pairs) {
    fields({.before = &before[pair.before], .after = &after[pair.after]}, pair,
           {.before = layout.before.offsets[pair.before], .after = layout.after.offsets[pair.after]}, place);
  }
  for (const std::size_t i : matched.added) {
    added(into_padding ? Rule::field_added_in_padding : Rule::field_added, inside(place, after[i].name),
          side(after[i], side_after(after[i].type), layout.after.offsets[i]));
  }
}

void Comparison::fields(Both<model::Field> field, const MemberPairs::Pair& pair, Two<std::uint64_t> offset,
                        const Place& place) {
  const model::Field& a = *field.before;
  const model::Field& b = *field.after;
  const Place here = inside(place, a.name);
  docs(here, a.docs, b.docs, {.before = a.span, .after = b.span});
  if (pair.renamed) renamed(Rule::field_renamed, here, names_of(a, b));
  if (pair.moved && offset.before != offset.after) {
    note(Rule::field_moved, here, fmt::format("is {} instead of {}", at_offset(offset.after), offset.before),
         {.before = {.span = a.span, .shape = at_offset(offset.before)},
          .after = {.span = b.span, .shape = at_offset(offset.after)}});
  }
  types({.before = a.type, .after = b.type}, here);
}

void Comparison::unions(Both<model::Union> u, Two<TypeId> type, const Place& place) {
  const std::vector<model::Field>& before = u.before->members;
  const std::vector<model::Field>& after = u.after->members;
  const auto members = [](const std::vector<model::Field>& list, const Numbers& classes) {
    return members_of(list, std::identity(), [&](std::size_t i) { return classes[list[i].type.index()]; });
  };
  const MemberPairs matched = match_members(members(before, world_.kin.before), members(after, world_.kin.after));
  for (const std::size_t i : matched.removed) {
    removed(Rule::member_removed, inside(place, before[i].name),
            {.span = before[i].span, .shape = side_before(before[i].type).shape});
  }
  for (const MemberPairs::Pair& pair : matched.pairs) {
    const model::Field& a = before[pair.before];
    const model::Field& b = after[pair.after];
    const Place here = inside(place, a.name);
    docs(here, a.docs, b.docs, {.before = a.span, .after = b.span});
    if (pair.renamed) renamed(Rule::member_renamed, here, names_of(a, b));
    if (pair.moved) {
      const auto shape = [](std::size_t i) { return fmt::format("member {}", i + 1); };
      note(Rule::member_moved, here, fmt::format("is {} instead of {}", shape(pair.after), pair.before + 1),
           {.before = {.span = a.span, .shape = shape(pair.before)},
            .after = {.span = b.span, .shape = shape(pair.after)}});
    }
    types({.before = a.type, .after = b.type}, here);
  }
  for (const std::size_t i : matched.added) {
    added(Rule::member_added, inside(place, after[i].name),
          {.span = after[i].span, .shape = side_after(after[i].type).shape});
  }
  if (!matched.added.empty() || !matched.removed.empty()) resized(Rule::union_resized, type, place);
}

void Comparison::variants(Both<model::Variant> variant, Two<TypeId> type, const Place& place) {
  const bool one_tag = tags(variant, place);
  if (!one_tag) representation({.before = variant.before->repr, .after = variant.after->repr}, type, place);
  const std::vector<model::Case>& before = variant.before->cases;
  const std::vector<model::Case>& after = variant.after->cases;
  const auto members = [](const std::vector<model::Case>& cases, const Numbers& classes) {
    return members_of(cases, std::identity(),
                      [&](std::size_t i) { return cases[i].payload ? classes[cases[i].payload.index()] + 1 : 0; });
  };
  const auto side = [](const model::Case& c, std::size_t value) {
    return Side{.span = c.span, .shape = fmt::format("value {}", value)};
  };
  const MemberPairs matched = match_members(members(before, world_.kin.before), members(after, world_.kin.after));
  bool other_payloads = !matched.removed.empty() || !matched.added.empty();
  for (const std::size_t i : matched.removed) {
    if (!one_tag) removed(Rule::case_removed, inside(place, before[i].name), side(before[i], i));
  }
  for (const MemberPairs::Pair& pair : matched.pairs) {
    const model::Case& a = before[pair.before];
    const model::Case& b = after[pair.after];
    const Place here = inside(place, a.name);
    docs(here, a.docs, b.docs, {.before = a.span, .after = b.span});
    if (pair.renamed && !one_tag) {
      renamed(Rule::case_renamed, here, names_of(a, b));
    } else if (!one_tag && pair.before != pair.after) {
      note(Rule::case_value_changed, here, fmt::format("has the value {} instead of {}", pair.after, pair.before),
           {.before = side(a, pair.before), .after = side(b, pair.after)});
    }
    other_payloads |= payloads({.before = &a, .after = &b}, here);
  }
  for (const std::size_t i : matched.added) {
    if (!one_tag) added(Rule::case_added, inside(place, after[i].name), side(after[i], i));
  }
  if (other_payloads) resized(Rule::variant_resized, type, place);
}

// The types of tags that were named; how wide they are has been compared.
bool Comparison::tags(Both<model::Variant> variant, const Place& place) {
  const TypeId a = variant.before->tag;
  const TypeId b = variant.after->tag;
  if (!a && !b) return false;
  const auto alias = [](const model::Model& model, TypeId id) {
    const auto* found = id ? std::get_if<model::Alias>(&model.types[id].shape) : nullptr;
    return found == nullptr ? model::DefinitionId() : found->definition;
  };
  const model::DefinitionId old_tag = alias(*world_.models.before, a);
  const model::DefinitionId new_tag = alias(*world_.models.after, b);
  const bool named = a && b && old_tag && new_tag;
  if (named && world_.pairs.definitions.of_before(old_tag) == new_tag) return true;
  if (!named && a && b && same_meaning({.before = a, .after = b})) return false;
  const auto name = [](const model::Model& model, TypeId id) {
    return id ? describe(model, id) : std::string("no named type");
  };
  const std::string before = name(*world_.models.before, a);
  const std::string after = name(*world_.models.after, b);
  note(Rule::tag_type_changed, place, fmt::format("has {} as its tag instead of {}", after, before),
       {.before = {.span = a ? world_.models.before->types[a].span : support::Span(), .shape = before},
        .after = {.span = b ? world_.models.after->types[b].span : support::Span(), .shape = after}});
  return false;
}

// " (tag of any and some)": the definitions on both sides that have this one as their tag.
std::string Comparison::holders_of_tag(Two<model::DefinitionId> id) const {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  const auto has_tag = [](const model::Model& model, model::DefinitionId holder, model::DefinitionId tag) {
    const auto* variant = std::get_if<model::Variant>(&model.types[model.definitions[holder].type].shape);
    if (variant == nullptr || !variant->tag) return false;
    const auto* alias = std::get_if<model::Alias>(&model.types[variant->tag].shape);
    return alias != nullptr && alias->definition == tag;
  };
  std::vector<std::string> names;
  for (std::size_t i = 0; i < before.definitions.size(); ++i) {
    const model::DefinitionId holder(i);
    const model::DefinitionId same = world_.pairs.definitions.of_before(holder);
    if (same && has_tag(before, holder, id.before) && has_tag(after, same, id.after))
      names.push_back(world_.path(before, holder));
  }
  return names.empty() ? std::string() : fmt::format(" (tag of {})", fmt::join(names, ", "));
}

// Whether the case carries something on one side only.
bool Comparison::payloads(Both<model::Case> c, const Place& place) {
  const TypeId a = c.before->payload;
  const TypeId b = c.after->payload;
  if (a && b) {
    types({.before = a, .after = b}, place);
  } else if (a) {
    note(Rule::payload_removed, place, fmt::format("carries nothing instead of {}", describe(*world_.models.before, a)),
         {.before = side_before(a), .after = {.span = c.after->span, .shape = {}}});
  } else if (b) {
    note(Rule::payload_added, place, fmt::format("carries {} instead of nothing", describe(*world_.models.after, b)),
         {.before = {.span = c.before->span, .shape = {}}, .after = side_after(b)});
  }
  return static_cast<bool>(a) != static_cast<bool>(b);
}

// Where members came or went, they may have taken the size with them.
void Comparison::resized(Rule rule, Two<TypeId> type, const Place& place) {
  if (place.taken_apart) return;
  const model::Layout& a = world_.layouts.before[type.before];
  const model::Layout& b = world_.layouts.after[type.after];
  const auto shape = [](const model::Layout& layout) {
    const std::string payload = layout.offsets.empty() || layout.offsets[0] == 0
                                    ? std::string()
                                    : fmt::format(", payload {}", at_offset(layout.offsets[0]));
    return fmt::format("{} aligned to {}{}", bytes(layout.size), layout.align, payload);
  };
  const std::string before = shape(a);
  const std::string after = shape(b);
  if (before == after) return;
  note(rule, place, fmt::format("takes {} instead of {}", after, before),
       {.before = {.span = {}, .shape = before}, .after = {.span = {}, .shape = after}});
}

}  // namespace diff
