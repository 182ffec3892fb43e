// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/view_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "view/markdown.h"
#include "view/parts.h"
#include "view/reach.h"
#include "view/support.h"
#include "view/text.h"

namespace view {
namespace {

using nlohmann::json;

// Modules whose namespaces and files are not their names.
struct KnownModule {
  std::string_view module;
  std::string_view outer;
  std::string_view inner;
  // No later snapshot replaces it: a program that says only the outer name means this one.
  bool latest;
  // In C, as wasi-libc's users know it.
  std::string_view prefix;
  std::string_view header;
};
constexpr std::array<KnownModule, 2> known_modules{{
    {"wasi_snapshot_preview1", "wasi", "preview1", true, "__wasi_", "wasi/api.h"},
    {"wasi_unstable", "wasi", "preview0", false, "__wasi_preview0_", "wasi/preview0.h"},
}};

// Those of the language, or of none in particular: a user's templates may be for one that the tool has never heard of.
Language rules_of(const ViewOptions& options) {
  const Language* row = find_language(options.language);
  Language language = row != nullptr ? *row : *find_language("plain");
  for (const auto& [kind, style] : options.naming) language.styles.of(kind) = style;
  return language;
}

// `file` with the language's own suffix instead of another's.
std::string with_own_suffix(std::string file, const Language& language) {
  for (const Language& other : languages()) {
    if (other.file_suffix == language.file_suffix || !file.ends_with(other.file_suffix)) continue;
    file.erase(file.size() - other.file_suffix.size());
    return file.append(language.file_suffix);
  }
  return file;
}

// "wasi/api.h" → "wasi_api.c": the source lies beside the folders of headers.
std::string source_path(std::string header) {
  std::replace(header.begin(), header.end(), '/', '_');
  const std::size_t dot = header.rfind('.');
  return header.substr(0, dot) + ".c";
}

// "wasi/preview1.hpp" → "wasi/preview1", ".hpp": where parts of it go, and how they end.
struct Parts {
  std::string path;
  std::string suffix;
};
Parts parts_of(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  const std::size_t slash = file.rfind('/');
  const bool has_suffix = dot != std::string::npos && dot > (slash == std::string::npos ? 0 : slash + 1);
  // No folder can have the file's own name.
  if (!has_suffix) return {.path = file + "_parts", .suffix = ""};
  return {.path = file.substr(0, dot), .suffix = file.substr(dot)};
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

// Languages other than C++ have one layer.
Depth depth_of(const ViewOptions& options, const Language& language) {
  if (options.typed || language.tongue != Tongue::cpp) return Depth::typed;
  return options.values ? Depth::raw_and_values : Depth::raw;
}

std::string guard_of(const Place& place) {
  std::string guard = to_style(place.file, Style::upper);
  if (guard[0] >= '0' && guard[0] <= '9') guard.insert(0, "H_");
  return guard;
}

json namespaces_view(const Place& place) {
  json list = json::array();
  for (std::size_t i = 0; i < place.namespaces.size(); ++i) {
    list.push_back({{"namespace_name", place.namespaces[i]},
                    {"namespace_is_inline", place.inline_innermost && i + 1 == place.namespaces.size()}});
  }
  return list;
}

// The error that most functions share, or null where none is returned.
const ErrorType* main_error_of(const std::vector<Call>& calls) {
  const ErrorType* best = nullptr;
  std::ptrdiff_t most = 0;
  std::vector<const ErrorType*> seen;
  for (const Call& call : calls) {
    if (!call.error) continue;
    const bool known = std::any_of(seen.begin(), seen.end(), [&](const ErrorType* e) { return *e == *call.error; });
    if (known) continue;
    seen.push_back(&*call.error);
    const std::ptrdiff_t count =
        std::count_if(calls.begin(), calls.end(), [&](const Call& c) { return c.error == call.error; });
    if (count > most) {
      most = count;
      best = &*call.error;
    }
  }
  return best;
}

json constants_view(const Context& context, const Reach& reach) {
  json list = json::array();
  std::unordered_map<std::string_view, const Declaration*> definitions;
  for (const Declaration& declaration : context.outline.declarations) {
    if (declaration.definition) definitions.emplace(declaration.spec_name, &declaration);
  }
  for (const NamedConstant& named : context.outline.constants) {
    const model::Constant& constant = named.constant;
    const auto found = definitions.find(constant.type);
    const Declaration* type = found == definitions.end() ? nullptr : found->second;
    const bool left_out = type != nullptr ? !reach.types[type->type.index()] : !context.options.only.empty();
    if (left_out) continue;
    const bool handle =
        type != nullptr && std::holds_alternative<model::Handle>(model::resolved(context.model, type->type).shape);
    const bool aggregate =
        type != nullptr && (context.spelling.is_aggregate(type->type) || context.spelling.is_list(type->type));
    const std::string name =
        type != nullptr && !aggregate ? type->name.identifier : context.spelling.repr(model::Repr::u64);
    const std::string number = fmt::format("{}{}", constant.value, constant.value > INT64_MAX ? "u" : "");
    list.push_back({
        {"constant_name", named.name.identifier},
        {"constant_names", styles_view(constant.name)},
        {"constant_type", name},
        {"constant_docs",
         docs_view(context, constant.docs, rename_note(named.name, constant.type + "_" + constant.name))},
        {"constant_value", fmt::format("{}({})", handle ? name : "static_cast<" + name + ">", number)},
        {"constant_number", std::to_string(constant.value)},
        {"constant_text", cell_text(shown_docs(context, constant.docs))},
        {"constant_hex", fmt::format("{:#x}", constant.value)},
    });
  }
  return list;
}

json modules_view(const Context& context, const std::vector<Call>& calls, const ErrorType* main_error) {
  json list = json::array();
  std::size_t next = 0;
  const std::set<std::string>& only = context.options.only;
  for (std::size_t m = 0; m < context.model.modules.size(); ++m) {
    const model::Module& module = context.model.modules[model::ModuleId(m)];
    const ModuleNames& names = context.outline.modules[m];
    json functions = json::array();
    for (std::size_t f = 0; f < module.functions.size(); ++f) {
      const Call& call = calls[next++];
      if (!only.empty() && !only.contains(module.functions[f].name)) continue;
      functions.push_back(function_view(context, module, module.functions[f], names.functions[f], call, main_error));
    }
    const bool empty = functions.empty();
    list.push_back({
        {"module_name", names.name.identifier},
        {"module_names", styles_view(module.name)},
        {"module_docs", docs_view(context, module.docs)},
        {"module_is_nested", context.model.modules.size() > 1},
        {"module_has_functions", !empty},
        {"functions", std::move(functions)},
    });
  }
  return list;
}

}  // namespace

std::string_view shown_docs(const Context& context, std::string_view docs) {
  switch (context.options.docs) {
    case ViewOptions::DocsLevel::full: return docs;
    case ViewOptions::DocsLevel::brief: return docs.substr(0, docs.find("\n\n"));
    case ViewOptions::DocsLevel::none: return {};
  }
  std::abort();
}

json docs_view(const Context& context, std::string_view docs, const std::vector<std::string>& more) {
  json list = json::array();
  if (context.options.docs == ViewOptions::DocsLevel::none) return list;
  const std::string_view shown = shown_docs(context, docs);
  // A comment is indented by two at most, and three slashes and a space stand before its text.
  const std::size_t width = context.options.columns - 6;
  for (const std::string& line : wrap_docs(shown, width)) list.push_back(line.empty() ? line : " " + line);
  for (const std::string& paragraph : more) {
    for (const std::string& line : wrap_docs(paragraph, width)) list.push_back(" " + line);
  }
  return list;
}

std::vector<std::string> rename_note(const Name& name, std::string_view spec_name) {
  if (!name.renamed) return {};
  return {fmt::format("In the specification: `{}`.", spec_name)};
}

json styles_view(std::string_view spec_name) {
  return {
      {"spec", spec_name},
      {"snake", to_style(spec_name, Style::snake)},
      {"pascal", to_style(spec_name, Style::pascal)},
      {"camel", to_style(spec_name, Style::camel)},
      {"upper", to_style(spec_name, Style::upper)},
      {"kebab", to_style(spec_name, Style::kebab)},
      {"code", markdown_code(spec_name)},
      {"anchor", anchor_of(spec_name)},
  };
}

Place place_of(const model::Model& model, const ViewOptions& options) {
  Place place;
  const std::string module = model.modules.size() == 1 ? model.modules[model::ModuleId(0)].name : options.stem;
  const auto* const known = std::find_if(known_modules.begin(), known_modules.end(),
                                         [&](const KnownModule& k) { return k.module == module; });
  const bool known_names = known != known_modules.end() && options.name_space.empty();
  // A namespace that was asked for is a plain one.
  place.inline_innermost = options.inline_default.value_or(known_names && known->latest);
  const Language language = rules_of(options);
  if (!options.name_space.empty()) {
    place.namespaces = split(options.name_space, "::");
  } else if (known != known_modules.end()) {
    place.namespaces = {std::string(known->outer), std::string(known->inner)};
  } else {
    std::string name = identifier(language, Symbol::module, module);
    const std::span<const std::string_view> taken = language.helpers;
    if (std::find(taken.begin(), taken.end(), std::string_view(name)) != taken.end()) name += '_';
    place.namespaces = {std::move(name)};
  }
  place.prefix = known_names ? std::string(known->prefix) : joined(place.namespaces, "_").append("_");
  if (!options.file.empty()) {
    place.file = with_own_suffix(options.file, language);
  } else if (known_names && language.flat_names) {
    place.file = known->header;
  } else {
    place.file = joined(place.namespaces, "/").append(language.file_suffix);
  }
  return place;
}

std::set<std::string> rename_paths(const model::Model& model, const ViewOptions& options) {
  return outline(model, rules_of(options), place_of(model, options).prefix, options.renames).paths;
}

// NOLINTNEXTLINE(readability-function-size): one list of keys.
json view_model(const model::Model& model, const model::Layouts& layouts, const ViewOptions& options) {
  const Language language = rules_of(options);
  const Place place = place_of(model, options);
  const Outline names = outline(model, language, place.prefix, options.renames);
  const Spelling spelling(model, names, language.tongue);
  const Context context{.model = model,
                        .layouts = layouts,
                        .options = options,
                        .language = language,
                        .outline = names,
                        .spelling = spelling};

  std::vector<Call> calls;
  for (std::size_t m = 0; m < model.modules.size(); ++m) {
    const model::Module& module = model.modules[model::ModuleId(m)];
    for (std::size_t f = 0; f < module.functions.size(); ++f) {
      const model::Function& function = module.functions[f];
      const bool wanted =
          language.tongue == Tongue::cpp && (options.only.empty() || options.only.contains(function.name));
      calls.push_back(wanted ? call_of(model, layouts, names, spelling, function, names.modules[m].functions[f])
                             : Call());
    }
  }
  const ErrorType* main_error = main_error_of(calls);

  json types = json::array();
  json assertions = json::array();
  bool has_enums = false;
  bool has_flags = false;
  const Reach reach = reach_of(model, layouts, names, options.only, depth_of(options, language));
  for (const Declaration& declaration : names.declarations) {
    const bool needed =
        declaration.type ? reach.types[declaration.type.index()] : reach.resources[declaration.resource.index()];
    if (!needed) continue;
    json type = type_view(context, declaration);
    has_enums = has_enums || type["type_is_enum"].get<bool>();
    has_flags = has_flags || type["type_is_flags"].get<bool>();
    types.push_back(std::move(type));
    if (options.asserts) add_assertions(context, declaration, assertions);
  }
  const bool has_assertions = !assertions.empty();
  json modules = modules_view(context, calls, main_error);
  const bool has_functions = std::any_of(modules.begin(), modules.end(),
                                         [](const json& module) { return module["module_has_functions"].get<bool>(); });
  const Parts parts = parts_of(place.file);
  json constants = constants_view(context, reach);
  const bool has_constants = !constants.empty();
  const std::string spec = model.modules.size() == 1 ? model.modules[model::ModuleId(0)].name : options.stem;
  const json namespaces = namespaces_view(place);
  json inside_out = namespaces;
  std::reverse(inside_out.begin(), inside_out.end());
  json view = {
      {"view_version", std::to_string(view_version)},
      {"language", options.language},
      {"spec_name", spec},
      {"spec_title", markdown_text(spec)},
      {"file_path", place.file},
      {"file_suffix", parts.suffix},
      {"parts_path", parts.path},
      {"parts_name", parts.path.substr(parts.path.rfind('/') + 1)},
      {"is_split", options.split},
      {"source_path", source_path(place.file)},
      {"guard", guard_of(place)},
      {"licence", options.licence},
      {"has_licence", !options.licence.empty()},
      {"namespace", joined(place.namespaces, "::")},
      {"namespaces", namespaces},
      {"namespaces_inside_out", std::move(inside_out)},
      {"has_docs", options.docs != ViewOptions::DocsLevel::none},
      {"has_enums", has_enums},
      {"has_flags", has_flags},
      {"has_names", options.names && (has_enums || has_flags)},
      {"has_messages", options.messages && has_enums},
      {"has_functions", has_functions},
      {"has_typed", options.typed},
      {"has_error", main_error != nullptr},
      {"error_type", main_error == nullptr ? "" : main_error->type},
      {"error_code", main_error == nullptr || main_error->code == "witx::s32" ? "" : ", " + main_error->code},
      {"pointer_bits", std::to_string(layouts.target().pointer_size * 8)},
      {"types", std::move(types)},
      {"constants", std::move(constants)},
      {"has_constants", has_constants},
      {"modules", std::move(modules)},
      {"assertions", std::move(assertions)},
      {"has_assertions", has_assertions},
  };
  add_support(view);
  return view;
}

}  // namespace view
