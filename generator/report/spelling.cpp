// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/spelling.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

namespace report {
namespace {

using model::Model;
using model::TypeId;

// In the order of the enumerations.
constexpr std::array reprs{"u8", "u16", "u32", "u64"};
constexpr std::array forms{"variant", "union", "expected", "option"};
constexpr std::array primitives{"u8",  "u16", "u32",  "u64",           "s8",           "s16", "s32", "s64",
                                "f32", "f64", "char", "(@witx char8)", "(@witx usize)"};

// The type in one word or form; a structure without a name shows its members.
struct Speller {
  const Model& model;

  [[nodiscard]] std::string of(TypeId id) const { return std::visit(*this, model.types[id].shape); }

  // " member" for each, behind the head of a form.
  template <typename Members, typename TypeOf>
  [[nodiscard]] std::string each(std::string_view head, const Members& members, TypeOf type_of) const {
    std::string text = fmt::format("({}", head);
    for (const auto& member : members) text += " " + type_of(member);
    return text + ")";
  }
  [[nodiscard]] std::string fields(std::string_view head, const std::vector<model::Field>& members) const {
    return each(head, members,
                [this](const model::Field& f) { return fmt::format("(field ${} {})", f.name, of(f.type)); });
  }
  [[nodiscard]] std::string values(std::string_view head, const std::vector<model::Value>& members) const {
    return each(head, members, [](const model::Value& v) { return "$" + v.name; });
  }
  [[nodiscard]] std::string payload(TypeId id) const { return id ? " " + of(id) : ""; }

  std::string operator()(const model::Unknown& /*shape*/) const { return "?"; }
  std::string operator()(model::Primitive primitive) const {
    return primitives.at(static_cast<std::size_t>(primitive));
  }
  std::string operator()(const model::Alias& alias) const { return model.definitions[alias.definition].name; }
  std::string operator()(const model::Bool& /*shape*/) const { return "bool"; }
  std::string operator()(const model::Enum& e) const {
    return values(fmt::format("enum (@witx tag {})", word(e.repr)), e.cases);
  }
  std::string operator()(const model::Int& i) const { return values(fmt::format("int {}", word(i.repr)), i.constants); }
  std::string operator()(const model::Flags& f) const {
    return values(fmt::format("flags (@witx repr {})", word(f.repr)), f.flags);
  }
  std::string operator()(const model::Record& r) const {
    if (!r.tuple) return fields("record", r.fields);
    return each("tuple", r.fields, [this](const model::Field& f) { return of(f.type); });
  }
  std::string operator()(const model::Variant& v) const {
    const auto payload_of = [this](const model::Case& c) { return c.payload ? of(c.payload) : std::string("(tuple)"); };
    switch (v.form) {
      case model::Variant::Form::expected:
        return fmt::format("(expected{} (error{}))", payload(v.cases[0].payload), payload(v.cases[1].payload));
      case model::Variant::Form::option: return fmt::format("(option{})", payload(v.cases[1].payload));
      case model::Variant::Form::union_: return each("union", v.cases, payload_of);
      case model::Variant::Form::variant: break;
    }
    return each("variant", v.cases,
                [this](const model::Case& c) { return fmt::format("(case ${}{})", c.name, payload(c.payload)); });
  }
  std::string operator()(const model::Union& u) const { return fields("union", u.members); }
  std::string operator()(const model::List& l) const { return fmt::format("(list {})", of(l.element)); }
  std::string operator()(const model::Pointer& p) const {
    return fmt::format("(@witx {} {})", p.constant ? "const_pointer" : "pointer", of(p.pointee));
  }
  std::string operator()(const model::Handle& h) const {
    return h.resource ? fmt::format("(handle ${})", model.resources[h.resource].name) : "(handle)";
  }
  std::string operator()(const model::Buffer& b) const {
    return fmt::format("({}-buffer {})", b.out ? "out" : "in", of(b.element));
  }
};

}  // namespace

const char* word(model::Repr repr) { return reprs.at(static_cast<std::size_t>(repr)); }
const char* word(model::Variant::Form form) { return forms.at(static_cast<std::size_t>(form)); }
std::string spelled(const Model& model, TypeId type) { return Speller{model}.of(type); }

}  // namespace report
