// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/base/neutral.h"

#include <algorithm>

#include "backend/base/ask.h"
#include "backend/base/rows.h"

namespace backend {
namespace {

using bind::Form;
using bind::Plan;
using bind::Style;
using NeutralRow = Row<Plan>;

std::string guard_of(const Plan& plan) {
  std::string guard = bind::to_style(plan.place.file, Style::upper);
  if (guard[0] >= '0' && guard[0] <= '9') guard.insert(0, "H_");
  return guard;
}

// NOLINTNEXTLINE(readability-function-size): one table.
std::vector<NeutralRow> view_rows() {
  return {
      {"view_version", [](const Plan&, const At&) { return std::to_string(view_version); }, "of this schema"},
      {"language", [](const Plan& plan) { return plan.options.language; }, "whose identifiers these are"},
      {"spec_name", [](const Plan& plan) { return plan.place.spec; },
       "the module's name, or the document's where it has not exactly one module"},
      {"file_path", [](const Plan& plan) { return plan.place.file; },
       "where the main output goes, with '/' between folders"},
      {"file_suffix", [](const Plan& plan) { return bind::parts_of(plan.place.file).suffix; },
       "the end of it, with its point"},
      {"parts_path", [](const Plan& plan) { return bind::parts_of(plan.place.file).path; },
       "the folder for parts of the main output: its path without the suffix"},
      {"parts_name",
       [](const Plan& plan) {
         const std::string path = bind::parts_of(plan.place.file).path;
         return path.substr(path.rfind('/') + 1);
       },
       "that folder, as the main output sees it"},
      {"is_split", [](const Plan& plan) { return plan.options.split; },
       "several files are wanted that include each other"},
      {"guard", [](const Plan& plan) { return guard_of(plan); }, "the path as a word in capitals"},
      {"licence", [](const Plan& plan) { return plan.options.licence; }, "an SPDX expression or empty"},
      {"has_licence", [](const Plan& plan) { return !plan.options.licence.empty(); }, ""},
      {"namespaces", [](const Plan& plan) { return List<Thing::name_space>{plan.place.namespaces.size()}; },
       "outermost first"},
      {"namespaces_inside_out",
       [](const Plan& plan) { return List<Thing::closed_namespace>{plan.place.namespaces.size()}; }, "to close them"},
      {"has_docs", [](const Plan& plan) { return plan.options.docs != bind::Options::DocsLevel::none; },
       "docs are wanted"},
      {"has_flags", [](const Plan& plan) { return has_any(plan, Form::flags); }, ""},
      {"has_functions", [](const Plan& plan) { return has_functions(plan); }, "a module has any"},
      {"has_typed", [](const Plan& plan) { return plan.options.typed; }, "the typed layer is wanted"},
      {"wants_names", [](const Plan& plan) { return plan.options.names; }, "names are wanted at run time"},
      {"wants_messages", [](const Plan& plan) { return plan.options.messages; }, "so are messages"},
      {"wants_assertions", [](const Plan& plan) { return plan.options.asserts; }, "layouts are to be asserted"},
      {"pointer_bits", [](const Plan& plan) { return std::to_string(plan.layouts.target().pointer_size * 8); },
       "32 or 64"},
      {"types", [](const Plan& plan) { return List<Thing::type>{plan.types.size()}; },
       "each stands behind those that it uses"},
      {"constants", [](const Plan& plan) { return List<Thing::constant>{plan.constants.size()}; }, ""},
      {"has_constants", [](const Plan& plan) { return !plan.constants.empty(); }, ""},
      {"modules", [](const Plan& plan) { return List<Thing::module>{plan.modules.size()}; }, ""},
  };
}

std::vector<NeutralRow> namespace_rows() {
  return {
      {"namespace_name", [](const Plan& plan, const At& at) { return plan.place.namespaces[at.index]; }, "identifier"},
      {"namespace_is_inline",
       [](const Plan& plan, const At& at) {
         return plan.place.inline_innermost && at.index + 1 == plan.place.namespaces.size();
       },
       "true at most of the innermost"},
  };
}

std::vector<NeutralRow> closed_namespace_rows() {
  return {{"namespace_name",
           [](const Plan& plan, const At& at) {
             return *(plan.place.namespaces.rbegin() + static_cast<std::ptrdiff_t>(at.index));
           },
           "identifier"}};
}

template <Style style>
std::string in_style(const At& at) {
  return bind::to_style(at.spec_name, style);
}

std::vector<NeutralRow> names_rows() {
  return {
      {"spec", [](const At& at) { return at.spec_name; }, "as it is written there"},
      {"snake", in_style<Style::snake>, "snake_case"},
      {"pascal", in_style<Style::pascal>, "PascalCase"},
      {"camel", in_style<Style::camel>, "camelCase"},
      {"upper", in_style<Style::upper>, "UPPER_CASE"},
      {"kebab", in_style<Style::kebab>, "kebab-case"},
  };
}

}  // namespace

bool has_any(const Plan& plan, Form form) {
  const auto is = [form](const bind::TypePlan& type) { return type.form == form; };
  return std::any_of(plan.types.begin(), plan.types.end(), is);
}

void add_neutral(Tables& tables, const Plan* plan) {
  add(tables, Thing::view, plan, view_rows());
  add(tables, Thing::name_space, plan, namespace_rows());
  add(tables, Thing::closed_namespace, plan, closed_namespace_rows());
  add_neutral_types(tables, plan);
  add_neutral_functions(tables, plan);
  add(tables, Thing::names, plan, names_rows());
}

}  // namespace backend
