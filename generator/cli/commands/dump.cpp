// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <deque>
#include <nlohmann/json.hpp>

#include "backend/backend.h"
#include "cli/commands/commands.h"
#include "driver/inputs.h"
#include "driver/session.h"
#include "model/layout.h"
#include "report/json_text.h"
#include "report/model_json.h"

namespace cli::commands {

using diagnostics::Code;

namespace {

// Whose templates see what is printed.
std::vector<std::string> view_languages(const Options& options) {
  return options.languages.empty() ? std::vector<std::string>{"cpp"} : options.languages;
}

void print(driver::Session& session, const driver::Document& document, const config::Spec& spec) {
  const Options& options = session.options;
  const model::Layouts layouts(document.model, {.pointer_size = options.wasm64 ? 8U : 4U});
  if (options.view) {
    for (const std::string& language : view_languages(options)) {
      const bind::Options view{.language = language, .stem = spec.files.front()};
      session.host.out(report::json_text(backend::view(document.model, layouts, view)));
    }
  } else {
    report::write_model_json(document.model, layouts,
                             {.dialect = syntax::info(document.dialect).id, .docs = !options.no_docs},
                             session.host.out);
  }
}

}  // namespace

ExitCode run_dump(driver::Session& session) {
  const Options& options = session.options;
  if (!options.view && !options.languages.empty()) {
    session.diagnostics.report(Code::usage, {}, "the model is the same for every language")
        .with_help("'--view' prints what the templates of '--lang' see");
    return conclude(session, ExitCode::clean);
  }
  if (options.schema) {
    if (!options.view) session.host.out(report::model_schema());
    for (const std::string& language : view_languages(options)) {
      if (options.view) session.host.out(backend::view_schema(language));
    }
    return ExitCode::clean;
  }
  const auto inputs = all_inputs(session);
  const auto specs = inputs ? asked_specs(session, *inputs) : std::nullopt;
  if (!specs) return conclude(session, ExitCode::clean);
  std::deque<driver::Document> documents;
  for (const config::Spec& spec : *specs) documents.push_back(read_document(session, spec.files));
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  for (std::size_t i = 0; i < documents.size(); ++i) print(session, documents[i], specs->at(i));
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
