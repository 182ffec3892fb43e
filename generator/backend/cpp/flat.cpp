// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/cpp/flat.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bind/forms.h"
#include "model/match.h"

namespace backend::cpp {
namespace {

using model::Core;
using model::OneOf;
using model::TypeId;

bool is_float(Core core) { return core == Core::f32 || core == Core::f64; }

}  // namespace

std::string converted(const FlatValue& value, Core to) {
  if (value.core == to) return value.value;
  const char* carrier = carrier_of(to);
  if (is_float(value.core) == is_float(to)) return fmt::format("static_cast<{}>({})", carrier, value.value);
  if (is_float(value.core)) {
    const Core same_width = value.core == Core::f32 ? Core::i32 : Core::i64;
    const std::string bits = fmt::format("__builtin_bit_cast({}, {})", carrier_of(same_width), value.value);
    return same_width == Core::i32 && to == Core::i64 ? fmt::format("static_cast<{}>({})", carrier, bits) : bits;
  }
  const char* same_width = carrier_of(to == Core::f32 ? Core::i32 : Core::i64);
  return fmt::format("__builtin_bit_cast({}, static_cast<{}>({}))", carrier, same_width, value.value);
}

std::string tag_value(const bind::Plan& plan, const bind::Declaration& declaration, const model::Variant& variant,
                      std::size_t index, bool inside) {
  if (const bind::Declaration* tag = bind::tag_enum(plan.model, plan.outline, variant))
    return tag->name.identifier + "::" + tag->members[index].identifier;
  return (inside ? "" : declaration.name.identifier + "::") + "Tag::" + declaration.members[index].identifier;
}

const bind::Declaration& Flat::declaration_of(TypeId id) const {
  return *plan_.outline.find(bind::behind_names(plan_.model, id));
}

std::vector<Core> Flat::cores_of(TypeId id) const { return model::flatten(plan_.model, plan_.layouts, id); }

std::vector<FlatValue> Flat::lower_variant(TypeId id, const model::Variant& variant, const std::string& value) const {
  const bind::Declaration& declaration = declaration_of(id);
  std::vector<std::vector<FlatValue>> cases;
  for (std::size_t i = 0; i < variant.cases.size(); ++i) {
    const TypeId payload = variant.cases[i].payload;
    cases.push_back(payload ? lower(payload, fmt::format("{}.payload.{}", value, declaration.members[i].identifier))
                            : std::vector<FlatValue>());
  }
  const std::vector<Core> cores = cores_of(id);
  std::vector<FlatValue> values{
      {.core = cores[0], .value = fmt::format("static_cast<{}>({}.tag)", carrier_of(cores[0]), value)}};
  for (std::size_t k = 0; k + 1 < cores.size(); ++k) {
    const Core core = cores[k + 1];
    std::string choice;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (k >= cases[i].size()) continue;
      choice += fmt::format("{}.tag == {} ? {} : ", value, tag_value(plan_, declaration, variant, i, false),
                            converted(cases[i][k], core));
    }
    values.push_back({.core = core, .value = fmt::format("({}{}{{}})", choice, carrier_of(core))});
  }
  return values;
}

std::vector<FlatValue> Flat::lower(TypeId id, const std::string& value) const {
  using Values = std::vector<FlatValue>;
  return model::match(
      model::resolved(plan_.model, id).shape,
      [&](const OneOf<model::List, model::Buffer> auto&) {
        return Values{{.core = Core::i32,
                       .value = fmt::format("static_cast<witx::u32>(reinterpret_cast<witx::usize>({}.data()))", value)},
                      {.core = Core::i32, .value = fmt::format("static_cast<witx::u32>({}.size())", value)}};
      },
      [&](const model::Record& record) {
        Values values;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
          const std::string& member = declaration_of(id).members[i].identifier;
          for (FlatValue& more : lower(record.fields[i].type, fmt::format("{}.{}", value, member)))
            values.push_back(std::move(more));
        }
        return values;
      },
      [&](const model::Variant& variant) { return lower_variant(id, variant, value); },
      [&](const OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                      model::Flags, model::Union, model::Pointer, model::Handle> auto&) {
        const Core core = cores_of(id)[0];
        const std::string lowered = spelling_.lowered(id, core, value);
        return Values{
            {.core = core,
             .value = is_float(core) ? lowered : fmt::format("static_cast<{}>({})", carrier_of(core), lowered)}};
      });
}

std::string Flat::lift_variant(TypeId id, const model::Variant& variant, const std::vector<FlatValue>& values,
                               std::size_t& next) const {
  const bind::Declaration& declaration = declaration_of(id);
  const FlatValue& tag = values[next++];
  const std::string& type = declaration.name.identifier;
  std::string choice;
  for (std::size_t i = 0; i < variant.cases.size(); ++i) {
    const TypeId payload = variant.cases[i].payload;
    std::string made;
    if (payload) {
      // The payload's own values, out of those that all cases share.
      std::vector<FlatValue> own;
      for (const Core core : cores_of(payload))
        own.push_back({.core = core, .value = converted(values[next + own.size()], core)});
      std::size_t from = 0;
      made = lift(payload, own, from);
    }
    choice += fmt::format("{} == {} ? {}::{}({}) : ", tag.value, i, type, declaration.members[i].identifier, made);
  }
  next += cores_of(id).size() - 1;
  return fmt::format("({}{}{{}})", choice, type);
}

std::string Flat::lift(TypeId id, const std::vector<FlatValue>& values, std::size_t& next) const {
  return model::match(
      model::resolved(plan_.model, id).shape,
      [&](const OneOf<model::List, model::Buffer> auto&) {
        const std::string& pointer = values[next].value;
        const std::string& size = values[next + 1].value;
        next += 2;
        return fmt::format("{}(reinterpret_cast<{}*>(static_cast<witx::usize>({})), {})", spelling_.type(id),
                           spelling_.element(id), pointer, size);
      },
      [&](const model::Record& record) {
        std::string members;
        for (const model::Field& field : record.fields)
          members += (members.empty() ? "" : ", ") + lift(field.type, values, next);
        return fmt::format("{}{{{}}}", spelling_.type(id), members);
      },
      [&](const model::Variant& variant) { return lift_variant(id, variant, values, next); },
      [&](const model::Primitive&) {
        return fmt::format("static_cast<{}>({})", spelling_.type(id), values[next++].value);
      },
      [&](const OneOf<model::Unknown, model::Alias, model::Bool, model::Enum, model::Int, model::Flags, model::Union,
                      model::Pointer, model::Handle> auto&) { return spelling_.lifting(id).of(values[next++].value); });
}

}  // namespace backend::cpp
