// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/flat.h"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>
#include <variant>

namespace view {
namespace {

using model::Core;
using model::TypeId;

const char* carrier_of(Core core) {
  switch (core) {
    case Core::i32: return "witx::u32";
    case Core::i64: return "witx::u64";
    case Core::f32: return "witx::f32";
    case Core::f64: return "witx::f64";
  }
  std::abort();
}

// What two values of different cases share a slot as; model/abi decides the same.
Core joined(Core a, Core b) {
  if (a == b) return a;
  const auto are = [a, b](Core x, Core y) { return (a == x && b == y) || (a == y && b == x); };
  if (are(Core::i32, Core::f32)) return Core::i32;
  return are(Core::f32, Core::f64) ? Core::f64 : Core::i64;
}

}  // namespace

std::string converted(const Slot& slot, Core to) {
  if (slot.core == to) return slot.value;
  const bool from_float = slot.core == Core::f32 || slot.core == Core::f64;
  const bool to_float = to == Core::f32 || to == Core::f64;
  const char* carrier = carrier_of(to);
  if (from_float == to_float) return fmt::format("static_cast<{}>({})", carrier, slot.value);
  if (from_float) {
    const std::string bits =
        fmt::format("__builtin_bit_cast({}, {})", slot.core == Core::f32 ? "witx::u32" : "witx::u64", slot.value);
    return slot.core == Core::f32 && to == Core::i64 ? fmt::format("static_cast<witx::u64>({})", bits) : bits;
  }
  const char* same_width = to == Core::f32 ? "witx::u32" : "witx::u64";
  return fmt::format("__builtin_bit_cast({}, static_cast<{}>({}))", carrier, same_width, slot.value);
}

std::string Flat::tag_value(const model::Variant& variant, const Declaration& declaration, std::size_t index) const {
  if (variant.tag && std::holds_alternative<model::Enum>(model::resolved(model_, variant.tag).shape)) {
    const Declaration* tag = nullptr;
    for (TypeId id = variant.tag; tag == nullptr;) {
      const auto* alias = std::get_if<model::Alias>(&model_.types[id].shape);
      if (alias == nullptr) {
        tag = outline_.find(id);
        break;
      }
      id = model_.definitions[alias->definition].type;
    }
    return tag->name.identifier + "::" + tag->members[index].identifier;
  }
  return declaration.name.identifier + "::Tag::" + declaration.members[index].identifier;
}

std::vector<Slot> Flat::lower_variant(const model::Variant& variant, const Declaration& declaration,
                                      const std::string& value) const {
  std::vector<std::vector<Slot>> cases;
  std::vector<Core> cores;
  for (std::size_t i = 0; i < variant.cases.size(); ++i) {
    const TypeId payload = variant.cases[i].payload;
    cases.push_back(payload ? lower(payload, fmt::format("{}.payload.{}", value, declaration.members[i].identifier))
                            : std::vector<Slot>());
    for (std::size_t k = 0; k < cases[i].size(); ++k) {
      const Core core = cases[i][k].core;
      if (k < cores.size()) {
        cores[k] = joined(cores[k], core);
      } else {
        cores.push_back(core);
      }
    }
  }
  const Core tag = variant.repr == model::Repr::u64 ? Core::i64 : Core::i32;
  std::vector<Slot> slots{{.core = tag, .value = fmt::format("static_cast<{}>({}.tag)", carrier_of(tag), value)}};
  for (std::size_t k = 0; k < cores.size(); ++k) {
    std::string choice;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (k >= cases[i].size()) continue;
      choice += fmt::format("{}.tag == {} ? {} : ", value, tag_value(variant, declaration, i),
                            converted(cases[i][k], cores[k]));
    }
    slots.push_back({.core = cores[k], .value = fmt::format("({}{}{{}})", choice, carrier_of(cores[k]))});
  }
  return slots;
}

std::vector<Slot> Flat::lower(TypeId id, const std::string& value) const {
  const model::Type::Shape& shape = model::resolved(model_, id).shape;
  if (spelling_.is_list(id)) {
    return {{.core = Core::i32,
             .value = fmt::format("static_cast<witx::u32>(reinterpret_cast<witx::usize>({}.data()))", value)},
            {.core = Core::i32, .value = fmt::format("static_cast<witx::u32>({}.size())", value)}};
  }
  const TypeId declared = [&] {
    TypeId at = id;
    while (const auto* alias = std::get_if<model::Alias>(&model_.types[at].shape))
      at = model_.definitions[alias->definition].type;
    return at;
  }();
  const Declaration* declaration = outline_.find(declared);
  if (const auto* record = std::get_if<model::Record>(&shape)) {
    std::vector<Slot> slots;
    for (std::size_t i = 0; i < record->fields.size(); ++i) {
      std::vector<Slot> more =
          lower(record->fields[i].type, fmt::format("{}.{}", value, declaration->members[i].identifier));
      for (Slot& slot : more) slots.push_back(std::move(slot));
    }
    return slots;
  }
  if (const auto* variant = std::get_if<model::Variant>(&shape)) return lower_variant(*variant, *declaration, value);
  Core core = Core::i32;
  if (const auto* primitive = std::get_if<model::Primitive>(&shape)) {
    if (*primitive == model::Primitive::u64 || *primitive == model::Primitive::s64) core = Core::i64;
    if (*primitive == model::Primitive::f32) core = Core::f32;
    if (*primitive == model::Primitive::f64) core = Core::f64;
  }
  if (const auto* flags = std::get_if<model::Flags>(&shape); flags != nullptr && flags->repr == model::Repr::u64)
    core = Core::i64;
  const bool is_float = core == Core::f32 || core == Core::f64;
  const std::string lowered = spelling_.lowered(id, core, value);
  return {{.core = core, .value = is_float ? lowered : fmt::format("static_cast<{}>({})", carrier_of(core), lowered)}};
}

std::string Flat::lift_variant(const model::Variant& variant, const Declaration& declaration,
                               const std::vector<Slot>& slots, std::size_t& next) const {
  const Slot& tag = slots[next++];
  const std::string& type = declaration.name.identifier;
  std::string choice;
  std::size_t end = next;
  for (std::size_t i = 0; i < variant.cases.size(); ++i) {
    const TypeId payload = variant.cases[i].payload;
    std::string made = fmt::format("{}::{}()", type, declaration.members[i].identifier);
    if (payload) {
      // The payload's own slots, out of those that all cases share.
      const std::vector<Slot> own = lower(payload, "_");
      std::vector<Slot> converted_slots;
      for (std::size_t k = 0; k < own.size(); ++k) {
        converted_slots.push_back({.core = own[k].core, .value = converted(slots[next + k], own[k].core)});
      }
      std::size_t from = 0;
      made = fmt::format("{}::{}({})", type, declaration.members[i].identifier, lift(payload, converted_slots, from));
      end = std::max(end, next + own.size());
    }
    choice += fmt::format("{} == {} ? {} : ", tag.value, i, made);
  }
  next = end;
  return fmt::format("({}{}{{}})", choice, type);
}

std::string Flat::lift(TypeId id, const std::vector<Slot>& slots, std::size_t& next) const {
  const model::Type::Shape& shape = model::resolved(model_, id).shape;
  if (spelling_.is_list(id)) {
    const std::string pointer = slots[next].value;
    const std::string size = slots[next + 1].value;
    next += 2;
    return fmt::format("{}(reinterpret_cast<{}*>(static_cast<witx::usize>({})), {})", spelling_.type(id),
                       spelling_.element(id), pointer, size);
  }
  TypeId at = id;
  while (const auto* alias = std::get_if<model::Alias>(&model_.types[at].shape))
    at = model_.definitions[alias->definition].type;
  if (const auto* record = std::get_if<model::Record>(&shape)) {
    std::string members;
    for (const model::Field& field : record->fields) {
      members += (members.empty() ? "" : ", ") + lift(field.type, slots, next);
    }
    return fmt::format("{}{{{}}}", spelling_.type(id), members);
  }
  if (const auto* variant = std::get_if<model::Variant>(&shape))
    return lift_variant(*variant, *outline_.find(at), slots, next);
  const Slot& slot = slots[next++];
  if (std::holds_alternative<model::Primitive>(shape))
    return fmt::format("static_cast<{}>({})", spelling_.type(id), slot.value);
  return spelling_.lifted(id, slot.value);
}

}  // namespace view
