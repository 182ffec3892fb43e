// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "backend/base/ask.h"
#include "backend/base/literals.h"
#include "backend/base/neutral.h"
#include "backend/base/rows.h"
#include "model/spell.h"

namespace backend {
namespace {

using bind::Plan;
using NeutralRow = Row<Plan>;

std::vector<NeutralRow> module_rows() {
  return {
      {"module_name", [](const At& at) { return at.module->name->identifier; }, "identifier"},
      {"module_names", [](const At& at) { return SpecName{at.module->module->name}; }, ""},
      {"module_import_name", [](const At& at) { return escape_literal(at.module->module->name); },
       "escaped for a literal"},
      {"module_docs", [](const Plan& plan, const At& at) { return docs(plan, at.module->module->docs); }, ""},
      {"module_is_nested", [](const Plan& plan) { return plan.model.modules.size() > 1; },
       "one of several, which have a namespace each"},
      {"module_has_functions", [](const At& at) { return !at.module->functions.empty(); }, ""},
      {"module_is_last", [](const Plan& plan, const At& at) { return at.index + 1 == plan.modules.size(); }, ""},
      {"functions", [](const At& at) { return List<Thing::function>{at.module->functions.size()}; }, ""},
  };
}

std::string core_signature(const model::Signature& signature) {
  std::string text = "(func";
  if (!signature.params.empty()) {
    text += " (param";
    for (const model::CoreParam& param : signature.params) text += fmt::format(" {}", model::name_of(param.core));
    text += ")";
  }
  for (const model::Core result : signature.results) text += fmt::format(" (result {})", model::name_of(result));
  return text + ")";
}

std::vector<NeutralRow> function_rows() {
  return {
      {"function_name", [](const At& at) { return at.function->names->name.identifier; }, "identifier"},
      {"function_names", [](const At& at) { return SpecName{at.function->function->name}; }, ""},
      {"function_docs",
       [](const Plan& plan, const At& at) {
         return docs(plan, at.function->function->docs, at.function->names->name, at.function->function->name);
       },
       ""},
      {"function_module", [](const At& at) { return SpecName{at.function->module->name}; }, "of its module"},
      {"function_import_module", [](const At& at) { return escape_literal(at.function->module->name); },
       "escaped for a literal"},
      {"function_import_name", [](const At& at) { return escape_literal(at.function->function->name); },
       "escaped for a literal"},
      {"function_core", [](const At& at) { return core_signature(at.function->call.signature); },
       "the core WebAssembly type"},
      {"function_is_noreturn", [](const At& at) { return at.function->function->noreturn; }, "does not return"},
      {"function_is_last", [](const At& at) { return at.index + 1 == at.module->functions.size(); }, "in its module"},
      {"params", [](const At& at) { return List<Thing::param>{at.function->function->params.size()}; }, ""},
      {"results", [](const At& at) { return List<Thing::result>{at.function->function->results.size()}; }, ""},
      {"core_params", [](const At& at) { return List<Thing::core_param>{at.function->call.slots.size()}; },
       "of the import"},
      {"core_results",
       [](const At& at) { return List<Thing::core_result>{at.function->call.signature.results.size()}; },
       "one at most"},
  };
}

std::vector<NeutralRow> param_rows() {
  return {
      {"param_name", [](const At& at) { return at.function->names->params[at.index].identifier; }, "identifier"},
      {"param_names", [](const At& at) { return SpecName{param_at(at).name}; }, ""},
      {"param_docs", [](const Plan& plan, const At& at) { return docs(plan, param_at(at).docs); }, ""},
      {"param_witx", [](const Plan& plan, const At& at) { return model::witx_type(plan.model, param_at(at).type); },
       "as the specification writes it"},
      {"param_is_last", [](const At& at) { return at.index + 1 == at.function->function->params.size(); }, ""},
  };
}

std::vector<NeutralRow> result_rows() {
  return {
      {"result_names", [](const At& at) { return SpecName{result_at(at).name}; }, ""},
      {"result_docs", [](const Plan& plan, const At& at) { return docs(plan, result_at(at).docs); }, ""},
      {"result_witx", [](const Plan& plan, const At& at) { return model::witx_type(plan.model, result_at(at).type); },
       "as the specification writes it"},
      {"result_is_last", [](const At& at) { return at.index + 1 == at.function->function->results.size(); }, ""},
  };
}

// A word for what a core parameter carries.
std::string_view role_of(model::Role role) {
  switch (role) {
    case model::Role::value: return "value";
    case model::Role::indirect: return "pointer";
    case model::Role::list_pointer: return "list";
    case model::Role::list_length: return "length";
    case model::Role::result: return "result";
    case model::Role::result_pointer: return "result_list";
    case model::Role::result_length: return "result_length";
    case model::Role::results: return "results";
  }
  return {};
}

std::vector<NeutralRow> core_param_rows() {
  return {
      {"core_param_name", [](const At& at) { return at.function->call.slots[at.index].name; },
       "identifier, unlike those of the others"},
      {"core_param_type",
       [](const At& at) { return std::string(model::name_of(at.function->call.slots[at.index].carries.core)); },
       "i32, i64, f32 or f64"},
      {"core_param_role", [](const At& at) { return role_of(at.function->call.slots[at.index].carries.role); },
       "a value, the pointer to one, a list's first element or its length; or where a result, a result_list, its "
       "result_length or all results are written"},
      {"core_param_witx",
       [](const Plan& plan, const At& at) {
         const model::TypeId type = at.function->call.slots[at.index].carries.type;
         return type ? model::witx_type(plan.model, type) : std::string();
       },
       "the type of what is carried, pointed to or written"},
      {"core_param_is_last", [](const At& at) { return at.index + 1 == at.function->call.slots.size(); }, ""},
  };
}

std::vector<NeutralRow> core_result_rows() {
  return {
      {"core_result_type",
       [](const At& at) { return std::string(model::name_of(at.function->call.signature.results[at.index])); },
       "i32, i64, f32 or f64"},
      {"core_result_is_error", [](const At& at) { return at.function->call.answer.kind == model::Answer::Kind::error; },
       "0 if the call went well"},
  };
}

}  // namespace

bool has_functions(const Plan& plan) {
  for (const bind::ModulePlan& module : plan.modules) {
    if (!module.functions.empty()) return true;
  }
  return false;
}

void add_neutral_functions(Tables& tables, const Plan* plan) {
  add(tables, Thing::module, plan, module_rows());
  add(tables, Thing::function, plan, function_rows());
  add(tables, Thing::param, plan, param_rows());
  add(tables, Thing::result, plan, result_rows());
  add(tables, Thing::core_param, plan, core_param_rows());
  add(tables, Thing::core_result, plan, core_result_rows());
}

}  // namespace backend
