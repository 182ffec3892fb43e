// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/items.h"

#include <algorithm>
#include <utility>

namespace audit {
namespace {

class Maker {
 public:
  Maker(const model::Model& model, const model::Layouts& layouts) : model_(model), layouts_(layouts) {}

  Items run() {
    for (const model::Definition& definition : model_.definitions) define(definition);
    for (const model::Constant& constant : model_.constants) add_constant(constant);
    for (const model::Module& module : model_.modules) {
      items_.modules.push_back(module.name);
      for (const model::Function& function : module.functions) add_function(module, function);
    }
    return std::move(items_);
  }

 private:
  [[nodiscard]] const model::Type& type(model::TypeId id) const { return model::resolved(model_, id); }

  // The name of a type, if it was named.
  [[nodiscard]] std::string name_of(model::TypeId id) const {
    const auto* alias = std::get_if<model::Alias>(&model_.types[id].shape);
    return alias == nullptr ? std::string() : model_.definitions[alias->definition].name;
  }

  [[nodiscard]] Sign sign_of(model::TypeId id) const {
    const model::Type& shape = type(id);
    if (const auto* primitive = std::get_if<model::Primitive>(&shape.shape)) {
      switch (*primitive) {
        case model::Primitive::s8:
        case model::Primitive::s16:
        case model::Primitive::s32:
        case model::Primitive::s64: return Sign::signed_;
        case model::Primitive::u8:
        case model::Primitive::u16:
        case model::Primitive::u32:
        case model::Primitive::u64:
        case model::Primitive::usize: return Sign::unsigned_;
        default: return Sign::unknown;
      }
    }
    const bool is_repr = std::holds_alternative<model::Enum>(shape.shape) ||
                         std::holds_alternative<model::Flags>(shape.shape) ||
                         std::holds_alternative<model::Int>(shape.shape);
    return is_repr ? Sign::unsigned_ : Sign::unknown;
  }

  void define(const model::Definition& definition) {
    const model::Type& shape = type(definition.type);
    const model::Layout& layout = layouts_[definition.type];
    TypeItem item{.name = definition.name, .size = layout.size, .align = layout.align, .span = definition.span};
    item.sign = sign_of(definition.type);
    const auto* primitive = std::get_if<model::Primitive>(&shape.shape);
    item.is_float =
        primitive != nullptr && (*primitive == model::Primitive::f32 || *primitive == model::Primitive::f64);
    item.is_number =
        primitive != nullptr || item.sign != Sign::unknown || std::holds_alternative<model::Handle>(shape.shape);
    items_.types.push_back(item);
    // Another name for a type has the values of that type, which are claimed under that type's name.
    if (std::holds_alternative<model::Alias>(model_.types[definition.type].shape)) return;
    if (const auto* cases = std::get_if<model::Enum>(&shape.shape)) add_values(definition, cases->cases, false);
    if (const auto* number = std::get_if<model::Int>(&shape.shape)) add_values(definition, number->constants, false);
    if (const auto* flags = std::get_if<model::Flags>(&shape.shape)) add_values(definition, flags->flags, true);
    const bool is_record = std::holds_alternative<model::Record>(shape.shape);
    const bool is_variant = std::holds_alternative<model::Variant>(shape.shape);
    if (!is_record && !is_variant) return;
    RecordItem record{.name = definition.name,
                      .size = layout.size,
                      .align = layout.align,
                      .is_variant = is_variant,
                      .fields = {},
                      .leaves = {},
                      .span = definition.span};
    record.fields = members(definition.type, {}, 0);
    leaves(definition.type, {}, 0, record.leaves);
    items_.records.push_back(std::move(record));
  }

  void add_values(const model::Definition& definition, const std::vector<model::Value>& values, bool is_flags) {
    if (values.empty()) return;
    ValueType item{.name = definition.name, .values = {}, .is_flags = is_flags, .span = definition.span};
    constexpr std::uint64_t bits = 64;
    for (const model::Value& value : values) {
      item.values.push_back({.name = value.name,
                             .value = is_flags ? std::uint64_t{1} << (value.value % bits) : value.value,
                             .position = value.value,
                             .span = value.span});
    }
    items_.values.push_back(std::move(item));
  }

  void add_constant(const model::Constant& constant) {
    auto known = std::find_if(items_.values.begin(), items_.values.end(),
                              [&](const ValueType& v) { return v.name == constant.type; });
    if (known == items_.values.end()) {
      items_.values.push_back({.name = constant.type, .values = {}, .is_flags = false, .span = constant.span});
      known = items_.values.end() - 1;
    }
    known->values.push_back(
        {.name = constant.name, .value = constant.value, .position = constant.value, .span = constant.span});
  }

  [[nodiscard]] FieldItem field(std::string name, const std::string& prefix, model::TypeId id, std::uint64_t offset,
                                support::Span span) const {
    return {.path = prefix + name,
            .name = std::move(name),
            .type = name_of(id),
            .offset = offset,
            .size = layouts_[id].size,
            .align = layouts_[id].align,
            .sign = sign_of(id),
            .span = span};
  }

  // Of a record its fields, of a variant its tag and its payload.
  [[nodiscard]] std::vector<FieldItem> members(model::TypeId id, const std::string& prefix, std::uint64_t base) const {
    std::vector<FieldItem> found;
    const model::Type& shape = type(id);
    const model::Layout& layout = layouts_[id];
    if (const auto* record = std::get_if<model::Record>(&shape.shape)) {
      for (std::size_t i = 0; i < record->fields.size(); ++i) {
        const model::Field& each = record->fields[i];
        found.push_back(field(each.name, prefix, each.type, base + layout.offsets[i], each.span));
      }
    } else if (const auto* variant = std::get_if<model::Variant>(&shape.shape)) {
      found.push_back({.path = prefix + "tag",
                       .name = "tag",
                       .type = variant->tag ? name_of_tag(*variant) : std::string(),
                       .offset = base,
                       .size = model::size_of(variant->repr),
                       .align = model::size_of(variant->repr),
                       .sign = Sign::unsigned_,
                       .span = shape.span});
      FieldItem payload{
          .path = prefix + "u", .name = "u", .type = {}, .offset = base, .is_payload = true, .span = shape.span};
      for (std::size_t i = 0; i < variant->cases.size(); ++i) {
        if (!variant->cases[i].payload) continue;
        payload.offset = base + layout.offsets[i];
        payload.size = std::max(payload.size, layouts_[variant->cases[i].payload].size);
        payload.align = std::max(payload.align, layouts_[variant->cases[i].payload].align);
      }
      if (payload.size > 0) found.push_back(std::move(payload));
    }
    return found;
  }

  [[nodiscard]] std::string name_of_tag(const model::Variant& variant) const {
    std::string name = name_of(variant.tag);
    if (!name.empty()) return name;
    for (const model::Definition& definition : model_.definitions) {
      if (definition.type == variant.tag) return definition.name;
    }
    return {};
  }

  // NOLINTNEXTLINE(misc-no-recursion): a type stands behind its parts.
  void leaves(model::TypeId id, const std::string& prefix, std::uint64_t base, std::vector<FieldItem>& found) const {
    const model::Type& shape = type(id);
    const auto below = [&](const FieldItem& member, model::TypeId part) {
      const std::size_t before = found.size();
      leaves(part, member.path + '.', member.offset, found);
      if (found.size() == before) found.push_back(member);
    };
    const std::vector<FieldItem> all = members(id, prefix, base);
    if (const auto* record = std::get_if<model::Record>(&shape.shape)) {
      for (std::size_t i = 0; i < all.size(); ++i) below(all[i], record->fields[i].type);
    } else if (const auto* variant = std::get_if<model::Variant>(&shape.shape)) {
      found.push_back(all.front());
      for (std::size_t i = 0; i < variant->cases.size(); ++i) {
        const model::Case& each = variant->cases[i];
        if (each.payload)
          below(field(each.name, prefix, each.payload, base + layouts_[id].offsets[i], each.span), each.payload);
      }
    } else if (std::holds_alternative<model::List>(shape.shape)) {
      const std::uint32_t pointer = layouts_.target().pointer_size;
      for (const auto& [name, offset] : {std::pair{"ptr", 0U}, std::pair{"len", pointer}}) {
        found.push_back({.path = prefix + name,
                         .name = name,
                         .type = {},
                         .offset = base + offset,
                         .size = pointer,
                         .align = pointer,
                         .span = shape.span});
      }
    }
  }

  void add_function(const model::Module& module, const model::Function& function) {
    const model::Signature signature = model::lower(model_, layouts_, function);
    FunctionItem item{.module = module.name,
                      .name = function.name,
                      .params = {},
                      .results = signature.results,
                      .span = function.span};
    for (const model::CoreParam& param : signature.params) {
      const bool is_result = param.role == model::Role::result || param.role == model::Role::results ||
                             param.role == model::Role::result_pointer || param.role == model::Role::result_length;
      const std::vector<model::Field>& from = is_result ? function.results : function.params;
      ParamItem made{.name = param.index < from.size() ? from[param.index].name : std::string(),
                     .core = param.core,
                     .pointee = {}};
      if (param.role == model::Role::list_length) made.name += "_len";
      if (is_result) made.name.clear();
      const bool is_address = param.role != model::Role::value && param.role != model::Role::list_length;
      if (is_address && param.type) made.pointee = pointee_of(param);
      item.params.push_back(std::move(made));
    }
    items_.functions.push_back(std::move(item));
  }

  [[nodiscard]] std::string pointee_of(const model::CoreParam& param) const {
    const auto* list = std::get_if<model::List>(&type(param.type).shape);
    return name_of(param.role == model::Role::list_pointer && list != nullptr ? list->element : param.type);
  }

  const model::Model& model_;
  const model::Layouts& layouts_;
  Items items_;
};

}  // namespace

Items items_of(const model::Model& model, const model::Layouts& layouts) { return Maker(model, layouts).run(); }

}  // namespace audit
