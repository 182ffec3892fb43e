// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values of enums and flags, and the widths of their types.
#include <fmt/format.h>

#include <algorithm>

#include "audit/comparison.h"

namespace audit {
namespace {

using diagnostics::Code;

struct Matched {
  const ValueClaim* claim = nullptr;
  ValueMatch match;
};

std::string shown(std::uint64_t value, bool is_flags) {
  return is_flags && value > 9 ? fmt::format("{:#x}", value) : fmt::format("{}", value);
}

// How a text counts the flags of a type: by masks, or by the positions of their bits.
bool counts_positions(const std::vector<Matched>& group) {
  std::size_t masks = 0;
  std::size_t positions = 0;
  for (const Matched& each : group) {
    masks += each.claim->value == each.match.value->value ? 1U : 0U;
    positions += each.claim->value == each.match.value->position ? 1U : 0U;
  }
  return positions > masks && positions * 2 >= group.size() && positions > 1;
}

// Declarations of one type that stand together.
void compare_group(Comparison& c, const ValueType& type, const std::vector<Matched>& group) {
  const bool positions = type.is_flags && counts_positions(group);
  const auto right = [&](const Matched& m) { return positions ? m.match.value->position : m.match.value->value; };
  const auto agreeing = static_cast<std::size_t>(
      std::count_if(group.begin(), group.end(), [&](const Matched& m) { return m.claim->value == right(m); }));
  // Names that others use as well, with mostly other values: theirs.
  const bool is_weak = std::all_of(group.begin(), group.end(), [](const Matched& m) { return m.match.is_weak; });
  if (is_weak && agreeing * 2 <= group.size()) {
    for (const Matched& each : group) c.unknown(each.claim->range);
    return;
  }
  SeenValues& seen = c.seen_values[&type];
  for (const Matched& each : group) {
    const NamedValue& value = *each.match.value;
    if (seen.values.empty()) seen.span = c.span(each.claim->range);
    seen.values.insert(&value);
    seen.in_enums += each.claim->is_case ? 1U : 0U;
    if (each.claim->value == right(each)) {
      c.agree();
      continue;
    }
    const std::uint64_t claimed = each.claim->value;
    auto& told =
        c.differ(Code::audit_value, each.claim->range,
                 fmt::format("'{}' is {} here, and {}.{} is {}", each.claim->name, shown(claimed, type.is_flags),
                             type.name, value.name, shown(right(each), type.is_flags)),
                 value.span);
    for (const NamedValue& other : type.values) {
      if ((positions ? other.position : other.value) == claimed)
        told.with_note(fmt::format("{} is {}.{}", shown(claimed, type.is_flags), type.name, other.name));
    }
  }
}

// A member of an enum that is called like a type, and that the type does not have.
void compare_extra(Comparison& c, const ValueClaim& claim) {
  for (const std::string_view container : claim.containers) {
    const ValueType* type = c.names.value_type(container);
    if (type == nullptr) continue;
    auto& told = c.lack(Code::audit_extra_case, c.span(claim.range),
                        fmt::format("{} has no '{}'", type->name, claim.name), type->span);
    for (const NamedValue& value : type->values) {
      if (value.value == claim.value) {
        told.with_note(fmt::format("{} is {}.{}", shown(claim.value, type->is_flags), type->name, value.name));
        c.seen_values[type].values.insert(&value);
      }
    }
    return;
  }
}

// A constant beside a type's values that has the value of one under another name: that one is not missing.
bool renames(Comparison& c, const ValueClaim& claim) {
  for (const std::string_view container : claim.containers) {
    const ValueType* type = c.names.value_type(container);
    if (type == nullptr || !c.seen_values.contains(type)) continue;
    for (const NamedValue& value : type->values) {
      if (value.value == claim.value) c.seen_values[type].values.insert(&value);
    }
    return true;
  }
  return false;
}

using Groups = std::map<std::pair<const ValueType*, std::size_t>, std::vector<Matched>>;

// The type whose values a group has; null if it has those of several.
const ValueType* only_type(const Groups& groups, std::size_t group) {
  const ValueType* found = nullptr;
  for (const auto& [key, values] : groups) {
    if (key.second != group || values.size() < 3) continue;
    if (found != nullptr) return nullptr;
    found = key.first;
  }
  return found;
}

// What stands for "any other", or counts the rest.
bool is_sentinel(std::string_view name) {
  const std::string word = squashed(name);
  return word.empty() || name.starts_with('_') || word == "count" || word == "max" || word == "last" ||
         word == "unknown" || word == "all" || word == "none" || word == "nonexhaustive" || word == "default";
}

// Whether a record of the definitions has a field of this type.
bool is_field(const Comparison& c, std::string_view type) {
  return std::any_of(c.claims->records.begin(), c.claims->records.end(), [&](const RecordClaim& record) {
    return c.names.record(record.name) != nullptr &&
           std::any_of(record.fields.begin(), record.fields.end(), [&](const FieldClaim& field) {
             return field.type.tokens.size() == 1 && field.type.tokens[0] == type;
           });
  });
}

}  // namespace

void compare_values(Comparison& c) {
  Groups groups;
  std::map<std::size_t, std::size_t> matched_in;
  std::vector<const ValueClaim*> unmatched;
  for (const ValueClaim& claim : c.claims->values) {
    const std::optional<ValueMatch> match = c.names.value(claim);
    if (!match) {
      unmatched.push_back(&claim);
      continue;
    }
    ++matched_in[claim.group];
    groups[{match->type, claim.group}].push_back({.claim = &claim, .match = *match});
  }
  // Of an enum that has one type's values under short names, the others: `EPERM` beside `SUCCESS`.
  std::erase_if(unmatched, [&](const ValueClaim* claim) {
    const auto type = claim->is_case ? only_type(groups, claim->group) : nullptr;
    const NamedValue* value = type == nullptr ? nullptr : c.names.value_of(*type, claim->name);
    if (value == nullptr) return false;
    groups[{type, claim->group}].push_back({.claim = claim, .match = {.type = type, .value = value, .is_weak = true}});
    return true;
  });
  for (const auto& [key, group] : groups) compare_group(c, *key.first, group);
  for (const ValueClaim* claim : unmatched) {
    const bool is_extra = claim->is_case && matched_in[claim->group] > 0 && !is_sentinel(claim->name);
    if (is_extra) {
      compare_extra(c, *claim);
    } else if (matched_in[claim->group] > 0 && renames(c, *claim)) {
      c.unknown(claim->range);
    } else if (!claim->containers.empty() || claim->is_case) {
      c.unknown(claim->range);
    }
  }
}

void compare_types(Comparison& c) {
  const Shapes shapes(*c.claims, c.names);
  for (const TypeClaim& claim : c.claims->types) {
    const TypeItem* item = c.names.type(claim.name);
    const Shape shape = shapes.as_written(claim.type);
    if (item == nullptr || !item->is_number || !shape.is_known() || shape.is_pointer) continue;
    // Where nothing lies in memory as it is written, a wider number holds the same values.
    const bool may_be_wider =
        !c.claims->language->is_laid_out || (c.claims->language->name == "Go" && !is_field(c, claim.name));
    if (shape.size < item->size || (shape.size > item->size && !may_be_wider)) {
      c.differ(Code::audit_width, claim.range,
               fmt::format("'{}' has {} byte{} here, and {} has {}", claim.name, shape.size, shape.size == 1 ? "" : "s",
                           item->name, item->size),
               item->span);
    } else if (shape.sign != Sign::unknown && item->sign != Sign::unknown && shape.sign != item->sign) {
      c.differ(Code::audit_sign, claim.range,
               fmt::format("'{}' is {} here, and {} is not", claim.name,
                           shape.sign == Sign::signed_ ? "signed" : "unsigned", item->name),
               item->span);
    } else {
      c.agree();
    }
  }
}

namespace {

// Types that have no value in any of the texts, where most of them have.
void missing_types(Comparison& c) {
  if (c.seen_values.size() * 2 <= c.items.values.size()) return;
  std::string list;
  const ValueType* first = nullptr;
  for (const ValueType& type : c.items.values) {
    // What is mentioned is declared in a way that is not understood.
    if (c.seen_values.contains(&type) || c.words.find(squashed(type.name)) != std::string::npos) continue;
    c.summary.missing.push_back(type.name);
    list += (list.empty() ? "" : ", ") + type.name;
    if (first == nullptr) first = &type;
  }
  if (first == nullptr) return;
  const auto place = std::find_if(c.seen_values.begin(), c.seen_values.end(),
                                  [](const auto& seen) { return seen.second.span.source != support::SourceId(); });
  if (place == c.seen_values.end()) return;
  support::Span top = place->second.span;
  for (const auto& [type, seen] : c.seen_values) {
    if (seen.span.source == top.source && seen.span.begin < top.begin) top = seen.span;
  }
  c.lack(Code::audit_missing_case, top, fmt::format("nothing is said about the values of {}", list), first->span);
}

}  // namespace

void compare_missing(Comparison& c) {
  for (const auto& [type, seen] : c.seen_values) {
    std::vector<std::string> missing;
    for (const NamedValue& value : type->values) {
      if (!seen.values.contains(&value)) missing.push_back(value.name);
    }
    // A few values of many are a choice.
    if (missing.empty() || seen.values.size() * 2 <= type->values.size() || seen.span.source == support::SourceId())
      continue;
    std::string list;
    for (const std::string& name : missing) {
      c.summary.missing.push_back(type->name + '.' + name);
      list += (list.empty() ? "" : ", ") + name;
    }
    c.lack(Code::audit_missing_case, seen.span, fmt::format("of {}, nothing is said about {}", type->name, list),
           type->span);
  }
  missing_types(c);
  if (c.seen_functions.size() * 2 <= c.items.functions.size()) return;
  std::string list;
  support::Span defined;
  for (const FunctionItem& function : c.items.functions) {
    if (c.seen_functions.contains(&function)) continue;
    c.summary.missing.push_back(function.name);
    list += (list.empty() ? "" : ", ") + function.name;
    if (defined.source == support::SourceId()) defined = function.span;
  }
  if (!list.empty())
    c.lack(Code::audit_missing_function, c.first_function,
           fmt::format("of the functions, nothing is said about {}", list), defined);
}

}  // namespace audit
