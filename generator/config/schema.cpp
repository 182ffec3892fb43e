// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "config/config.h"
#include "config/keys.h"

namespace config {
namespace {

using nlohmann::ordered_json;
using Words = std::vector<std::string_view>;

ordered_json object_schema(const Keys& keys);

ordered_json text_schema(const Words& words) {
  return words.empty() ? ordered_json{{"type", "string"}} : ordered_json{{"enum", words}};
}

// Of a value that is what it is where its key is not there.
ordered_json value_schema(const bool& value, const Key& /*key*/) { return {{"type", "boolean"}, {"default", value}}; }
ordered_json value_schema(const std::optional<bool>& /*value*/, const Key& /*key*/) {
  return {{"type", {"boolean", "null"}}, {"default", nullptr}};
}
ordered_json value_schema(const std::string& value, const Key& key) {
  ordered_json schema = text_schema(key.words);
  // Not one of the words: the key has to be left out to say that.
  if (key.words.empty() || !value.empty()) schema["default"] = value;
  if (key.form) schema["pattern"] = key.form->pattern;
  return schema;
}
ordered_json value_schema(const std::vector<std::string>& value, const Key& key) {
  return {{"type", "array"}, {"items", text_schema(key.words)}, {"default", value}};
}
ordered_json value_schema(const std::map<std::string, std::string>& value, const Key& key) {
  ordered_json schema{{"type", "object"}};
  if (!key.members.empty()) schema["propertyNames"] = text_schema(key.members);
  schema["additionalProperties"] = text_schema(key.words);
  schema["default"] = value;
  return schema;
}
template <typename T>
ordered_json value_schema(const std::vector<T>& /*value*/, const Key& /*key*/) {
  T element;
  return {{"type", "array"}, {"items", object_schema(keys_of(element))}};
}

ordered_json object_schema(const Keys& keys) {
  ordered_json properties = ordered_json::object();
  Words required;
  for (const Key& key : keys) {
    ordered_json schema = std::visit([&key](const auto* value) { return value_schema(*value, key); }, key.value);
    if (key.required || key.inherited) schema.erase("default");
    schema["description"] = key.help;
    properties[std::string(key.name)] = schema;
    if (!key.also.empty()) {
      schema.erase("default");
      schema["deprecated"] = true;
      schema["description"] = "another spelling of '" + std::string(key.name) + "'";
      properties[std::string(key.also)] = std::move(schema);
    }
    if (key.required) required.push_back(key.name);
  }
  ordered_json schema{{"type", "object"}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = required;
  schema["properties"] = std::move(properties);
  return schema;
}

ordered_json object_value(const Keys& keys);

template <typename T>
ordered_json value_of(const T& value) {
  return value;
}
ordered_json value_of(const std::map<std::string, std::string>& value) {
  ordered_json object = ordered_json::object();
  for (const auto& [key, text] : value) object[key] = text;
  return object;
}
ordered_json value_of(const std::optional<bool>& value) { return value ? ordered_json(*value) : ordered_json(nullptr); }
template <typename T>
ordered_json list_value(std::vector<T> elements) {
  ordered_json list = ordered_json::array();
  for (T& element : elements) list.push_back(object_value(keys_of(element)));
  return list;
}
ordered_json value_of(const std::vector<Spec>& value) { return list_value(value); }
ordered_json value_of(const std::vector<Output>& value) { return list_value(value); }
ordered_json value_of(const std::vector<Extra>& value) { return list_value(value); }
ordered_json value_of(const std::vector<Audit>& value) { return list_value(value); }

// Every key, but those that hold as they do outside.
ordered_json object_value(const Keys& keys) {
  ordered_json object = ordered_json::object();
  for (const Key& key : keys) {
    if (key.inherited) continue;
    object[std::string(key.name)] = std::visit([](const auto* value) { return value_of(*value); }, key.value);
  }
  return object;
}

}  // namespace

std::string initial_text() {
  Config config;
  config.schema = schema_name;
  config.specs = {{.files = {"@preview1"}, .name_space = {}, .file = {}, .is_default = {}}};
  config.outputs = {{.language = "cpp", .folder = "generated", .extra = {}, .look = {}}};
  return object_value(keys_of(config)).dump(2) + '\n';
}

std::string schema() {
  ordered_json schema{
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", "witxc.json"},
      {"description", "Which specifications, which outputs, and what they look like. Paths are relative to the file."}};
  Config nothing;
  schema.update(object_schema(keys_of(nothing)));
  return schema.dump(2) + '\n';
}

}  // namespace config
