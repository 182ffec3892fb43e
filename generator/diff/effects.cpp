// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "diff/effects.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "diff/parts.h"
#include "model/match.h"

namespace diff {
namespace {

using model::DefinitionId;
using model::TypeId;

void add(Flow& to, Flow more) {
  to.guest_sends |= more.guest_sends;
  to.host_sends |= more.host_sends;
}

// The names of members that have offsets, in the order of Layout::offsets.
std::vector<std::string_view> member_names(const model::Type::Shape& shape) {
  std::vector<std::string_view> names;
  const auto add_all = [&names](const auto& members) {
    for (const auto& member : members) names.push_back(member.name);
  };
  model::match(
      shape, [&](const model::Record& record) { add_all(record.fields); },
      [&](const model::Union& u) { add_all(u.members); },
      [&](const model::Variant& variant) { add_all(variant.cases); },
      [](const model::OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                            model::Flags, model::List, model::Pointer, model::Handle, model::Buffer> auto&) {});
  return names;
}

}  // namespace

Effects::Effects(const World& world)
    : world_(world),
      graphs_{.before = make_graph(world, *world.models.before), .after = make_graph(world, *world.models.after)} {}

Effects::Graph Effects::make_graph(const World& world, const model::Model& model) {
  Graph graph;
  const std::size_t count = model.types.size();
  graph.holders.resize(count);
  graph.definition.resize(count);
  graph.functions.resize(count);
  graph.shared_flow.resize(count);
  graph.any_flow.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    each_part(model, TypeId(i), [&graph, i](TypeId part, Via via) {
      const bool by_value = via == Via::value || via == Via::tag;
      graph.holders[part.index()].push_back({.type = TypeId(i), .by_value = by_value});
    });
  }
  for (std::size_t i = 0; i < model.definitions.size(); ++i)
    graph.definition[model.definitions[DefinitionId(i)].type.index()] = DefinitionId(i);
  for (std::size_t m = 0; m < model.modules.size(); ++m) {
    for (const model::Function& function : model.modules[model::ModuleId(m)].functions) {
      const std::size_t number = graph.function_paths.size();
      graph.function_paths.push_back(world.path(model, model::ModuleId(m), function.name));
      const bool shared = world.exchanges.contains(graph.function_paths.back());
      for (const model::Field& param : function.params) {
        graph.functions[param.type.index()].push_back(number);
        graph.any_flow[param.type.index()].guest_sends = true;
        graph.shared_flow[param.type.index()].guest_sends |= shared;
      }
      for (const model::Field& result : function.results) {
        graph.functions[result.type.index()].push_back(number);
        graph.any_flow[result.type.index()].host_sends = true;
        graph.shared_flow[result.type.index()].host_sends |= shared;
      }
    }
  }
  spread_flow(model, graph.shared_flow);
  spread_flow(model, graph.any_flow);
  return graph;
}

// From wholes to parts: a part stands before its whole in the model.
void Effects::spread_flow(const model::Model& model, std::vector<Flow>& flow) {
  for (std::size_t i = model.types.size(); i-- > 0;) {
    const Flow own = flow[i];
    each_part(model, TypeId(i), [&flow, own](TypeId part, Via via) {
      const bool carried = own.guest_sends || own.host_sends;
      Flow& to = flow[part.index()];
      if (via == Via::mutable_pointer) {
        add(to, {.guest_sends = carried, .host_sends = carried});
      } else if (via == Via::out_buffer) {
        add(to, {.guest_sends = own.host_sends, .host_sends = own.guest_sends});
      } else {
        add(to, own);
      }
    });
  }
}

std::vector<DefinitionId> Effects::holders_by_value(const model::Model& model, const Graph& graph,
                                                    DefinitionId definition) {
  std::vector<DefinitionId> found;
  std::vector<TypeId> open{model.definitions[definition].type};
  std::set<TypeId> seen;
  while (!open.empty()) {
    const TypeId type = open.back();
    open.pop_back();
    for (const Holder& holder : graph.holders[type.index()]) {
      if (!holder.by_value || !seen.insert(holder.type).second) continue;
      if (const DefinitionId next = graph.definition[holder.type.index()]) {
        found.push_back(next);
      } else {
        open.push_back(holder.type);
      }
    }
  }
  return found;
}

bool Effects::differs(Two<DefinitionId> definition) const {
  const auto layout = [](const model::Model& model, const model::Layouts& layouts,
                         DefinitionId id) -> const model::Layout& { return layouts[model.definitions[id].type]; };
  const model::Layout& a = layout(*world_.models.before, world_.layouts.before, definition.before);
  const model::Layout& b = layout(*world_.models.after, world_.layouts.after, definition.after);
  return a.size != b.size || a.align != b.align || !effect(definition).moves.empty();
}

Effect Effects::effect(Two<DefinitionId> definition) const {
  const Two<TypeId> type{.before = world_.models.before->definitions[definition.before].type,
                         .after = world_.models.after->definitions[definition.after].type};
  const model::Layout& a = world_.layouts.before[type.before];
  const model::Layout& b = world_.layouts.after[type.after];
  Effect effect{.path = world_.path(*world_.models.after, definition.after),
                .size = {.before = a.size, .after = b.size},
                .align = {.before = a.align, .after = b.align},
                .moves = {}};
  std::map<std::string_view, std::uint64_t> offsets;
  const std::vector<std::string_view> old_names = member_names(world_.models.before->types[type.before].shape);
  for (std::size_t i = 0; i < old_names.size(); ++i) offsets.emplace(old_names[i], a.offsets[i]);
  const std::vector<std::string_view> new_names = member_names(world_.models.after->types[type.after].shape);
  for (std::size_t i = 0; i < new_names.size(); ++i) {
    const auto old = offsets.find(new_names[i]);
    if (old == offsets.end() || old->second == b.offsets[i]) continue;
    effect.moves.push_back(
        {.name = std::string(new_names[i]), .offset = {.before = old->second, .after = b.offsets[i]}});
  }
  return effect;
}

std::vector<Effect> Effects::on_layouts(Two<DefinitionId> definition) const {
  std::vector<Effect> effects;
  if (!definition.before || !definition.after || !differs(definition)) return effects;
  std::set<DefinitionId> seen{definition.after};
  std::vector<Two<DefinitionId>> open{definition};
  while (!open.empty()) {
    const Two<DefinitionId> next = open.back();
    open.pop_back();
    std::vector<DefinitionId> holders = holders_by_value(*world_.models.after, graphs_.after, next.after);
    for (const DefinitionId old : holders_by_value(*world_.models.before, graphs_.before, next.before)) {
      if (const DefinitionId same = world_.pairs.definitions.of_before(old)) holders.push_back(same);
    }
    for (const DefinitionId holder : holders) {
      const DefinitionId old = world_.pairs.definitions.of_after(holder);
      if (!old || !differs({.before = old, .after = holder}) || !seen.insert(holder).second) continue;
      open.push_back({.before = old, .after = holder});
    }
  }
  // In the order of the document.
  for (const DefinitionId id : seen)
    effects.push_back(effect({.before = world_.pairs.definitions.of_after(id), .after = id}));
  return effects;
}

void Effects::add_functions(const model::Model& model, const Graph& graph, DefinitionId definition,
                            std::vector<std::string>& paths) {
  std::set<std::size_t> functions;
  std::set<TypeId> seen{model.definitions[definition].type};
  std::vector<TypeId> open(seen.begin(), seen.end());
  while (!open.empty()) {
    const TypeId type = open.back();
    open.pop_back();
    functions.insert(graph.functions[type.index()].begin(), graph.functions[type.index()].end());
    for (const Holder& holder : graph.holders[type.index()]) {
      if (seen.insert(holder.type).second) open.push_back(holder.type);
    }
  }
  for (const std::size_t function : functions) paths.push_back(graph.function_paths[function]);
}

std::vector<std::string> Effects::find_functions(Two<DefinitionId> definition) const {
  std::vector<std::string> paths;
  if (definition.before) add_functions(*world_.models.before, graphs_.before, definition.before, paths);
  if (definition.after) add_functions(*world_.models.after, graphs_.after, definition.after, paths);
  std::set<std::string_view> seen;
  std::vector<std::string> all;
  std::vector<std::string> shared;
  for (const std::string& path : paths) {
    if (!seen.insert(path).second) continue;
    all.push_back(path);
    if (world_.exchanges.contains(path)) shared.push_back(path);
  }
  return shared.empty() ? all : shared;
}

const std::vector<std::string>& Effects::on_functions(Two<DefinitionId> definition) const {
  const auto [found, is_new] = functions_.try_emplace({definition.before, definition.after});
  if (is_new) found->second = find_functions(definition);
  return found->second;
}

Flow Effects::flow(Two<DefinitionId> definition) const {
  const auto join = [&](std::vector<Flow> Graph::* which) {
    Flow flow;
    const model::Model& before = *world_.models.before;
    const model::Model& after = *world_.models.after;
    if (definition.before) add(flow, (graphs_.before.*which)[before.definitions[definition.before].type.index()]);
    if (definition.after) add(flow, (graphs_.after.*which)[after.definitions[definition.after].type.index()]);
    return flow;
  };
  const Flow shared = join(&Graph::shared_flow);
  return shared.guest_sends || shared.host_sends ? shared : join(&Graph::any_flow);
}

}  // namespace diff
