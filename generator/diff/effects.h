// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How far a change in one definition reaches: which layouts it alters, which functions carry it, and which way its values
// travel.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diff/changes.h"
#include "diff/world.h"

namespace diff {

class Effects {
 public:
  explicit Effects(const World& world);

  // The definition itself, if its layout differs, and all that hold one of these by value and differ too. Either side may be
  // missing; then there is nothing to compare.
  [[nodiscard]] std::vector<Effect> on_layouts(Two<model::DefinitionId> definition) const;

  // The functions with a parameter or a result in which the definition occurs, behind pointers too, on either side: those that
  // both sides have, for only they can feel a change; if there are none, all.
  [[nodiscard]] const std::vector<std::string>& on_functions(Two<model::DefinitionId> definition) const;

  [[nodiscard]] Flow flow(Two<model::DefinitionId> definition) const;

 private:
  struct Holder {
    model::TypeId type;
    bool by_value = false;
  };
  // What one model's types are held by, in both senses.
  struct Graph {
    // By type: the types of which it is a part.
    std::vector<std::vector<Holder>> holders;
    // By type: the definition whose type it is, and the functions that name it.
    std::vector<model::DefinitionId> definition;
    std::vector<std::vector<std::size_t>> functions;
    std::vector<std::string> function_paths;
    // By type: how its values travel through the functions that both sides have, and through any.
    std::vector<Flow> shared_flow;
    std::vector<Flow> any_flow;
  };

  static Graph make_graph(const World& world, const model::Model& model);
  static void spread_flow(const model::Model& model, std::vector<Flow>& flow);
  static std::vector<model::DefinitionId> holders_by_value(const model::Model& model, const Graph& graph,
                                                           model::DefinitionId definition);
  static void add_functions(const model::Model& model, const Graph& graph, model::DefinitionId definition,
                            std::vector<std::string>& paths);
  [[nodiscard]] std::vector<std::string> find_functions(Two<model::DefinitionId> definition) const;
  [[nodiscard]] bool differs(Two<model::DefinitionId> definition) const;
  [[nodiscard]] Effect effect(Two<model::DefinitionId> definition) const;

  const World& world_;
  Two<Graph> graphs_;
  // What on_functions() has been asked.
  mutable std::map<std::pair<model::DefinitionId, model::DefinitionId>, std::vector<std::string>> functions_;
};

}  // namespace diff
