// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "cli/session.h"

namespace cli {
namespace {

// The dialect, and which of its features gave it away.
std::string describe(const Session& session, const Document& document) {
  std::string text =
      fmt::format("dialect {}: {}\n", syntax::info(document.dialect).id, syntax::info(document.dialect).title);
  for (const syntax::Feature feature : syntax::guess_dialect(document.syntax.features).telling) {
    const support::Span place = *document.syntax.features.place(feature);
    const support::Position at = session.sources.position(place.source, place.begin);
    text += fmt::format("  {}:{}:{}: {}\n", session.sources.name(place.source), at.line, at.column,
                        syntax::info(feature).title);
  }
  return text;
}

}  // namespace

ExitCode run_validate(Session& session) {
  const auto inputs = all_inputs(session);
  if (inputs && inputs->empty()) {
    session.diagnostics.report(support::Code::usage, {}, "no files to validate")
        .with_help("name files, or '@preview1'");
  } else if (inputs) {
    const Document document = read_document(session, *inputs);
    if (session.options.verbose && !document.syntax.files.empty()) session.text += describe(session, document);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
