// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <variant>

#include "view/markdown.h"
#include "view/parts.h"
#include "view/text.h"

namespace view {
namespace {

using model::TypeId;
using nlohmann::json;

// Whether C's macro for a value goes over two lines.
bool value_is_long(const Context& context, const Declaration& declaration, const Name& name, bool bits) {
  const std::size_t cast = bits
                               ? declaration.name.identifier.size() + std::string_view("(()(UINT64_C(1) << 63))").size()
                               : std::string_view("(UINT64_C(18446744073709551615))").size();
  return std::string_view("#define  ").size() + name.identifier.size() + cast > context.options.columns;
}

json values_view(const Context& context, const Declaration& declaration, const std::vector<model::Value>& values,
                 bool bits) {
  json list = json::array();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const model::Value& value = values[i];
    const Name& name = declaration.members[i];
    const std::uint64_t number = bits ? std::uint64_t{1} << value.value : value.value;
    list.push_back({
        {"value_name", name.identifier},
        {"value_names", styles_view(value.name)},
        {"value_docs", docs_view(context, value.docs, rename_note(name, value.name))},
        // A literal beyond the signed integers needs its suffix.
        {"value_number", fmt::format("{}{}", number, number > INT64_MAX ? "u" : "")},
        {"value_hex", fmt::format("{:#x}", number)},
        {"value_decimal", std::to_string(number)},
        {"value_is_long", value_is_long(context, declaration, name, bits)},
        {"value_bit", std::to_string(value.value)},
        {"value_position", std::to_string(i)},
        {"value_text", cell_text(shown_docs(context, value.docs))},
        {"value_message", escape_literal(first_sentence(value.docs))},
    });
  }
  return list;
}

json fields_view(const Context& context, const Declaration& declaration, const std::vector<model::Field>& fields,
                 bool tuple) {
  const model::Layout& layout = context.layouts[declaration.type];
  json list = json::array();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const model::Field& field = fields[i];
    const Name& name = declaration.members[i];
    const model::Layout& own = context.layouts[field.type];
    list.push_back({
        {"field_name", name.identifier},
        {"field_names", styles_view(field.name)},
        {"field_docs",
         docs_view(context, field.docs, tuple ? std::vector<std::string>() : rename_note(name, field.name))},
        {"field_type", context.spelling.type(field.type)},
        {"field_witx", witx_type(context.model, field.type)},
        // An empty record takes no room in a specification, but a byte in C++.
        {"field_is_empty", own.size == 0},
        {"field_is_first", i == 0},
        {"field_text", cell_text(shown_docs(context, field.docs))},
        {"field_offset", std::to_string(layout.offsets.empty() ? 0 : layout.offsets[i])},
        {"field_size", std::to_string(own.size)},
    });
  }
  return list;
}

// The declaration of an enum that names a variant's cases, or null.
const Declaration* tag_enum(const Context& context, const model::Variant& variant) {
  for (TypeId id = variant.tag; id;) {
    const model::Type::Shape& shape = context.model.types[id].shape;
    if (std::holds_alternative<model::Enum>(shape)) return context.outline.find(id);
    const auto* alias = std::get_if<model::Alias>(&shape);
    id = alias == nullptr ? TypeId() : context.model.definitions[alias->definition].type;
  }
  return nullptr;
}

// The parameter of the function that makes a case, on a line of its own if it must be.
std::string case_param(const Context& context, const Name& variant, const Name& name, TypeId payload) {
  const std::size_t begin = std::string_view("  [[nodiscard]] static constexpr  (").size() + variant.identifier.size() +
                            name.identifier.size();
  return wrap_items({constant(context.spelling.type(payload)) + "& value"}, begin,
                    std::string_view(") noexcept {").size(), 6, context.options.columns);
}

void add_variant(const Context& context, const Declaration& declaration, const model::Variant& variant, json& view) {
  const Declaration* tag = tag_enum(context, variant);
  const bool flat = context.language.flat_names;
  const std::string own_tag = flat ? context.spelling.repr(variant.repr) : "Tag";
  const std::string tag_type = tag != nullptr ? tag->name.identifier : own_tag;
  json cases = json::array();
  bool payloads = false;
  Scope accessors;
  for (const char* own : {"tag", "payload", "visit"}) accessors.reserve(own);
  for (const Name& member : declaration.members) accessors.reserve(member.identifier);
  for (std::size_t i = 0; i < variant.cases.size(); ++i) {
    const model::Case& c = variant.cases[i];
    const Name& name = declaration.members[i];
    const bool payload = c.payload && context.layouts[c.payload].size != 0;
    const Name& tag_case = tag != nullptr ? tag->members[i] : flat ? declaration.tags[i] : name;
    cases.push_back({
        {"case_name", name.identifier},
        {"case_names", styles_view(c.name)},
        {"case_docs", docs_view(context, c.docs, rename_note(name, c.name))},
        {"case_position", std::to_string(i)},
        {"case_text", cell_text(shown_docs(context, c.docs))},
        {"case_accessor", accessors.add(identifier(context.language, Symbol::function, "as_" + c.name))},
        {"case_tag", flat ? tag_case.identifier : tag_type + "::" + tag_case.identifier},
        {"case_has_payload", payload},
        {"case_is_first_payload", payload && !payloads},
        {"case_param", payload ? case_param(context, declaration.name, name, c.payload) : ""},
        {"case_type", payload ? context.spelling.type(c.payload) : ""},
        {"case_const_type", payload ? constant(context.spelling.type(c.payload)) : ""},
        {"case_witx", c.payload ? witx_type(context.model, c.payload) : ""},
    });
    payloads = payloads || payload;
  }
  view["cases"] = std::move(cases);
  view["variant_has_payloads"] = payloads;
  view["variant_has_own_tag"] = tag == nullptr;
  view["variant_tag_type"] = tag_type;
  view["variant_payload_name"] = declaration.payload.identifier;
  const model::Layout& layout = context.layouts[declaration.type];
  view["variant_payload_offset"] = std::to_string(layout.offsets.empty() ? 0 : layout.offsets[0]);
  view["type_repr"] = context.spelling.repr(variant.repr);
  view["type_repr_bits"] = std::to_string(model::bits_of(variant.repr));
}

// A record of exactly a pointer to bytes and a length.
bool is_slice(const Context& context, const model::Record& record) {
  if (record.fields.size() != 2) return false;
  const auto shape = [&](TypeId id) -> const model::Type::Shape& { return model::resolved(context.model, id).shape; };
  const auto* pointer = std::get_if<model::Pointer>(&shape(record.fields[0].type));
  if (pointer == nullptr) return false;
  const auto* pointee = std::get_if<model::Primitive>(&shape(pointer->pointee));
  const auto* length = std::get_if<model::Primitive>(&shape(record.fields[1].type));
  return pointee != nullptr && *pointee == model::Primitive::u8 && length != nullptr &&
         (*length == model::Primitive::u32 || *length == model::Primitive::usize);
}

void add_record(const Context& context, const Declaration& declaration, const model::Record& record, json& view) {
  const bool slice = is_slice(context, record);
  view["type_is_record"] = !slice;
  view["type_is_slice"] = slice;
  view["fields"] = fields_view(context, declaration, record.fields, record.tuple);
  if (!slice) return;
  const auto& pointer = std::get<model::Pointer>(model::resolved(context.model, record.fields[0].type).shape);
  view["slice_pointer_name"] = declaration.members[0].identifier;
  view["slice_length_name"] = declaration.members[1].identifier;
  view["slice_length_type"] = context.spelling.type(record.fields[1].type);
  const std::string length = fmt::format("{}(static_cast<{}>(size))", declaration.members[1].identifier,
                                         view["slice_length_type"].get<std::string>());
  const std::string initializers = wrap_items(
      {declaration.members[0].identifier + "(witx::byte_address(data))", length}, 8, 3, 8, context.options.columns);
  view["slice_initializers"] = initializers.substr(initializers.front() == '\n' ? 9 : 0);
  view["slice_is_const"] = pointer.constant;
  view["slice_const"] = pointer.constant ? "const " : "";
}

void add_handle(const Context& context, const model::Handle* handle, json& view) {
  view["type_is_handle"] = true;
  view["type_repr"] = context.spelling.handle();
  if (handle == nullptr) return;
  for (const model::DefinitionId super : handle->supertypes) {
    const model::TypeId type = context.model.definitions[super].type;
    if (std::holds_alternative<model::Handle>(model::resolved(context.model, type).shape)) {
      view["handle_supertypes"].push_back({{"supertype_name", context.spelling.type(type)}});
    }
  }
}

void add_alias(const Context& context, const Declaration& declaration, json& view) {
  view["type_is_alias"] = true;
  view["type_target"] = context.spelling.target(declaration.type);
  const model::Type::Shape& shape = context.model.types[declaration.type].shape;
  if (std::holds_alternative<model::List>(shape) || std::holds_alternative<model::Buffer>(shape)) {
    view["type_is_list"] = true;
    view["list_element"] = context.spelling.element(declaration.type);
  }
  // What wasi-libc's users know as the size of things in memory is the compiler's own type.
  const auto* primitive = std::get_if<model::Primitive>(&shape);
  if (context.language.tongue == Tongue::c && declaration.spec_name == "size" && primitive != nullptr &&
      *primitive == model::Primitive::u32 && is_wasi(context.model)) {
    view["type_target"] = "size_t";
  }
}

void add_shape(const Context& context, const Declaration& declaration, json& view) {
  const model::Type::Shape& shape = context.model.types[declaration.type].shape;
  if (const auto* closed = std::get_if<model::Enum>(&shape)) {
    view["type_is_enum"] = true;
    view["type_repr_bits"] = std::to_string(model::bits_of(closed->repr));
    view["type_repr"] = context.spelling.repr(closed->repr);
    view["values"] = values_view(context, declaration, closed->cases, false);
    view["values_packed"] = values_packed(context, view["values"], "value_number", "");
    view["names_table"] = names_table(context, closed->cases);
    view["messages_table"] = messages_table(context, closed->cases);
  } else if (const auto* flags = std::get_if<model::Flags>(&shape)) {
    view["type_is_flags"] = true;
    view["type_repr_bits"] = std::to_string(model::bits_of(flags->repr));
    view["type_repr"] = context.spelling.repr(flags->repr);
    view["values"] = values_view(context, declaration, flags->flags, true);
    view["names_table"] = names_table(context, flags->flags);
    std::uint64_t known = 0;
    const std::string none = identifier(context.language, Symbol::case_, "none");
    bool has_none = false;
    for (const model::Value& flag : flags->flags) known |= std::uint64_t{1} << flag.value;
    for (const Name& name : declaration.members) has_none = has_none || name.identifier == none;
    view["flags_known_bits"] = fmt::format("{:#x}", known);
    view["flags_has_none"] = has_none;
    view["flags_none"] = none;
    view["values_packed"] = values_packed(context, view["values"], "value_hex", has_none ? "" : none + " = 0");
  } else if (const auto* open = std::get_if<model::Int>(&shape)) {
    view["type_is_alias"] = true;
    view["type_is_int"] = true;
    view["type_repr_bits"] = std::to_string(model::bits_of(open->repr));
    view["type_repr"] = context.spelling.repr(open->repr);
    view["type_target"] = context.spelling.repr(open->repr);
    view["values"] = values_view(context, declaration, open->constants, false);
  } else if (const auto* record = std::get_if<model::Record>(&shape)) {
    add_record(context, declaration, *record, view);
  } else if (const auto* variant = std::get_if<model::Variant>(&shape)) {
    view["type_is_variant"] = true;
    add_variant(context, declaration, *variant, view);
  } else if (const auto* overlay = std::get_if<model::Union>(&shape)) {
    view["type_is_union"] = true;
    view["fields"] = fields_view(context, declaration, overlay->members, false);
  } else if (const auto* handle = std::get_if<model::Handle>(&shape); handle != nullptr && !handle->resource) {
    add_handle(context, handle, view);
  } else {
    view["type_is_alias"] = true;
    add_alias(context, declaration, view);
  }
}

std::string_view docs_of(const Context& context, const Declaration& declaration) {
  if (declaration.definition) return context.model.definitions[declaration.definition].docs;
  if (declaration.resource) return context.model.resources[declaration.resource].docs;
  return {};
}

// Wholly told by its parts, where it is used.
bool is_structural(const Context& context, const Declaration& declaration) {
  if (declaration.definition || declaration.resource) return false;
  const model::Type::Shape& shape = context.model.types[declaration.type].shape;
  if (const auto* record = std::get_if<model::Record>(&shape)) return record->tuple;
  const auto* variant = std::get_if<model::Variant>(&shape);
  return variant != nullptr &&
         (variant->form == model::Variant::Form::option || variant->form == model::Variant::Form::expected);
}

void add_standard_streams(const Context& context, const Declaration& declaration, json& view) {
  const Outline& outline = context.outline;
  if (outline.standard_handle == Outline::none || &outline.declarations[outline.standard_handle] != &declaration)
    return;
  for (std::size_t i = 0; i < outline.standard_streams.size(); ++i) {
    view["handle_constants"].push_back({{"handle_constant_name", outline.standard_streams[i].identifier},
                                        {"handle_constant_value", std::to_string(i)}});
  }
}

// What a template may ask of every type, where this one has no answer.
json type_without_shape() {
  return {
      {"type_is_alias", false},
      {"type_is_int", false},
      {"type_is_enum", false},
      {"type_is_flags", false},
      {"type_is_handle", false},
      {"type_is_record", false},
      {"type_is_slice", false},
      {"type_is_variant", false},
      {"type_is_union", false},
      {"type_target", ""},
      {"type_repr", ""},
      {"type_repr_bits", ""},
      {"type_is_list", false},
      {"list_element", ""},
      {"values", json::array()},
      {"value_count", "0"},
      {"type_has_values", false},
      {"type_has_fields", false},
      {"values_packed", ""},
      {"names_table", ""},
      {"messages_table", ""},
      {"flags_known_bits", ""},
      {"flags_has_none", false},
      {"flags_none", ""},
      {"handle_constants", json::array()},
      {"handle_supertypes", json::array()},
      {"fields", json::array()},
      {"slice_pointer_name", ""},
      {"slice_length_name", ""},
      {"slice_length_type", ""},
      {"slice_initializers", ""},
      {"slice_is_const", false},
      {"slice_const", ""},
      {"cases", json::array()},
      {"variant_has_payloads", false},
      {"variant_has_own_tag", false},
      {"variant_tag_type", ""},
      {"variant_payload_name", ""},
      {"variant_payload_offset", ""},
  };
}

}  // namespace

json type_view(const Context& context, const Declaration& declaration) {
  json view = type_without_shape();
  view.update({
      {"type_name", declaration.name.identifier},
      {"type_names", styles_view(declaration.spec_name)},
      {"type_docs",
       docs_view(context, docs_of(context, declaration), rename_note(declaration.name, declaration.spec_name))},
      {"type_witx", declaration.type ? witx_type(context.model, declaration.type) : "(resource)"},
      {"type_is_anonymous", !declaration.definition && !declaration.resource},
      {"type_anchor", anchor_of(declaration.spec_name)},
      {"type_prose", prose_view(shown_docs(context, docs_of(context, declaration)))},
      {"type_is_structural", is_structural(context, declaration)},
      {"type_is_empty", declaration.type && context.layouts[declaration.type].size == 0},
      {"type_size", declaration.type ? std::to_string(context.layouts[declaration.type].size) : "4"},
      {"type_align", declaration.type ? std::to_string(context.layouts[declaration.type].align) : "4"},
  });
  if (declaration.resource) {
    add_handle(context, nullptr, view);
  } else {
    add_shape(context, declaration, view);
  }
  view["value_count"] = std::to_string(view["values"].size());
  view["type_has_values"] = !view["values"].empty();
  view["type_has_fields"] = !view["fields"].empty();
  add_standard_streams(context, declaration, view);
  return view;
}

}  // namespace view
