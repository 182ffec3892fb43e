// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/prose.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/match.h"
#include "model/spell.h"

namespace backend {
namespace {

using model::TypeId;

std::string variant_type(const model::Model& model, const model::Variant& variant, const Markup& markup) {
  const auto part = [&](TypeId payload) {
    return payload ? type_in_words(model, payload, markup) : std::string("nothing");
  };
  switch (variant.form) {
    case model::Variant::Form::option: return "optional " + part(variant.cases.back().payload);
    case model::Variant::Form::expected:
      return fmt::format("{}, or the error {}", part(variant.cases[0].payload), part(variant.cases[1].payload));
    case model::Variant::Form::variant:
    case model::Variant::Form::union_: return "variant";
  }
  return "variant";
}

std::string tuple_type(const model::Model& model, const model::Record& record, const Markup& markup) {
  if (!record.tuple) return "record";
  std::string text;
  for (const model::Field& field : record.fields)
    text += (text.empty() ? "" : ", ") + type_in_words(model, field.type, markup);
  return fmt::format("({})", text);
}

}  // namespace

std::size_t ticks_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('`', at), text.size()) - at;
}

std::size_t code_end(std::string_view text, std::size_t at) {
  const std::size_t ticks = ticks_at(text, at);
  for (std::size_t next = text.find('`', at + ticks); next != std::string_view::npos;) {
    const std::size_t closing = ticks_at(text, next);
    if (closing == ticks) return next + closing;
    next = text.find('`', next + closing);
  }
  return at;
}

std::string_view fence_of(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t ticks = ticks_at(line, begin);
  const bool is_inline = line.find('`', begin + ticks) != std::string_view::npos;
  return ticks < 3 || is_inline ? std::string_view() : line.substr(begin, ticks);
}

std::string anchor_of(std::string_view spec_name) {
  std::string out;
  for (const char c : spec_name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    out += plain || c == '.' ? c : '-';
  }
  return out;
}

std::string function_anchor(const bind::Plan& plan, const At& at) {
  const std::string& name = at.function->function->name;
  const auto& all = plan.outline.declarations;
  const bool taken = std::any_of(all.begin(), all.end(), [&](const auto& d) { return d.spec_name == name; });
  return anchor_of(taken || plan.model.modules.size() > 1 ? at.function->module->name + "." + name : name);
}

std::string type_in_words(const model::Model& model, TypeId id, const Markup& markup) {
  return model::match(
      model.types[id].shape,
      [&](const model::Alias& alias) { return markup.link(model.definitions[alias.definition].name); },
      [&](const model::List& list) {
        const bool text = model::witx_type(model, id) == "string";
        return text ? markup.code("string") : "list of " + type_in_words(model, list.element, markup);
      },
      [&](const model::Pointer& pointer) {
        return (pointer.constant ? "constant pointer to " : "pointer to ") +
               type_in_words(model, pointer.pointee, markup);
      },
      [&](const model::Buffer& buffer) {
        return (buffer.out ? "buffer to fill with " : "buffer of ") + type_in_words(model, buffer.element, markup);
      },
      [&](const model::Handle& handle) {
        return handle.resource ? "handle of " + markup.link(model.resources[handle.resource].name)
                               : std::string("handle");
      },
      [&](const model::Variant& variant) { return variant_type(model, variant, markup); },
      [&](const model::Record& record) { return tuple_type(model, record, markup); },
      [&](model::Primitive primitive) { return markup.code(model::word(primitive)); },
      [&](const model::OneOf<model::Unknown, model::Bool, model::Enum, model::Int, model::Flags, model::Union> auto&) {
        return markup.code(model::witx_type(model, id));
      });
}

}  // namespace backend
