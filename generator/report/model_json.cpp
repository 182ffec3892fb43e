// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/model_json.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <variant>

#include "model/abi.h"
#include "model/spell.h"

namespace report {
namespace {

using Json = nlohmann::ordered_json;
using model::TypeId;

// In the order of the enumeration.
constexpr std::array conventions{"legacy", "preview1", "flat"};

template <typename Names, typename Enum>
const char* name_in(const Names& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

struct RoleName {
  model::Role role;
  const char* name;
  // Whether the parameter's index is one of the results.
  bool of_result;
};

constexpr std::array roles{
    RoleName{model::Role::value, "value", false},
    RoleName{model::Role::indirect, "indirect", false},
    RoleName{model::Role::list_pointer, "list_pointer", false},
    RoleName{model::Role::list_length, "list_length", false},
    RoleName{model::Role::result, "result", true},
    RoleName{model::Role::result_pointer, "result_pointer", true},
    RoleName{model::Role::result_length, "result_length", true},
    RoleName{model::Role::results, "results", true},
};

class Writer {
 public:
  Writer(const model::Model& model, const model::Layouts& layouts, const ModelJsonOptions& options)
      : model_(model), layouts_(layouts), options_(options) {}

  [[nodiscard]] Json definition(const model::Definition& definition) const {
    Json json = named(definition.name, definition.docs);
    if (definition.module) json["module"] = model_.modules[definition.module].name;
    if (definition.hidden) json["hidden"] = true;
    json["type"] = type(definition.type);
    return json;
  }

  [[nodiscard]] Json resource(const model::Resource& resource) const {
    Json json = named(resource.name, resource.docs);
    if (resource.module) json["module"] = model_.modules[resource.module].name;
    return json;
  }

  [[nodiscard]] Json constant(const model::Constant& constant) const {
    Json json = named(constant.name, constant.docs);
    if (constant.module) json["module"] = model_.modules[constant.module].name;
    json["type"] = constant.type;
    json["value"] = constant.value;
    return json;
  }

  [[nodiscard]] Json module(const model::Module& module) const {
    Json json = named(module.name, module.docs);
    json["imports"] = list(module.imports, [this](const model::MemoryImport& i) { return named(i.name, i.docs); });
    return json;
  }

  [[nodiscard]] Json function(const model::Function& function) const {
    const auto field = [this](const model::Field& f) {
      Json json = named(f.name, f.docs);
      json["type"] = type(f.type);
      return json;
    };
    Json json = named(function.name, function.docs);
    json["params"] = list(function.params, field);
    json["results"] = list(function.results, field);
    json["noreturn"] = function.noreturn;
    json["convention"] = name_in(conventions, function.convention);
    json["core"] = signature(model::lower(model_, layouts_, function));
    return json;
  }

 private:
  template <typename Items, typename Make>
  static Json list(const Items& items, Make make) {
    Json json = Json::array();
    for (const auto& item : items) json.push_back(make(item));
    return json;
  }

  [[nodiscard]] Json named(const std::string& name, const model::Docs& docs) const {
    Json json{{"name", name}};
    if (options_.docs) json["docs"] = docs;
    return json;
  }

  static Json signature(const model::Signature& signature) {
    Json json;
    json["params"] = list(signature.params, [](const model::CoreParam& param) {
      const RoleName& role = roles.at(static_cast<std::size_t>(param.role));
      Json result{{"core", model::name_of(param.core)}, {"role", role.name}};
      // All results together have no index.
      if (role.role != model::Role::results) result[role.of_result ? "result" : "param"] = param.index;
      if (param.role == model::Role::result) result["member"] = param.member;
      return result;
    });
    json["results"] = list(signature.results, [](model::Core core) { return Json(model::name_of(core)); });
    json["result_is_error"] = signature.result_is_error;
    return json;
  }

  [[nodiscard]] Json type(TypeId id) const {
    Json json = std::visit([this, id](const auto& shape) { return this->shape(shape, id); }, model_.types[id].shape);
    json["size"] = layouts_[id].size;
    json["align"] = layouts_[id].align;
    return json;
  }
  // A payload that may be absent.
  [[nodiscard]] Json optional_type(TypeId id) const { return id ? type(id) : Json(nullptr); }

  [[nodiscard]] Json values(const std::vector<model::Value>& values, const char* key) const {
    return list(values, [this, key](const model::Value& value) {
      Json json = named(value.name, value.docs);
      json[key] = value.value;
      return json;
    });
  }

  [[nodiscard]] Json members(const std::vector<model::Field>& fields, TypeId whole) const {
    Json json = Json::array();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      json.push_back(named(fields[i].name, fields[i].docs));
      json.back()["offset"] = layouts_[whole].offsets[i];
      json.back()["type"] = type(fields[i].type);
    }
    return json;
  }

  static Json shape(const model::Unknown& /*shape*/, TypeId /*id*/) { return {{"kind", "unknown"}}; }
  static Json shape(const model::Primitive& primitive, TypeId /*id*/) {
    return {{"kind", "primitive"}, {"name", model::word(primitive)}};
  }
  [[nodiscard]] Json shape(const model::Alias& alias, TypeId /*id*/) const {
    const model::Definition& definition = model_.definitions[alias.definition];
    Json json{{"kind", "alias"}, {"name", definition.name}};
    if (definition.module) json["module"] = model_.modules[definition.module].name;
    return json;
  }
  static Json shape(const model::Bool& b, TypeId /*id*/) { return {{"kind", "bool"}, {"repr", model::word(b.repr)}}; }
  [[nodiscard]] Json shape(const model::Enum& e, TypeId /*id*/) const {
    return {{"kind", "enum"}, {"repr", model::word(e.repr)}, {"cases", values(e.cases, "value")}};
  }
  [[nodiscard]] Json shape(const model::Int& i, TypeId /*id*/) const {
    return {{"kind", "int"}, {"repr", model::word(i.repr)}, {"constants", values(i.constants, "value")}};
  }
  [[nodiscard]] Json shape(const model::Flags& f, TypeId /*id*/) const {
    return {{"kind", "flags"}, {"repr", model::word(f.repr)}, {"flags", values(f.flags, "bit")}};
  }
  [[nodiscard]] Json shape(const model::Record& record, TypeId id) const {
    return {{"kind", "record"}, {"tuple", record.tuple}, {"fields", members(record.fields, id)}};
  }
  [[nodiscard]] Json shape(const model::Variant& variant, TypeId id) const {
    Json json{{"kind", "variant"}, {"form", model::word(variant.form)}, {"repr", model::word(variant.repr)}};
    json["tag"] = optional_type(variant.tag);
    Json& cases = json["cases"] = Json::array();
    for (std::size_t i = 0; i < variant.cases.size(); ++i) {
      cases.push_back(named(variant.cases[i].name, variant.cases[i].docs));
      cases.back()["value"] = i;
      cases.back()["offset"] = layouts_[id].offsets[i];
      cases.back()["payload"] = optional_type(variant.cases[i].payload);
    }
    return json;
  }
  [[nodiscard]] Json shape(const model::Union& u, TypeId id) const {
    return {{"kind", "union"}, {"members", members(u.members, id)}};
  }
  [[nodiscard]] Json shape(const model::List& l, TypeId /*id*/) const {
    return {{"kind", "list"}, {"element", type(l.element)}};
  }
  [[nodiscard]] Json shape(const model::Pointer& pointer, TypeId /*id*/) const {
    return {{"kind", "pointer"}, {"const", pointer.constant}, {"pointee", type(pointer.pointee)}};
  }
  [[nodiscard]] Json shape(const model::Handle& handle, TypeId /*id*/) const {
    Json json{{"kind", "handle"}};
    json["resource"] = handle.resource ? Json(model_.resources[handle.resource].name) : Json(nullptr);
    json["supertypes"] =
        list(handle.supertypes, [this](model::DefinitionId id) { return Json(model_.definitions[id].name); });
    return json;
  }
  [[nodiscard]] Json shape(const model::Buffer& buffer, TypeId /*id*/) const {
    return {{"kind", "buffer"}, {"out", buffer.out}, {"element", type(buffer.element)}};
  }

  const model::Model& model_;
  const model::Layouts& layouts_;
  const ModelJsonOptions& options_;
};

constexpr std::size_t step = 2;

// Each line of a text moved to the right; JSON has no line feed inside a string, so lines are lines.
std::string indented(std::string_view text, std::size_t columns) {
  const std::string margin(columns, ' ');
  std::string result = margin;
  result.reserve(text.size() * 2);
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    result += text.substr(0, end + 1);
    result += margin;
    text.remove_prefix(end + 1);
  }
  result += text;
  return result;
}

// "key": [...] as a member of an object that is indented by `columns`, one item handed over at a time.
template <typename Items, typename Make>
void write_list(const char* key, const Items& items, std::size_t columns, Make make,
                const std::function<void(std::string_view)>& write) {
  write(fmt::format("{:{}}\"{}\": [", "", columns, key));
  const char* separator = "\n";
  for (const auto& item : items) {
    write(separator);
    write(indented(make(item).dump(int{step}, ' ', false, Json::error_handler_t::replace), columns + step));
    separator = ",\n";
  }
  write(separator[0] == ',' ? fmt::format("\n{:{}}]", "", columns) : "]");
}

}  // namespace

void write_model_json(const model::Model& model, const model::Layouts& layouts, const ModelJsonOptions& options,
                      const std::function<void(std::string_view)>& write) {
  const Writer writer(model, layouts, options);
  write(fmt::format("{{\n  \"format\": {},\n  \"dialect\": {},\n  \"target\": {{\"pointer_size\": {}}},\n",
                    model_json_format, Json(options.dialect).dump(), layouts.target().pointer_size));
  write_list("types", model.definitions, step, [&](const model::Definition& d) { return writer.definition(d); }, write);
  write(",\n");
  write_list("resources", model.resources, step, [&](const model::Resource& r) { return writer.resource(r); }, write);
  write(",\n");
  write_list("constants", model.constants, step, [&](const model::Constant& c) { return writer.constant(c); }, write);
  write(",\n  \"modules\": [");
  const char* separator = "\n";
  for (const model::Module& module : model.modules) {
    // The module's own members, up to its closing brace, and then its functions one by one.
    std::string opening =
        indented(writer.module(module).dump(int{step}, ' ', false, Json::error_handler_t::replace), 2 * step);
    opening.resize(opening.rfind('\n'));
    write(separator);
    write(opening + ",\n");
    write_list(
        "functions", module.functions, 3 * step, [&](const model::Function& f) { return writer.function(f); }, write);
    write(fmt::format("\n{:{}}}}", "", 2 * step));
    separator = ",\n";
  }
  write(separator[0] == ',' ? "\n  ]\n}\n" : "]\n}\n");
}

std::string model_json(const model::Model& model, const model::Layouts& layouts, const ModelJsonOptions& options) {
  std::string text;
  write_model_json(model, layouts, options, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace report
