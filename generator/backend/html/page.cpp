// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/html/page.h"

#include <algorithm>
#include <set>
#include <utility>

#include "backend/base/ask.h"
#include "backend/base/prose.h"
#include "model/parts.h"

namespace backend::html {
namespace {

using bind::Form;
using bind::Plan;
using bind::TypePlan;
using model::TypeId;

bool is_drawn(const Plan& plan, const TypePlan& type) {
  const bool form = type.form == Form::record || type.form == Form::slice || type.form == Form::variant ||
                    type.form == Form::overlay || type.form == Form::flags;
  return form && plan.layouts[type.declaration->type].size > 0;
}

std::vector<Sheet> sheets_of(const Page& page, TypeId type) {
  const Plan& plan = page.plan;
  std::vector<Sheet> sheets;
  draw::Drawing closed;
  for (const draw::Depth depth : {draw::Depth::members, draw::Depth::all}) {
    draw::Drawing narrow = draw::drawing_of(plan.model, plan.layouts, type, depth);
    draw::Drawing wide = draw::drawing_of(plan.model, page.wide, type, depth);
    const bool differ = !same(narrow, wide);
    const bool more = depth == draw::Depth::members || !same(narrow, closed);
    const auto add = [&](const draw::Drawing& drawing, std::string_view memory) {
      if (more) sheets.push_back({.drawing = drawing, .figure = figure_of(drawing), .depth = depth, .memory = memory});
    };
    add(narrow, differ ? "32" : "");
    if (differ) add(wide, "64");
    closed = std::move(narrow);
  }
  return sheets;
}

// Calls visit(name of a definition or resource) for each that `id` names itself, not through another name.
template <typename Visit>
void each_name(const model::Model& model, TypeId id, const Visit& visit) {
  const model::Type& type = model.types[id];
  if (const auto* alias = std::get_if<model::Alias>(&type.shape))
    return visit(model.definitions[alias->definition].name);
  if (const auto* handle = std::get_if<model::Handle>(&type.shape)) {
    if (handle->resource) visit(model.resources[handle->resource].name);
    for (const model::DefinitionId supertype : handle->supertypes) visit(model.definitions[supertype].name);
  }
  if (const auto* variant = std::get_if<model::Variant>(&type.shape); variant != nullptr && variant->tag)
    each_name(model, variant->tag, visit);
  model::each_part(type, [&](TypeId part) { each_name(model, part, visit); });
}

// Calls visit(text) for each piece of code in the docs.
template <typename Visit>
void each_code(std::string_view docs, const Visit& visit) {
  for (std::size_t at = docs.find('`'); at != std::string_view::npos; at = docs.find('`', at)) {
    const std::size_t ticks = ticks_at(docs, at);
    const std::size_t end = code_end(docs, at);
    if (end == at) {
      at += ticks;
      continue;
    }
    visit(docs.substr(at + ticks, end - at - 2 * ticks));
    at = end;
  }
}

class Reader {
 public:
  explicit Reader(Page& page) : page_(page), plan_(page.plan) {}

  void run() {
    page_.types.resize(plan_.types.size());
    for (std::size_t i = 0; i < plan_.types.size(); ++i) add_type(i);
    each_function(
        [this](const At& at) { page_.anchors.emplace(at.function->function->name, function_anchor(plan_, at)); });
    for (const TypePlan& type : plan_.types) {
      const bind::Declaration& declaration = *type.declaration;
      if (bind::is_structural(plan_.model, declaration)) continue;
      const Link self{.anchor = anchor_of(declaration.spec_name), .text = declaration.spec_name};
      if (declaration.type) use(declaration.type, self);
    }
    each_function([this](const At& at) { read(at); });
  }

 private:
  template <typename Visit>
  void each_function(const Visit& visit) {
    for (const bind::ModulePlan& module : plan_.modules) {
      for (const bind::FunctionPlan& function : module.functions) visit({.module = &module, .function = &function});
    }
  }

  void add_type(std::size_t index) {
    const TypePlan& type = plan_.types[index];
    TypeNotes& notes = page_.types[index];
    notes.speakers.resize(type.values.size());
    if (bind::is_structural(plan_.model, *type.declaration)) return;
    if (is_drawn(plan_, type)) notes.sheets = sheets_of(page_, type.declaration->type);
    const std::string& name = type.declaration->spec_name;
    const std::string anchor = anchor_of(name);
    page_.anchors.emplace(name, anchor);
    by_name_.emplace(name, index);
    const auto member = [&](const std::string& part) {
      page_.anchors.emplace(name + "::" + part, anchor + "." + anchor_of(part));
    };
    for (std::size_t i = 0; i < type.values.size(); ++i) {
      member(type.values[i].name);
      values_.emplace(name + "::" + type.values[i].name, std::pair(index, i));
    }
    for (const model::Field& field : type.fields) member(field.name);
    for (const model::Case& c : type.cases) member(c.name);
  }

  void use(TypeId type, const Link& user) {
    each_name(plan_.model, type, [&](const std::string& name) {
      const auto found = by_name_.find(name);
      if (found == by_name_.end()) return;
      std::vector<Link>& users = page_.types[found->second].users;
      const auto same = [&](const Link& link) { return link.anchor == user.anchor; };
      if (std::ranges::none_of(users, same)) users.push_back(user);
    });
  }

  void read(const At& at) {
    const model::Function& function = *at.function->function;
    const Link self{.anchor = function_anchor(plan_, at), .text = function.name};
    FunctionNotes& notes = page_.functions[at.function];
    notes.wide = model::lower(plan_.model, page_.wide, function);
    std::set<std::pair<std::size_t, std::size_t>> spoken;
    const auto listen = [&](std::string_view docs) {
      each_code(docs, [&](std::string_view code) {
        if (const auto found = values_.find(code); found != values_.end()) spoken.insert(found->second);
      });
    };
    listen(function.docs);
    for (const auto* fields : {&function.params, &function.results}) {
      for (const model::Field& field : *fields) {
        use(field.type, self);
        listen(field.docs);
      }
    }
    need_rights(function, spoken);
    const TypeId error = at.function->call.answer.error;
    const bind::Declaration* error_type = error ? plan_.outline.find(bind::behind_names(plan_.model, error)) : nullptr;
    for (const auto& [type, value] : spoken) {
      page_.types[type].speakers[value].push_back(self);
      const Mention mention{.type = &plan_.types[type], .value = value};
      const bind::Declaration* declaration = plan_.types[type].declaration;
      if (declaration == error_type) notes.errors.push_back(mention);
      if (declaration->spec_name == "rights") notes.rights.push_back(mention);
    }
  }

  // The flags of `rights` that are named after the function, or whose docs name it.
  void need_rights(const model::Function& function, std::set<std::pair<std::size_t, std::size_t>>& spoken) {
    const auto found = by_name_.find("rights");
    if (found == by_name_.end()) return;
    const auto& values = plan_.types[found->second].values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      bool named = values[i].name == function.name;
      each_code(values[i].docs, [&](std::string_view code) { named = named || code == function.name; });
      if (named) spoken.emplace(found->second, i);
    }
  }

  Page& page_;
  const Plan& plan_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  // Of types' values.
  std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>> values_;
};

}  // namespace

Page::Page(const bind::Plan& of) : plan(of), wide(of.model, {.pointer_size = 8}) { Reader(*this).run(); }

}  // namespace backend::html
