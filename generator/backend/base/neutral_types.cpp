// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "backend/base/ask.h"
#include "backend/base/neutral.h"
#include "backend/base/rows.h"
#include "model/spell.h"

namespace backend {
namespace {

using bind::Form;
using bind::Plan;
using NeutralRow = Row<Plan>;

std::string hex(std::uint64_t number) { return fmt::format("{:#x}", number); }

template <Form... forms>
bool is(const At& at) {
  return ((at.type->form == forms) || ...);
}

bool is_list(const Plan& plan, const At& at) {
  return at.type->form == Form::alias && bind::is_list(plan.model, declaration_at(at).type) &&
         !std::holds_alternative<model::Alias>(plan.model.types[declaration_at(at).type].shape);
}

bool has_streams(const Plan& plan, const bind::Declaration& declaration) {
  const bind::Outline& outline = plan.outline;
  return outline.standard_handle != bind::Outline::none &&
         &outline.declarations[outline.standard_handle] == &declaration;
}

// Bytes of what may take none.
const model::Layout* layout_of(const Plan& plan, const bind::Declaration& declaration) {
  return declaration.type ? &plan.layouts[declaration.type] : nullptr;
}

std::string offset_of(const Plan& plan, const At& at, std::size_t member) {
  const model::Layout& layout = plan.layouts[declaration_at(at).type];
  return std::to_string(layout.offsets.empty() ? 0 : layout.offsets[member]);
}

// NOLINTNEXTLINE(readability-function-size): one table.
std::vector<NeutralRow> type_rows() {
  return {
      {"type_name", [](const At& at) { return declaration_at(at).name.identifier; }, "identifier"},
      {"type_names", [](const At& at) { return SpecName{declaration_at(at).spec_name}; }, ""},
      {"type_docs",
       [](const Plan& plan, const At& at) {
         return docs(plan, bind::docs_of(plan.model, declaration_at(at)), declaration_at(at).name,
                     declaration_at(at).spec_name);
       },
       ""},
      {"type_witx",
       [](const Plan& plan, const At& at) {
         return declaration_at(at).type ? model::witx_type(plan.model, declaration_at(at).type) : "(resource)";
       },
       "what it is defined as, in witx"},
      {"type_is_structural",
       [](const Plan& plan, const At& at) { return bind::is_structural(plan.model, declaration_at(at)); },
       "has no name, and its parts say all about it"},
      {"type_is_alias", is<Form::alias, Form::integer>, "another name for a type"},
      {"type_is_int", is<Form::integer>, "an alias of an integer some of whose values have names"},
      {"type_is_list", is_list, "an alias of a list, string or buffer: a pointer and a length"},
      {"type_is_enum", is<Form::enumeration>, ""},
      {"type_is_flags", is<Form::flags>, ""},
      {"type_is_handle", is<Form::handle>, "also a resource"},
      {"type_is_record", is<Form::record>, ""},
      {"type_is_slice", is<Form::slice>, "a record of exactly a pointer to bytes and a length"},
      {"type_is_variant", is<Form::variant>, "a tag and a payload"},
      {"type_is_union", is<Form::overlay>, "a union without a tag"},
      {"type_is_empty",
       [](const Plan& plan, const At& at) {
         const model::Layout* layout = layout_of(plan, declaration_at(at));
         return layout != nullptr && layout->size == 0;
       },
       "takes no memory"},
      {"type_is_last", [](const Plan& plan, const At& at) { return at.index + 1 == plan.types.size(); }, ""},
      {"type_repr_bits",
       [](const At& at) {
         const model::Repr* repr = at.type->repr;
         return repr == nullptr ? std::string() : std::to_string(model::bits_of(*repr));
       },
       "how wide the integer is that represents it or its tag; empty where there is none"},
      {"type_size",
       [](const Plan& plan, const At& at) {
         const model::Layout* layout = layout_of(plan, declaration_at(at));
         return layout == nullptr ? std::string("4") : std::to_string(layout->size);
       },
       "bytes"},
      {"type_align",
       [](const Plan& plan, const At& at) {
         const model::Layout* layout = layout_of(plan, declaration_at(at));
         return layout == nullptr ? std::string("4") : std::to_string(layout->align);
       },
       "bytes"},
      {"values", [](const At& at) { return List<Thing::value>{at.type->values.size()}; },
       "of an enum, flags or an open integer"},
      {"value_count", [](const At& at) { return std::to_string(at.type->values.size()); }, "how many they are"},
      {"type_has_values", [](const At& at) { return !at.type->values.empty(); }, ""},
      {"flags_known_bits",
       [](const At& at) { return is<Form::flags>(at) ? hex(bind::known_bits(at.type->values)) : std::string(); },
       "of flags: all bits, as 0x..."},
      {"handle_constants",
       [](const Plan& plan, const At& at) {
         return List<Thing::handle_constant>{
             has_streams(plan, declaration_at(at)) ? plan.outline.standard_streams.size() : 0};
       },
       "well-known handles"},
      {"handle_supertypes", [](const At& at) { return List<Thing::supertype>{at.type->supertypes.size()}; },
       "handles that this one may stand in for"},
      {"fields", [](const At& at) { return List<Thing::field>{at.type->fields.size()}; },
       "of a record, slice or union"},
      {"type_has_fields", [](const At& at) { return !at.type->fields.empty(); }, ""},
      {"cases", [](const At& at) { return List<Thing::case_>{at.type->cases.size()}; }, "of a variant"},
      {"variant_has_payloads", [](const At& at) { return at.type->first_payload < at.type->cases.size(); },
       "any case carries something that takes memory"},
      {"variant_has_own_tag", [](const At& at) { return is<Form::variant>(at) && at.type->tag == nullptr; },
       "no enum of the specification names its cases"},
      {"variant_payload_offset",
       [](const Plan& plan, const At& at) { return is<Form::variant>(at) ? offset_of(plan, at, 0) : std::string(); },
       "bytes from the tag"},
  };
}

std::vector<NeutralRow> value_rows() {
  return {
      {"value_name", [](const At& at) { return member_at(at).identifier; }, "identifier"},
      {"value_names", [](const At& at) { return SpecName{value_at(at).name}; }, ""},
      {"value_docs",
       [](const Plan& plan, const At& at) {
         const model::Value& value = value_at(at);
         return docs(plan, value.docs, member_at(at), value.name);
       },
       ""},
      {"value_decimal", [](const At& at) { return std::to_string(number_of(*at.type, value_at(at))); },
       "the value; of a flag its bit set"},
      {"value_hex", [](const At& at) { return hex(number_of(*at.type, value_at(at))); }, "the same as 0x..."},
      {"value_bit", [](const At& at) { return std::to_string(value_at(at).value); },
       "of a flag its bit's position, else the value"},
      {"value_is_last", [](const At& at) { return at.index + 1 == at.type->values.size(); }, ""},
  };
}

std::vector<NeutralRow> field_rows() {
  return {
      {"field_name", [](const At& at) { return member_at(at).identifier; }, "identifier"},
      {"field_names", [](const At& at) { return SpecName{field_at(at).name}; }, ""},
      {"field_docs",
       [](const Plan& plan, const At& at) {
         const model::Field& field = field_at(at);
         const auto* record = std::get_if<model::Record>(&plan.model.types[declaration_at(at).type].shape);
         if (record != nullptr && record->tuple) return docs(plan, field.docs);
         return docs(plan, field.docs, member_at(at), field.name);
       },
       ""},
      {"field_witx", [](const Plan& plan, const At& at) { return model::witx_type(plan.model, field_at(at).type); },
       "as the specification writes it"},
      // An empty record takes no room in a specification, but a byte in some languages.
      {"field_is_empty", [](const Plan& plan, const At& at) { return plan.layouts[field_at(at).type].size == 0; },
       "takes no memory"},
      {"field_is_first", [](const At& at) { return at.index == 0; }, ""},
      {"field_is_last", [](const At& at) { return at.index + 1 == at.type->fields.size(); }, ""},
      {"field_offset", [](const Plan& plan, const At& at) { return offset_of(plan, at, at.index); },
       "bytes from the record's start"},
      {"field_size",
       [](const Plan& plan, const At& at) { return std::to_string(plan.layouts[field_at(at).type].size); }, "bytes"},
  };
}

std::vector<NeutralRow> case_rows() {
  return {
      {"case_name", [](const At& at) { return member_at(at).identifier; }, "identifier"},
      {"case_names", [](const At& at) { return SpecName{case_at(at).name}; }, ""},
      {"case_docs",
       [](const Plan& plan, const At& at) {
         const model::Case& c = case_at(at);
         return docs(plan, c.docs, member_at(at), c.name);
       },
       ""},
      {"case_position", [](const At& at) { return std::to_string(at.index); }, "the tag's value"},
      {"case_has_payload", [](const Plan& plan, const At& at) { return has_payload(plan, case_at(at)); },
       "carries something that takes memory"},
      {"case_is_first_payload", [](const At& at) { return at.index == at.type->first_payload; },
       "and no earlier case does"},
      {"case_is_last", [](const At& at) { return at.index + 1 == at.type->cases.size(); }, ""},
      {"case_witx",
       [](const Plan& plan, const At& at) {
         const model::TypeId payload = case_at(at).payload;
         return payload ? model::witx_type(plan.model, payload) : std::string();
       },
       "the payload as the specification writes it, or empty"},
  };
}

std::vector<NeutralRow> handle_constant_rows() {
  return {
      {"handle_constant_name",
       [](const Plan& plan, const At& at) { return plan.outline.standard_streams[at.index].identifier; }, "identifier"},
      {"handle_constant_value", [](const At& at) { return std::to_string(at.index); }, "its number"},
  };
}

std::vector<NeutralRow> supertype_rows() {
  return {
      {"supertype_name", [](const At& at) { return at.type->supertypes[at.index]->name.identifier; }, "identifier"}};
}

std::vector<NeutralRow> constant_rows() {
  return {
      {"constant_name", [](const Plan& plan, const At& at) { return constant_at(plan, at).named->name.identifier; },
       "identifier"},
      {"constant_names",
       [](const Plan& plan, const At& at) { return SpecName{constant_at(plan, at).named->constant.name}; }, ""},
      {"constant_docs",
       [](const Plan& plan, const At& at) {
         const bind::NamedConstant& named = *constant_at(plan, at).named;
         return docs(plan, named.constant.docs, named.name, named.constant.type + "_" + named.constant.name);
       },
       ""},
      {"constant_number",
       [](const Plan& plan, const At& at) { return std::to_string(constant_at(plan, at).named->constant.value); },
       "decimal"},
      {"constant_is_last", [](const Plan& plan, const At& at) { return at.index + 1 == plan.constants.size(); }, ""},
  };
}

}  // namespace

void add_neutral_types(Tables& tables, const Plan* plan) {
  add(tables, Thing::type, plan, type_rows());
  add(tables, Thing::value, plan, value_rows());
  add(tables, Thing::field, plan, field_rows());
  add(tables, Thing::case_, plan, case_rows());
  add(tables, Thing::handle_constant, plan, handle_constant_rows());
  add(tables, Thing::supertype, plan, supertype_rows());
  add(tables, Thing::constant, plan, constant_rows());
}

}  // namespace backend
