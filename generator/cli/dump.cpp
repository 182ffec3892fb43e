// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <nlohmann/json.hpp>

#include "cli/session.h"
#include "model/layout.h"
#include "report/model_json.h"
#include "view/view_model.h"

namespace cli {

ExitCode run_dump(Session& session) {
  const Options& options = session.options;
  if (options.schema) {
    session.host.out(options.view ? view::view_schema() : report::model_schema());
    return ExitCode::clean;
  }
  const auto inputs = all_inputs(session);
  if (inputs && inputs->empty()) {
    session.diagnostics.report(support::Code::usage, {}, "no files to dump").with_help("name files, or '@preview1'");
  }
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);

  const Document document = read_document(session, *inputs);
  if (session.diagnostics.errors() > 0) return conclude(session, ExitCode::clean);
  const model::Layouts layouts(document.model, {.pointer_size = options.wasm64 ? 8U : 4U});
  if (options.view) {
    view::ViewOptions view_options;
    view_options.stem = inputs->front();
    session.host.out(view::view_model(document.model, layouts, view_options).dump(2) + '\n');
  } else {
    report::write_model_json(document.model, layouts,
                             {.dialect = syntax::info(document.dialect).id, .docs = !options.no_docs},
                             session.host.out);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
