// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "driver/inputs.h"
#include "driver/session.h"

namespace cli::commands {
namespace {

// The dialect, and which of its features gave it away.
std::string describe(const driver::Session& session, const driver::Document& document) {
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

ExitCode run_validate(driver::Session& session) {
  const auto inputs = all_inputs(session);
  const auto specs = inputs ? asked_specs(session, *inputs) : std::nullopt;
  for (const config::Spec& spec : specs.value_or(std::vector<config::Spec>())) {
    const driver::Document document = read_document(session, spec.files);
    if (!session.options.verbose || document.syntax.files.empty()) continue;
    if (specs->size() > 1) session.text += driver::name_of(spec) + ": ";
    session.text += describe(session, document);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
