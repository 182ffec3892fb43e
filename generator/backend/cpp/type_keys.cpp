// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "backend/base/ask.h"
#include "backend/base/literals.h"
#include "backend/base/rows.h"
#include "backend/cpp/cpp.h"
#include "backend/cpp/flat.h"
#include "backend/cpp/tables.h"
#include "bind/text.h"

namespace backend::cpp {
namespace {

using bind::Form;
using CppRow = Row<Cpp>;

std::size_t columns(const Cpp& cpp) { return cpp.plan.options.columns; }

// A literal beyond the signed integers needs its suffix.
std::string literal(std::uint64_t number) { return fmt::format("{}{}", number, number > INT64_MAX ? "u" : ""); }

std::string type_target(const Cpp& cpp, const At& at) {
  switch (at.type->form) {
    case Form::alias:
    case Form::integer: return cpp.spelling.target(declaration_at(at).type);
    case Form::enumeration:
    case Form::flags:
    case Form::handle:
    case Form::record:
    case Form::slice:
    case Form::variant:
    case Form::overlay: break;
  }
  return {};
}

// The identifier of no flag.
std::string none_of(const Cpp& cpp) { return bind::identifier(cpp.plan.naming, bind::Symbol::case_, "none"); }

bool has_none(const Cpp& cpp, const At& at) {
  if (at.type->form != Form::flags) return false;
  for (const bind::Name& name : declaration_at(at).members) {
    if (name.identifier == none_of(cpp)) return true;
  }
  return false;
}

std::string values_packed(const Cpp& cpp, const At& at) {
  const bool flags = at.type->form == Form::flags;
  if (!flags && at.type->form != Form::enumeration) return {};
  std::vector<std::string> items;
  if (flags && !has_none(cpp, at)) items.push_back(none_of(cpp) + " = 0");
  const std::span<const model::Value> values = at.type->values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::uint64_t number = number_of(*at.type, values[i]);
    items.push_back(fmt::format("{} = {}", declaration_at(at).members[i].identifier,
                                flags ? fmt::format("{:#x}", number) : literal(number)));
  }
  return packed_enumerators(items, columns(cpp));
}

std::string names_table(const Cpp& cpp, const At& at) {
  if (at.type->form != Form::enumeration && at.type->form != Form::flags) return {};
  std::vector<std::string> texts;
  for (const model::Value& value : at.type->values) texts.push_back(value.name);
  return packed_texts(texts, cpp.plan.options.names, columns(cpp));
}

std::string messages_table(const Cpp& cpp, const At& at) {
  if (at.type->form != Form::enumeration) return {};
  std::vector<std::string> texts;
  for (const model::Value& value : at.type->values) texts.push_back(bind::first_sentence(value.docs));
  return packed_texts(texts, cpp.plan.options.messages, columns(cpp));
}

// How a constructor makes a slice's pointer and length out of a pointer and a count.
std::string slice_initializers(const Cpp& cpp, const At& at) {
  if (at.type->form != Form::slice) return {};
  const std::span<const model::Field> fields = at.type->fields;
  const std::string& pointer = declaration_at(at).members[0].identifier;
  const std::string length = fmt::format("{}(static_cast<{}>(size))", declaration_at(at).members[1].identifier,
                                         cpp.spelling.type(fields[1].type));
  const std::string text = wrap_items({pointer + "(witx::byte_address(data))", length}, 8, 3, 8, columns(cpp));
  return text.substr(text.front() == '\n' ? 9 : 0);
}

std::string slice_const(const Cpp& cpp, const At& at) {
  if (at.type->form != Form::slice) return {};
  const model::Field& first = at.type->fields[0];
  const auto& pointer = std::get<model::Pointer>(model::resolved(cpp.plan.model, first.type).shape);
  return pointer.constant ? "const " : "";
}

std::string variant_tag_type(const At& at) {
  if (at.type->form != Form::variant) return {};
  return at.type->tag != nullptr ? at.type->tag->name.identifier : "Tag";
}

std::vector<CppRow> type_rows() {
  return {
      {"type_target", type_target, "of an alias: what it stands for"},
      {"type_repr",
       [](const At& at) {
         if (at.type->form == Form::handle) return repr(model::Repr::u32);
         const model::Repr* own = at.type->repr;
         return own == nullptr ? std::string() : repr(*own);
       },
       "the integer that represents it or its tag; empty of records and unions"},
      {"values_packed", values_packed, "enumerators, as many a line as fit, for a body without docs"},
      {"names_table", names_table, "string literals of all names, each ended by a zero, or nullptr"},
      {"messages_table", messages_table, "of an enum: the same of all messages"},
      {"flags_has_none", has_none, "a flag is called none"},
      {"flags_none",
       [](const Cpp& cpp, const At& at) { return at.type->form == Form::flags ? none_of(cpp) : std::string(); },
       "identifier of no flag"},
      {"slice_initializers", slice_initializers, "how a constructor makes both from a pointer and a count"},
      {"slice_const", slice_const, "'const ' or empty"},
      {"variant_tag_type", variant_tag_type, ""},
  };
}

// The type of the payload, or nothing.
std::string case_type(const Cpp& cpp, const At& at) {
  const model::Case& c = case_at(at);
  return has_payload(cpp.plan, c) ? cpp.spelling.type(c.payload) : std::string();
}

// The parameter of the function that makes a case, on a line of its own if it must be.
std::string case_param(const Cpp& cpp, const At& at) {
  const std::string type = case_type(cpp, at);
  if (type.empty()) return {};
  const std::size_t begin = std::string_view("  [[nodiscard]] static constexpr  (").size() +
                            declaration_at(at).name.identifier.size() + member_at(at).identifier.size();
  return wrap_items({constant(type) + "& value"}, begin, std::string_view(") noexcept {").size(), 6, columns(cpp));
}

std::vector<CppRow> case_rows() {
  return {
      {"case_accessor", [](const Cpp& cpp, const At& at) { return cpp.accessors.at(at.type)[at.index]; },
       "identifier of the function that gives the payload"},
      {"case_tag",
       [](const Cpp& cpp, const At& at) {
         return tag_value(cpp.plan, declaration_at(at), *at.type->variant, at.index, true);
       },
       "the tag's value"},
      {"case_param", case_param, "the parameter of the function that makes this case"},
      {"case_type", case_type, "the payload, or empty"},
      {"case_const_type",
       [](const Cpp& cpp, const At& at) {
         const std::string type = case_type(cpp, at);
         return type.empty() ? type : constant(type);
       },
       "the same made constant, or empty"},
  };
}

bool is_handle(const Cpp& cpp, const bind::Declaration* type) {
  return type != nullptr && std::holds_alternative<model::Handle>(model::resolved(cpp.plan.model, type->type).shape);
}

// A value as a number, where its type is not one.
std::string constant_type(const Cpp& cpp, const At& at) {
  const bind::Declaration* type = constant_at(cpp.plan, at).type;
  const bool number =
      type == nullptr || bind::is_aggregate(cpp.plan.model, type->type) || bind::is_list(cpp.plan.model, type->type);
  return number ? repr(model::Repr::u64) : type->name.identifier;
}

std::string constant_value(const Cpp& cpp, const At& at) {
  const bind::ConstantPlan& constant = constant_at(cpp.plan, at);
  const std::string type = constant_type(cpp, at);
  return fmt::format("{}({})", is_handle(cpp, constant.type) ? type : "static_cast<" + type + ">",
                     literal(constant.named->constant.value));
}

}  // namespace

void add_types(Tables& tables, const Cpp* cpp) {
  add(tables, Thing::type, cpp, type_rows());
  add<Cpp>(tables, Thing::value, cpp,
           {{"value_number", [](const At& at) { return literal(number_of(*at.type, value_at(at))); },
             "the value as a literal; of a flag its bit set"}});
  add<Cpp>(tables, Thing::field, cpp,
           {{"field_type", [](const Cpp& own, const At& at) { return own.spelling.type(field_at(at).type); }, ""}});
  add(tables, Thing::case_, cpp, case_rows());
  add<Cpp>(tables, Thing::constant, cpp,
           {{"constant_type", constant_type, ""}, {"constant_value", constant_value, "an expression"}});
}

}  // namespace backend::cpp
