// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <variant>

#include "view/spelling.h"
#include "view/text.h"

namespace view {
namespace {

using model::TypeId;

constexpr std::size_t prose_width = 120;

std::string link(std::string_view name) { return fmt::format("[{}](#{})", markdown_code(name), anchor_of(name)); }

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

std::size_t ticks_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('`', at), text.size()) - at;
}

// Behind the code that the backticks at `at` begin; `at` if as many never end it.
std::size_t code_end(std::string_view text, std::size_t at) {
  const std::size_t ticks = ticks_at(text, at);
  for (std::size_t next = text.find('`', at + ticks); next != std::string_view::npos;) {
    const std::size_t closing = ticks_at(text, next);
    if (closing == ticks) return next + closing;
    next = text.find('`', next + closing);
  }
  return at;
}

bool is_mark(char c) { return c > ' ' && c < 0x7F && std::isalnum(static_cast<unsigned char>(c)) == 0; }

// Angle brackets begin no tag, and a bar ends no cell; what is code stays as it is, but for the bar. Code has an end in `text`, and
// what has been escaped stays so.
std::string harmless_markdown(std::string_view text, bool in_table) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '`') {
      const std::size_t end = code_end(text, at);
      if (end == at) {
        out += "\\`";
        ++at;
        continue;
      }
      for (; at < end; ++at) out += text[at] == '|' && in_table ? std::string("\\|") : std::string(1, text[at]);
      continue;
    }
    const bool escaped = c == '\\' && at + 1 < text.size() && is_mark(text[at + 1]);
    if (!escaped && (c == '<' || (c == '|' && in_table))) out += '\\';
    out += c;
    ++at;
    if (escaped) out += text[at++];
  }
  return out;
}

// Where a block of code begins: its line of backticks, or nothing.
std::string_view fence_of(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t ticks = ticks_at(line, begin);
  const bool is_inline = line.find('`', begin + ticks) != std::string_view::npos;
  return ticks < 3 || is_inline ? std::string_view() : line.substr(begin, ticks);
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
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '`') {
      const std::size_t end = std::max(code_end(text, i), i + ticks_at(text, i));
      out += text.substr(i, end - i);
      i = end - 1;
      continue;
    }
    out += text[i];
    if (!text.substr(i).starts_with(link)) continue;
    const std::size_t begin = i + link.size();
    const std::string_view anchor = text.substr(begin, text.find(')', begin) - begin);
    out += '(';
    if (text.find(fmt::format("<a id=\"{}\">", anchor)) == std::string_view::npos) out += relative(page, path);
    ++i;
  }
  return out;
}

std::string markdown_code(std::string_view name) {
  std::size_t most = 0;
  for (std::size_t at = name.find('`'); at != std::string_view::npos; at = name.find('`', at + ticks_at(name, at)))
    most = std::max(most, ticks_at(name, at));
  std::string inside;
  for (const char c : name) inside += c == '|' ? std::string("\\|") : std::string(1, c);
  // Beside the backticks that enclose it, a blank at either end is not part of the code.
  const bool padded = most > 0 || name.starts_with(' ') || name.empty();
  const std::string ticks(most + 1, '`');
  return fmt::format("{0}{1}{2}{1}{0}", ticks, padded ? " " : "", inside);
}

std::string markdown_text(std::string_view name) {
  constexpr std::string_view marks = "\\`*[]<>&|#!~";
  std::string out;
  for (const char c : name) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
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

// Blocks of code stay as they are and end where the docs do; what is between them is one text each.
nlohmann::json prose_view(std::string_view docs) {
  nlohmann::json lines = nlohmann::json::array();
  std::string text;
  const auto flush = [&] {
    if (text.empty()) return;
    std::string_view left = text = harmless_markdown(text, false);
    for (std::size_t end = left.find('\n'); end != std::string_view::npos; end = left.find('\n')) {
      lines.push_back(left.substr(0, end));
      left.remove_prefix(end + 1);
    }
    lines.push_back(left);
    text.clear();
  };
  std::string open;
  for (const std::string& line : wrap_docs(docs, prose_width)) {
    const std::string_view fence = fence_of(line);
    if (!open.empty()) {
      lines.push_back(line);
      const bool closes = fence.size() >= open.size() && line.ends_with('`');
      if (closes) open.clear();
    } else if (!fence.empty()) {
      flush();
      open = fence;
      lines.push_back(line);
    } else if (line.empty()) {
      flush();
      lines.push_back(line);
    } else {
      text += (text.empty() ? "" : "\n") + (line.starts_with("~~~") ? "\\" + line : line);
    }
  }
  flush();
  if (!open.empty()) lines.push_back(open);
  return lines;
}

std::string cell_text(std::string_view docs) {
  std::string out;
  for (const std::string& line : wrap_docs(docs, prose_width)) {
    if (!line.empty()) out += (out.empty() ? "" : " ") + line;
  }
  return harmless_markdown(out, true);
}

}  // namespace view
