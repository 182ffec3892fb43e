// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <deque>
#include <nlohmann/json.hpp>

#include "cli/inputs.h"
#include "cli/session.h"
#include "model/layout.h"
#include "report/json_text.h"
#include "report/model_json.h"
#include "view/view_model.h"

namespace cli {
namespace {

void print(Session& session, const Document& document, const config::Spec& spec) {
  const Options& options = session.options;
  const model::Layouts layouts(document.model, {.pointer_size = options.wasm64 ? 8U : 4U});
  if (options.view) {
    view::ViewOptions view_options;
    view_options.stem = spec.files.front();
    session.host.out(report::json_text(view::view_model(document.model, layouts, view_options)));
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
    session.host.out(options.view ? view::view_schema() : report::model_schema());
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
