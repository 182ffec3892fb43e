// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <deque>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/commands/commands.h"
#include "draw/drawing.h"
#include "driver/inputs.h"
#include "driver/page.h"
#include "driver/session.h"
#include "model/layout.h"
#include "report/drawn.h"
#include "report/layout_table.h"
#include "support/suggest.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

using Documents = std::deque<driver::Document>;

// Of types before those of functions.
std::vector<std::string_view> names_in(const model::Model& model) {
  std::vector<std::string_view> names;
  for (const model::Definition& definition : model.definitions) names.push_back(definition.name);
  for (const model::Module& module : model.modules) {
    for (const model::Function& function : module.functions) names.push_back(function.name);
  }
  return names;
}

void report_unknown(driver::Session& session, const Documents& documents, const std::string& name) {
  std::vector<std::string_view> known;
  for (const driver::Document& document : documents) {
    for (const std::string_view each : names_in(document.model)) known.push_back(each);
  }
  auto& diagnostic =
      session.diagnostics.report(Code::usage, {}, fmt::format("there is no type or function '{}'", name));
  if (std::string hint = support::did_you_mean(name, known); !hint.empty()) diagnostic.with_help(std::move(hint));
}

// One a line; what several documents have is named once.
void list_names(driver::Session& session, const Documents& documents) {
  std::set<std::string_view> known;
  for (const driver::Document& document : documents) {
    for (const std::string_view name : names_in(document.model)) {
      if (known.insert(name).second) session.host.out(fmt::format("{}\n", name));
    }
  }
}

model::Target target_of(const driver::Session& session) { return {.pointer_size = session.options.wasm64 ? 8U : 4U}; }

draw::Depth depth_of(const driver::Session& session) {
  return session.options.deep ? draw::Depth::all : draw::Depth::members;
}

// In every document that has it.
void show(driver::Session& session, const std::vector<config::Spec>& specs, const Documents& documents,
          const std::string& name) {
  const report::LayoutLook look{.drawn = session.host.out_terminal, .depth = depth_of(session)};
  bool found = false;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const model::Layouts layouts(documents[i].model, target_of(session));
    const std::optional<std::string> table = report::layout_table(documents[i].model, layouts, name, look);
    if (!table) continue;
    if (documents.size() > 1) session.host.out(fmt::format("{}{}:\n", found ? "\n" : "", driver::name_of(specs[i])));
    session.host.out(*table);
    found = true;
  }
  if (!found) report_unknown(session, documents, name);
}

// Of the first document that has it.
void show_picture(driver::Session& session, const Documents& documents, const std::string& name) {
  for (const driver::Document& document : documents) {
    const model::Definition* const definition = report::definition_named(document.model, name);
    if (definition == nullptr) continue;
    const model::Layouts layouts(document.model, target_of(session));
    const draw::Drawing drawing = draw::drawing_of(document.model, layouts, definition->type, depth_of(session));
    const model::Layout& layout = layouts[definition->type];
    const std::string title = fmt::format("{}: size {}, alignment {}", definition->name, layout.size, layout.align);
    session.host.out(page_of(session, "svg", report::drawing_view(drawing, title)));
    return;
  }
  for (const driver::Document& document : documents) {
    if (!report::layout_table(document.model, model::Layouts(document.model, target_of(session)), name)) continue;
    session.diagnostics.report(Code::usage, {}, fmt::format("'{}' is a function: --format svg draws types", name))
        .with_help("'--lang html' writes a page that draws functions as well");
    return;
  }
  report_unknown(session, documents, name);
}

}  // namespace

ExitCode run_layout(driver::Session& session) {
  auto inputs = all_inputs(session);
  if (!inputs) return conclude(session, ExitCode::clean);
  std::string name;
  if (!session.options.list) {
    if (inputs->empty()) {
      session.diagnostics.report(Code::usage, {}, "a name is needed")
          .with_help("for example: witxc layout filestat @preview1");
      return conclude(session, ExitCode::clean);
    }
    name = inputs->front().substr(inputs->front().starts_with('$') ? 1 : 0);
    inputs->erase(inputs->begin());
  }
  const auto specs = asked_specs(session, *inputs);
  if (!specs) return conclude(session, ExitCode::clean);
  Documents documents;
  for (const config::Spec& spec : *specs) documents.push_back(read_document(session, spec.files));
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  if (session.options.list) {
    list_names(session, documents);
  } else if (session.options.format == "svg") {
    show_picture(session, documents, name);
  } else {
    show(session, *specs, documents, name);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
