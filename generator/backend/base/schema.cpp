// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backend/base/keys.h"

namespace backend {
namespace {

using Schema = nlohmann::ordered_json;

Schema reference(std::string_view definition) { return {{"$ref", fmt::format("#/$defs/{}", definition)}}; }

Schema schema_of(const Key& key) {
  const auto typed = [&]() -> Schema {
    switch (key.kind) {
      case Key::Kind::text: return {{"type", "string"}};
      case Key::Kind::truth: return {{"type", "boolean"}};
      case Key::Kind::lines: return {{"type", "array"}, {"items", {{"type", "string"}}}};
      case Key::Kind::docs: return reference("docs");
      case Key::Kind::names: return reference(name_of(Thing::names));
      case Key::Kind::list: return {{"type", "array"}, {"items", reference(name_of(key.of))}};
    }
    return {};
  };
  Schema schema = typed();
  if (!key.purpose.empty()) schema["description"] = key.purpose;
  return schema;
}

Schema object_schema(const std::vector<Key>& keys) {
  Schema required = Schema::array();
  Schema properties = Schema::object();
  for (const Key& key : keys) {
    required.push_back(key.name);
    properties[std::string(key.name)] = schema_of(key);
  }
  return {{"type", "object"}, {"additionalProperties", false}, {"required", required}, {"properties", properties}};
}

}  // namespace

std::string schema_of(const Tables& tables) {
  Schema schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", fmt::format("What templates of witxc see, version {}", view_version)},
      {"description",
       "All numbers are strings; every key is always present. Where the renderer puts a file together it adds "
       "tool_version, spec_names, spec_sha256, options_sha256, template_set, template_sha256 and body_sha256."}};
  schema.update(object_schema(tables[static_cast<std::size_t>(Thing::view)]));
  Schema& definitions = schema["$defs"] = Schema::object();
  definitions["docs"] = {
      {"description",
       "Lines of documentation, each empty or beginning with a space, so that a template writes '///' "
       "before it."},
      {"type", "array"},
      {"items", {{"type", "string"}, {"pattern", "^$|^ "}}}};
  for (std::size_t i = 1; i < thing_count; ++i) {
    if (tables[i].empty()) continue;
    const auto thing = static_cast<Thing>(i);
    Schema& definition = definitions[std::string(name_of(thing))] = {{"description", purpose_of(thing)}};
    definition.update(object_schema(tables[i]));
  }
  return schema.dump(1) + '\n';
}

}  // namespace backend
