// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/support.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace view {
namespace {

using nlohmann::json;

struct Part {
  std::string_view key;
  // How what is spelled with it begins, behind "witx::".
  std::string_view spelling;
};
constexpr std::array<Part, 4> spelled_parts{{
    {.key = "uses_span", .spelling = "Span<"},
    {.key = "uses_str", .spelling = "Str"},
    {.key = "uses_bool", .spelling = "Bool<"},
    {.key = "uses_out", .spelling = "Out<"},
}};

// Prose, and what the raw layer does not show.
bool is_passed_over(std::string_view key, bool typed) {
  if (key.ends_with("docs") || key.ends_with("prose")) return true;
  constexpr std::array<std::string_view, 6> of_typed{"typed_", "call_", "array_", "aggregate_", "params", "results"};
  if (typed) return false;
  return std::any_of(of_typed.begin(), of_typed.end(), [&](std::string_view begin) { return key.starts_with(begin); });
}

void find_in_text(std::string_view text, json& view) {
  constexpr std::string_view scope = "witx::";
  for (std::size_t at = text.find(scope); at != std::string_view::npos; at = text.find(scope)) {
    text.remove_prefix(at + scope.size());
    for (const Part& part : spelled_parts) {
      if (text.starts_with(part.spelling)) view[std::string(part.key)] = true;
    }
  }
}

void find(const json& node, bool typed, json& view) {
  if (node.is_string()) return find_in_text(node.get_ref<const std::string&>(), view);
  if (node.is_array()) {
    for (const json& element : node) find(element, typed, view);
  } else if (node.is_object()) {
    for (const auto& [key, member] : node.items()) {
      if (!is_passed_over(key, typed)) find(member, typed, view);
    }
  }
}

bool any_type(const json& view, const char* key, bool wanted) {
  const json& types = view["types"];
  return std::any_of(types.begin(), types.end(), [&](const json& type) { return type[key] == json(wanted); });
}

}  // namespace

void add_support(json& view) {
  const bool typed = view["has_typed"];
  const auto is = [&](const char* key) { return view[key].get<bool>(); };
  json parts;
  for (const Part& part : spelled_parts) parts[std::string(part.key)] = false;
  find(view["types"], typed, parts);
  find(view["modules"], typed, parts);

  const bool texts = typed && (is("has_names") || is("has_messages"));
  parts["uses_enums"] = typed && is("has_enums");
  parts["uses_flags"] = typed && is("has_flags");
  parts["uses_operators"] = typed && (is("has_enums") || is("has_flags"));
  parts["uses_names"] = typed && is("has_names");
  parts["uses_messages"] = typed && is("has_messages");
  parts["uses_texts"] = texts;
  parts["uses_enum_texts"] = texts && is("has_enums");
  parts["uses_flag_names"] = typed && is("has_names") && is("has_flags");
  parts["uses_bytes"] = typed && any_type(view, "type_is_slice", true);
  parts["uses_cases"] = any_type(view, "type_is_variant", true);
  parts["uses_result"] = typed && is("has_error");
  if (texts) parts["uses_str"] = true;
  // A Str is a Span; so are most texts and buffers that slices are made of.
  if (parts["uses_str"] || parts["uses_bytes"]) parts["uses_span"] = true;

  bool any = false;
  for (const json& used : parts) any = any || used.get<bool>();
  view.update(parts);
  view["needs_support"] = any;
}

}  // namespace view
