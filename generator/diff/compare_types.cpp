// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <type_traits>
#include <variant>

#include "diff/comparison.h"
#include "diff/renames.h"
#include "diff/spelling.h"
#include "model/match.h"

namespace diff {
namespace {

using model::DefinitionId;
using model::TypeId;

// The last definition that a chain of aliases leads to; none for a type that was written out.
DefinitionId last_definition(const model::Model& model, TypeId id) {
  DefinitionId last;
  while (const auto* alias = std::get_if<model::Alias>(&model.types[id].shape)) {
    last = alias->definition;
    id = model.definitions[last].type;
  }
  return last;
}

TypeId behind_aliases(const model::Model& model, TypeId id) {
  const auto* alias = std::get_if<model::Alias>(&model.types[id].shape);
  return alias == nullptr ? id : alias->target;
}

// Whether generated code gives each definition of such a type a type of its own.
bool has_identity(const model::Type::Shape& shape) {
  return model::match(
      shape,
      [](const model::OneOf<model::Primitive, model::Bool, model::List, model::Pointer, model::Buffer> auto&) {
        return false;
      },
      [](const model::OneOf<model::Unknown, model::Alias, model::Enum, model::Int, model::Flags, model::Record,
                            model::Variant, model::Union, model::Handle> auto&) { return true; });
}

// Whether a list of such elements is a string, which lies in memory as bytes.
bool is_text(const model::Model& model, TypeId element) {
  const auto* primitive = std::get_if<model::Primitive>(&resolved(model, element).shape);
  return primitive != nullptr && *primitive == model::Primitive::char_;
}

// "filesize (u64, 8 bytes)", "u32 (4 bytes)", "errno (2 bytes)"
std::string describe_in_full(const model::Model& model, const model::Layouts& layouts, TypeId type) {
  const model::Type::Shape& shape = resolved(model, type).shape;
  const bool alias = std::holds_alternative<model::Alias>(model.types[type].shape);
  const bool spelled = alias && std::holds_alternative<model::Primitive>(shape);
  const TypeId last = spelled ? model.definitions[last_definition(model, type)].type : type;
  return fmt::format("{} ({}{})", describe(model, type), spelled ? spell(model, last) + ", " : "",
                     bytes(layouts[type].size));
}

}  // namespace

Place Comparison::inside(const Place& place, const std::string& name) {
  Place inner = place;
  inner.path += "." + name;
  inner.taken_apart = false;
  return inner;
}

bool Comparison::same_meaning(Two<TypeId> type) const {
  return world_.meaning.before[type.before.index()] == world_.meaning.after[type.after.index()];
}

Side Comparison::side_before(TypeId type) const {
  const model::Model& model = *world_.models.before;
  return {.span = model.types[type].span,
          .shape = fmt::format("{}, {}", spell(model, type), bytes(world_.layouts.before[type].size))};
}

Side Comparison::side_after(TypeId type) const {
  const model::Model& model = *world_.models.after;
  return {.span = model.types[type].span,
          .shape = fmt::format("{}, {}", spell(model, type), bytes(world_.layouts.after[type].size))};
}

void Comparison::note_types(Rule rule, Two<TypeId> type, const Place& place) {
  const std::string a = describe_in_full(*world_.models.before, world_.layouts.before, type.before);
  const std::string b = describe_in_full(*world_.models.after, world_.layouts.after, type.after);
  Two<Side> sides{.before = side_before(type.before), .after = side_after(type.after)};
  if (rule == Rule::retyped) {
    sides.before.exchanged = world_.forms.before.digest(type.before);
    sides.after.exchanged = world_.forms.after.digest(type.after);
  }
  note(rule, place, a == b ? fmt::format("is another {}", b) : fmt::format("is {} instead of {}", b, a),
       std::move(sides));
}

void Comparison::types(Two<TypeId> type, const Place& place) {
  const model::Type::Shape& a = world_.models.before->types[type.before].shape;
  const model::Type::Shape& b = world_.models.after->types[type.after].shape;
  if (std::holds_alternative<model::Alias>(a) || std::holds_alternative<model::Alias>(b)) return named(type, place);
  if (a.index() != b.index()) return another(type, place);
  const auto compare = [&]<typename Shape>(const Shape& before) {
    const Both<Shape> both{.before = &before, .after = &std::get<Shape>(b)};
    if constexpr (std::is_same_v<Shape, model::Primitive>) {
      if (*both.before != *both.after) another(type, place);
    } else if constexpr (std::is_same_v<Shape, model::Bool>) {
      representation({.before = both.before->repr, .after = both.after->repr}, type, place);
    } else if constexpr (std::is_same_v<Shape, model::Enum>) {
      representation({.before = both.before->repr, .after = both.after->repr}, type, place);
      values(both.before->cases, both.after->cases,
             {Rule::case_added, Rule::case_removed, Rule::case_value_changed, Rule::case_renamed, "value"}, place);
    } else if constexpr (std::is_same_v<Shape, model::Int>) {
      representation({.before = both.before->repr, .after = both.after->repr}, type, place);
      values(both.before->constants, both.after->constants,
             {Rule::value_added, Rule::value_removed, Rule::value_changed, Rule::value_renamed, "value"}, place);
    } else if constexpr (std::is_same_v<Shape, model::Flags>) {
      representation({.before = both.before->repr, .after = both.after->repr}, type, place);
      values(both.before->flags, both.after->flags,
             {Rule::flag_added, Rule::flag_removed, Rule::flag_moved, Rule::flag_renamed, "bit"}, place);
    } else if constexpr (std::is_same_v<Shape, model::Record>) {
      records(both, type, place);
    } else if constexpr (std::is_same_v<Shape, model::Variant>) {
      variants(both, type, place);
    } else if constexpr (std::is_same_v<Shape, model::Union>) {
      unions(both, type, place);
    } else if constexpr (std::is_same_v<Shape, model::List>) {
      const Two<TypeId> elements{.before = both.before->element, .after = both.after->element};
      if (is_text(*world_.models.before, elements.before) != is_text(*world_.models.after, elements.after))
        return another(type, place);
      Place element = place;
      element.path += "[]";
      types(elements, element);
    } else if constexpr (std::is_same_v<Shape, model::Pointer>) {
      pointers(both, type, place);
    } else if constexpr (std::is_same_v<Shape, model::Handle>) {
      handles(both, type, place);
    } else if constexpr (std::is_same_v<Shape, model::Buffer>) {
      buffers(both, type, place);
    } else {
      // Aliases have left above; what was unknown is an error that was reported.
      static_assert(std::is_same_v<Shape, model::Alias> || std::is_same_v<Shape, model::Unknown>);
    }
  };
  std::visit(compare, a);
}

// At least one side names a definition.
void Comparison::named(Two<TypeId> type, const Place& place) {
  const model::Model& before = *world_.models.before;
  const model::Model& after = *world_.models.after;
  const auto* a = std::get_if<model::Alias>(&before.types[type.before].shape);
  const auto* b = std::get_if<model::Alias>(&after.types[type.after].shape);
  // The same definition: whatever differs in it is found there.
  if (a != nullptr && b != nullptr && world_.pairs.definitions.of_before(a->definition) == b->definition) return;
  const DefinitionId last_before = last_definition(before, type.before);
  const DefinitionId last_after = last_definition(after, type.after);
  const bool same_definition =
      last_before && last_after && world_.pairs.definitions.of_before(last_before) == last_after;
  if (same_definition) return note_types(Rule::alias_replaced, type, place);
  if (!same_meaning(type))
    return is_alike(type) && !place.in_another ? inside_another(type, place) : another(type, place);
  note_types(has_identity(resolved(before, type.before).shape) ? Rule::type_replaced : Rule::alias_replaced, type,
             place);
}

// Another type of the same kind with most of its members: what differs in it is what would differ if it had kept its name.
void Comparison::inside_another(Two<TypeId> type, const Place& place) {
  if (world_.same_wire.types(type.before, type.after)) return another(type, place);
  note_types(Rule::type_replaced, type, place);
  Place inner = place;
  inner.in_another = true;
  types({.before = behind_aliases(*world_.models.before, type.before),
         .after = behind_aliases(*world_.models.after, type.after)},
        inner);
}

bool Comparison::is_alike(Two<TypeId> type) const {
  return have_most_members_in_common(resolved(*world_.models.before, type.before),
                                     resolved(*world_.models.after, type.after));
}

// The types differ in more than their names: are their bytes the same?
void Comparison::another(Two<TypeId> type, const Place& place) {
  const model::Type::Shape& a = resolved(*world_.models.before, type.before).shape;
  const model::Type::Shape& b = resolved(*world_.models.after, type.after).shape;
  const bool same = exchanges_the_same(place) || world_.same_wire.types(type.before, type.after);
  const bool one_handle = std::holds_alternative<model::Handle>(a) != std::holds_alternative<model::Handle>(b);
  const bool same_size = world_.layouts.before[type.before].size == world_.layouts.after[type.after].size;
  note_types(same ? Rule::reinterpreted : one_handle && same_size ? Rule::handle_changed : Rule::retyped, type, place);
}

void Comparison::representation(Two<model::Repr> repr, Two<TypeId> type, const Place& place) {
  // How a result is taken apart does not depend on the width that it would have in memory.
  if (repr.before == repr.after || place.taken_apart || exchanges_the_same(place)) return;
  const std::string a = bytes(size_of(repr.before));
  const std::string b = bytes(size_of(repr.after));
  note(Rule::representation_changed, place, fmt::format("is represented by {} instead of {}", b, a),
       {.before = {.span = world_.models.before->types[type.before].span, .shape = a},
        .after = {.span = world_.models.after->types[type.after].span, .shape = b}});
}

void Comparison::pointers(Both<model::Pointer> pointer, Two<TypeId> type, const Place& place) {
  if (pointer.before->constant != pointer.after->constant) note_types(Rule::constness_changed, type, place);
  Place pointee = place;
  pointee.path += "*";
  const bool carried = place.flow.guest_sends || place.flow.host_sends;
  if (!pointer.before->constant || !pointer.after->constant)
    pointee.flow = {.guest_sends = carried, .host_sends = carried};
  types({.before = pointer.before->pointee, .after = pointer.after->pointee}, pointee);
}

void Comparison::buffers(Both<model::Buffer> buffer, Two<TypeId> type, const Place& place) {
  if (buffer.before->out != buffer.after->out) note_types(Rule::buffer_turned, type, place);
  Place element = place;
  element.path += "[]";
  if (buffer.after->out) std::swap(element.flow.guest_sends, element.flow.host_sends);
  types({.before = buffer.before->element, .after = buffer.after->element}, element);
}

void Comparison::handles(Both<model::Handle> handle, Two<TypeId> type, const Place& place) {
  const model::ResourceId a = handle.before->resource;
  const model::ResourceId b = handle.after->resource;
  const bool same_resource = a && b ? world_.pairs.resources.of_before(a) == b : !a && !b;
  if (!same_resource) note_types(Rule::handle_resource_changed, type, place);
  for (const DefinitionId super : handle.before->supertypes) {
    const DefinitionId same = world_.pairs.definitions.of_before(super);
    const auto& supers = handle.after->supertypes;
    if (same && std::ranges::find(supers, same) != supers.end()) continue;
    const std::string& name = world_.models.before->definitions[super].name;
    note(Rule::supertype_removed, place, fmt::format("may no longer stand in for {}", name),
         {.before = {.span = world_.models.before->types[type.before].span, .shape = name}, .after = {}});
  }
  for (const DefinitionId super : handle.after->supertypes) {
    const DefinitionId same = world_.pairs.definitions.of_after(super);
    const auto& supers = handle.before->supertypes;
    if (same && std::ranges::find(supers, same) != supers.end()) continue;
    const std::string& name = world_.models.after->definitions[super].name;
    note(Rule::supertype_added, place, fmt::format("may stand in for {} now", name),
         {.before = {}, .after = {.span = world_.models.after->types[type.after].span, .shape = name}});
  }
}

}  // namespace diff
