// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <deque>
#include <nlohmann/json.hpp>

#include "backend/backend.h"
#include "cli/inputs.h"
#include "cli/session.h"
#include "model/layout.h"
#include "report/json_text.h"
#include "report/model_json.h"

namespace cli {
namespace {

// Whose templates see what is printed.
std::string view_language(const Options& options) {
  return options.languages.empty() ? "cpp" : options.languages.front();
}

void print(Session& session, const Document& document, const config::Spec& spec) {
  const Options& options = session.options;
  const model::Layouts layouts(document.model, {.pointer_size = options.wasm64 ? 8U : 4U});
  if (options.view) {
    const bind::Options view{.language = view_language(options), .stem = spec.files.front()};
    session.host.out(report::json_text(backend::view(document.model, layouts, view)));
  } else {
    report::write_model_json(document.model, layouts,
                             {.dialect = syntax::info(document.dialect).id, .docs = !options.no_docs},
                             session.host.out);
  }
}

}  // namespace

ExitCode run_dump(Session& session) {
  const Options& options = session.options;
  if (options.schema) {
    session.host.out(options.view ? backend::view_schema(view_language(options)) : std::string(report::model_schema()));
    return ExitCode::clean;
  }
  const auto inputs = all_inputs(session);
  const auto specs = inputs ? asked_specs(session, *inputs) : std::nullopt;
  if (!specs) return conclude(session, ExitCode::clean);
  std::deque<Document> documents;
  for (const config::Spec& spec : *specs) documents.push_back(read_document(session, spec.files));
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  for (std::size_t i = 0; i < documents.size(); ++i) print(session, documents[i], specs->at(i));
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
