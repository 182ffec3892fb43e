// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/spelling.h"

#include <fmt/format.h>

#include <string_view>

#include "model/match.h"
#include "model/spell.h"

namespace diff {
namespace {

using model::TypeId;

constexpr std::size_t longest_in_sentence = 40;

std::string counted(std::string_view what, std::size_t count, std::string_view part) {
  return fmt::format("{} of {} {}{}", what, count, part, count == 1 ? "" : "s");
}

}  // namespace

std::string spell(const model::Model& model, TypeId type) {
  return model::witx_type(model, type, model::Detail::exact);
}

std::string describe(const model::Model& model, TypeId type) {
  // The type itself where that is short enough.
  const auto or_spelled = [&](const auto& described) {
    std::string text = spell(model, type);
    return text.size() <= longest_in_sentence ? text : described();
  };
  return model::match(
      model.types[type].shape, [&](const model::Alias& alias) { return model.definitions[alias.definition].name; },
      [](const model::Enum& e) { return counted("an enum", e.cases.size(), "case"); },
      [](const model::Flags& f) { return counted("a set", f.flags.size(), "flag"); },
      [](const model::Int& i) { return counted("an integer", i.constants.size(), "named value"); },
      [&](const model::Record& r) {
        if (!r.tuple) return counted("a record", r.fields.size(), "field");
        return or_spelled([&r] { return counted("a tuple", r.fields.size(), "member"); });
      },
      [](const model::Union& u) { return counted("a union", u.members.size(), "member"); },
      [&](const model::Variant& v) {
        return or_spelled([&v] { return counted("a variant", v.cases.size(), "case"); });
      },
      [&](const model::List& l) { return or_spelled([&] { return "a list of " + describe(model, l.element); }); },
      [&](const model::Pointer& p) { return or_spelled([&] { return "a pointer to " + describe(model, p.pointee); }); },
      [&](const model::Buffer& b) { return or_spelled([&] { return "a buffer of " + describe(model, b.element); }); },
      [&](const model::OneOf<model::Unknown, model::Primitive, model::Bool, model::Handle> auto&) {
        return spell(model, type);
      });
}

std::string spell(const model::Signature& signature) {
  std::string text = "(";
  for (const model::CoreParam& param : signature.params)
    text += fmt::format("{}{}", text.size() > 1 ? ", " : "", name_of(param.core));
  text += ')';
  for (const model::Core result : signature.results) text += fmt::format(" -> {}", name_of(result));
  return text;
}

std::string bytes(std::uint64_t count) { return fmt::format("{} byte{}", count, count == 1 ? "" : "s"); }

}  // namespace diff
