// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "cli/session.h"
#include "model/layout.h"
#include "report/layout_table.h"
#include "support/suggest.h"

namespace cli {
namespace {

using support::Code;

void report_unknown(Session& session, const model::Model& model, const std::string& name) {
  std::vector<std::string_view> known;
  for (const model::Definition& definition : model.definitions) known.push_back(definition.name);
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) known.push_back(function.name);
  }
  auto& diagnostic =
      session.diagnostics.report(Code::usage, {}, fmt::format("there is no type or function '{}'", name));
  if (std::string hint = support::did_you_mean(name, known); !hint.empty()) diagnostic.with_help(std::move(hint));
}

// One a line, types before functions.
ExitCode list_names(Session& session, const std::vector<std::string>& inputs) {
  const Document document = read_document(session, inputs);
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  for (const model::Definition& definition : document.model.definitions) session.host.out(definition.name + '\n');
  for (const model::Module& module : document.model.modules) {
    for (const model::Function& function : module.functions) session.host.out(function.name + '\n');
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace

ExitCode run_layout(Session& session) {
  auto inputs = all_inputs(session);
  if (inputs && session.options.list) return list_names(session, *inputs);
  if (inputs && inputs->size() < 2) {
    session.diagnostics.report(Code::usage, {}, "a name and files are needed")
        .with_help("for example: witxc layout filestat @preview1");
  }
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  std::string name = inputs->front();
  inputs->erase(inputs->begin());
  if (name.starts_with('$')) name.erase(0, 1);

  const Document document = read_document(session, *inputs);
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  const model::Layouts layouts(document.model, {.pointer_size = session.options.wasm64 ? 8U : 4U});
  if (const std::optional<std::string> table = report::layout_table(document.model, layouts, name)) {
    session.host.out(*table);
  } else {
    report_unknown(session, document.model, name);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
