// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/markdown.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <variant>

#include "view/spelling.h"
#include "view/text.h"

namespace view {
namespace {

using model::TypeId;

constexpr std::size_t prose_width = 120;

std::string link(std::string_view name) { return fmt::format("[`{}`](#{})", name, anchor_of(name)); }

std::string variant_type(const model::Model& model, const model::Variant& variant) {
  const auto part = [&](TypeId payload) { return payload ? markdown_type(model, payload) : std::string("nothing"); };
  switch (variant.form) {
    case model::Variant::Form::option: return "optional " + part(variant.cases.back().payload);
    case model::Variant::Form::expected:
      return fmt::format("{}, or the error {}", part(variant.cases[0].payload), part(variant.cases[1].payload));
    case model::Variant::Form::variant:
    case model::Variant::Form::union_: return "variant";
  }
  return "variant";
}

std::string tuple_type(const model::Model& model, const model::Record& record) {
  if (!record.tuple) return "record";
  std::string text;
  for (const model::Field& field : record.fields) text += (text.empty() ? "" : ", ") + markdown_type(model, field.type);
  return fmt::format("({})", text);
}

// Angle brackets begin no tag, and a bar ends no cell; what is code stays as it is, but for the bar.
std::string harmless_markdown(std::string_view text, bool in_table) {
  std::string out;
  bool code = false;
  for (const char c : text) {
    if (c == '`') code = !code;
    if ((c == '<' && !code) || (c == '|' && in_table)) out += '\\';
    out += c;
  }
  return out;
}

// "a/b.md" as it is reached from "a/c/d.md": "../b.md".
std::string relative(std::string_view to, std::string_view from) {
  for (std::size_t slash = to.find('/'); slash != std::string_view::npos; slash = to.find('/')) {
    if (to.substr(0, slash + 1) != from.substr(0, slash + 1)) break;
    to.remove_prefix(slash + 1);
    from.remove_prefix(slash + 1);
  }
  std::string link;
  for (const char c : from) link += c == '/' ? "../" : "";
  for (const char c : to) link += c == ' ' ? std::string("%20") : std::string(1, c);
  return link;
}

}  // namespace

std::string with_links_to(std::string_view page, std::string_view path, std::string_view text) {
  constexpr std::string_view link = "](#";
  std::string out;
  bool code = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '`') code = !code;
    if (code || !text.substr(i).starts_with(link)) continue;
    const std::size_t begin = i + link.size();
    const std::string_view anchor = text.substr(begin, text.find(')', begin) - begin);
    out += '(';
    if (text.find(fmt::format("<a id=\"{}\">", anchor)) == std::string_view::npos) out += relative(page, path);
    ++i;
  }
  return out;
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

std::string markdown_type(const model::Model& model, TypeId id) {
  if (const auto* alias = std::get_if<model::Alias>(&model.types[id].shape))
    return link(model.definitions[alias->definition].name);
  return markdown_target(model, id);
}

std::string markdown_target(const model::Model& model, TypeId id) {
  const model::Type::Shape& shape = model.types[id].shape;
  if (std::holds_alternative<model::Alias>(shape)) return markdown_type(model, id);
  if (const auto* list = std::get_if<model::List>(&shape)) {
    const bool text = witx_type(model, id) == "string";
    return text ? "`string`" : "list of " + markdown_type(model, list->element);
  }
  if (const auto* pointer = std::get_if<model::Pointer>(&shape))
    return (pointer->constant ? "constant pointer to " : "pointer to ") + markdown_type(model, pointer->pointee);
  if (const auto* buffer = std::get_if<model::Buffer>(&shape))
    return (buffer->out ? "buffer to fill with " : "buffer of ") + markdown_type(model, buffer->element);
  if (const auto* handle = std::get_if<model::Handle>(&shape))
    return handle->resource ? "handle of " + link(model.resources[handle->resource].name) : "handle";
  if (const auto* variant = std::get_if<model::Variant>(&shape)) return variant_type(model, *variant);
  if (const auto* record = std::get_if<model::Record>(&shape)) return tuple_type(model, *record);
  const auto* primitive = std::get_if<model::Primitive>(&shape);
  if (primitive != nullptr && *primitive == model::Primitive::usize) return "`usize`";
  if (primitive != nullptr && *primitive == model::Primitive::char8) return "`char8`";
  return fmt::format("`{}`", witx_type(model, id));
}

nlohmann::json prose_view(std::string_view docs) {
  nlohmann::json lines = nlohmann::json::array();
  for (const std::string& line : wrap_docs(docs, prose_width)) lines.push_back(harmless_markdown(line, false));
  return lines;
}

std::string cell_text(std::string_view docs) {
  std::string out;
  for (const std::string& line : wrap_docs(docs, prose_width)) {
    if (line.empty()) continue;
    out += (out.empty() ? "" : " ") + harmless_markdown(line, true);
  }
  return out;
}

}  // namespace view
