// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "bind/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <unordered_map>
#include <utility>

#include "bind/reach.h"
#include "bind/text.h"
#include "model/match.h"

namespace bind {
namespace {

Naming with_styles(Naming naming, const Options& options) {
  for (const auto& [kind, style] : options.naming) naming.styles.of(kind) = style;
  return naming;
}

Depth depth_of(const Options& options, const Naming& naming) {
  if (options.typed || !naming.has_layers) return Depth::typed;
  return options.values ? Depth::raw_and_values : Depth::raw;
}

TypePlan type_plan(const Plan& plan, const Declaration& declaration) {
  TypePlan type{.declaration = &declaration, .form = form_of(plan.model, declaration)};
  if (declaration.resource) return type;
  const model::Type::Shape& shape = plan.model.types[declaration.type].shape;
  model::match(
      shape,
      [&](const model::Enum& closed) {
        type.values = closed.cases;
        type.repr = &closed.repr;
      },
      [&](const model::Int& open) {
        type.values = open.constants;
        type.repr = &open.repr;
      },
      [&](const model::Flags& flags) {
        type.values = flags.flags;
        type.repr = &flags.repr;
      },
      [&](const model::Record& record) { type.fields = record.fields; },
      [&](const model::Union& overlay) { type.fields = overlay.members; },
      [&](const model::Variant& variant) {
        type.cases = variant.cases;
        type.variant = &variant;
        type.repr = &variant.repr;
        type.tag = tag_enum(plan.model, plan.outline, variant);
        const auto carries = [&](const model::Case& c) { return c.payload && plan.layouts[c.payload].size != 0; };
        const auto first = std::find_if(variant.cases.begin(), variant.cases.end(), carries);
        type.first_payload = static_cast<std::size_t>(first - variant.cases.begin());
      },
      [&](const model::Handle& handle) {
        for (const model::DefinitionId super : handle.supertypes) {
          const model::TypeId id = plan.model.definitions[super].type;
          if (!handle.resource && std::holds_alternative<model::Handle>(model::resolved(plan.model, id).shape))
            type.supertypes.push_back(plan.outline.find(id));
        }
      },
      [](const model::OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::List, model::Pointer,
                            model::Buffer> auto&) {});
  return type;
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): one part after the other.
Plan::Plan(const model::Model& of, const model::Layouts& with, const Options& asked, const Naming& language)
    : model(of),
      layouts(with),
      options(asked),
      naming(with_styles(language, asked)),
      place(place_of(of, asked, naming)),
      outline(bind::outline(of, naming, place.prefix, asked.renames)) {
  const Reach reach = reach_of(model, layouts, outline, options.only, depth_of(options, naming));
  std::unordered_map<std::string_view, const Declaration*> definitions;
  for (const Declaration& declaration : outline.declarations) {
    if (declaration.definition) definitions.emplace(declaration.spec_name, &declaration);
    const bool needed =
        declaration.type ? reach.types[declaration.type.index()] : reach.resources[declaration.resource.index()];
    if (needed) types.push_back(type_plan(*this, declaration));
  }
  for (const NamedConstant& named : outline.constants) {
    const auto found = definitions.find(named.constant.type);
    const Declaration* type = found == definitions.end() ? nullptr : found->second;
    const bool needed = type != nullptr ? reach.types[type->type.index()] : options.only.empty();
    if (needed) constants.push_back({.named = &named, .type = type});
  }
  for (std::size_t m = 0; m < model.modules.size(); ++m) {
    const model::Module& module = model.modules[model::ModuleId(m)];
    const ModuleNames& names = outline.modules[m];
    ModulePlan& planned = modules.emplace_back(ModulePlan{.module = &module, .name = &names.name, .functions = {}});
    for (std::size_t f = 0; f < module.functions.size(); ++f) {
      const model::Function& function = module.functions[f];
      if (!is_asked_for(options.only, module, function)) continue;
      planned.functions.push_back({.module = &module,
                                   .function = &function,
                                   .names = &names.functions[f],
                                   .call = call_plan(model, layouts, naming, outline, function, names.functions[f])});
    }
  }
}

std::set<std::string> rename_paths(const model::Model& model, const Options& options, const Naming& language) {
  const Naming naming = with_styles(language, options);
  return outline(model, naming, place_of(model, options, naming).prefix, options.renames).paths;
}

std::string_view docs_of(const model::Model& model, const Declaration& declaration) {
  if (declaration.definition) return model.definitions[declaration.definition].docs;
  if (declaration.resource) return model.resources[declaration.resource].docs;
  return {};
}

std::string_view shown_docs(const Options& options, std::string_view docs) {
  switch (options.docs) {
    case Options::DocsLevel::full: return docs;
    case Options::DocsLevel::brief: return docs.substr(0, docs.find("\n\n"));
    case Options::DocsLevel::none: return {};
  }
  std::abort();
}

std::vector<std::string> docs_lines(const Options& options, std::string_view docs) {
  if (options.docs == Options::DocsLevel::none) return {};
  // A comment is indented by two at most, and three slashes and a space stand before its text.
  return wrap_docs(shown_docs(options, docs), options.columns - 6);
}

std::vector<std::string> docs_lines(const Options& options, std::string_view docs, const Name& name,
                                    std::string_view spec_name) {
  std::vector<std::string> lines = docs_lines(options, docs);
  if (!name.renamed || options.docs == Options::DocsLevel::none) return lines;
  const std::string note = fmt::format("In the specification: `{}`.", spec_name);
  for (std::string& line : wrap_docs(note, options.columns - 6)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace bind
