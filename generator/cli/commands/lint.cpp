// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "lint/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/commands/commands.h"
#include "driver/config_file.h"
#include "driver/inputs.h"
#include "driver/session.h"
#include "support/line_endings.h"

namespace cli::commands {
namespace {

using diagnostics::Severity;

struct Level {
  std::string_view name;
  std::optional<Severity> severity;
};
constexpr std::array levels{Level{"off", std::nullopt}, Level{"note", Severity::note},
                            Level{"warning", Severity::warning}, Level{"error", Severity::error}};

// What the key "lint" asks for.
lint::Levels levels_of(const config::Config& config) {
  lint::Levels chosen;
  for (const lint::Rule& rule : lint::all_rules()) {
    const auto word = config.lint.find(std::string(info(rule.code).id));
    if (word == config.lint.end()) continue;
    for (const Level& level : levels) {
      if (level.name == word->second) chosen[rule.code] = level.severity;
    }
  }
  return chosen;
}

struct Plan {
  std::vector<config::Spec> specs;
  lint::Levels levels;
};

// The command line says which files, or the configuration does; the configuration says how severe.
std::optional<Plan> plan(driver::Session& session) {
  const auto inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  if (!inputs->empty() && !has_config(session)) return Plan{.specs = specs_of(session, *inputs), .levels = {}};
  const std::optional<driver::ConfigFile> file = read_config(session);
  if (!file) return std::nullopt;
  std::optional<std::vector<config::Spec>> specs =
      inputs->empty() ? specs_of(session, *file) : specs_of(session, *inputs);
  if (!specs) return std::nullopt;
  // Who names files may not think of a configuration.
  if (!inputs->empty() && session.options.config.empty() && !file->config.lint.empty() && !session.options.quiet) {
    session.host.err(fmt::format("the levels of the rules are those of '{}'\n", session.sources.name(file->source)));
  }
  return Plan{.specs = *std::move(specs), .levels = levels_of(file->config)};
}

// Has the session rewrite the files that the edits change. What is fixed is not reported as a finding.
void fix(driver::Session& session, const driver::Document& document, const std::vector<lint::Edit>& edits) {
  for (const syntax::ParsedFile& file : document.syntax.files) {
    const std::string_view text = session.sources.text(file.ast.source);
    std::string after = lint::apply(text, file.ast.source, edits);
    if (after == text || !driver::is_writable(file.path)) continue;
    if (!support::has_mixed_endings(text)) after = support::with_ending(after, support::line_ending_of(text));
    const std::string place = place_of(session, file.path);
    const auto made = std::find_if(session.made.begin(), session.made.end(),
                                   [&](const driver::MadeFile& m) { return place_of(session, m.path) == place; });
    if (made != session.made.end()) {
      made->text = std::move(after);
    } else {
      session.made.push_back({.path = file.path,
                              .text = std::move(after),
                              .before = std::string(text),
                              .told = fmt::format("{}: fixed", file.path)});
    }
  }
}

void lint_one(driver::Session& session, const config::Spec& spec, const lint::Levels& chosen) {
  const auto findings_in = [&](const driver::Document& document, diagnostics::Sink& findings) {
    const model::Layouts layouts(document.model, {.pointer_size = 4});
    std::vector<lint::OldSpelling> old;
    for (const syntax::Feature feature : syntax::old_features(document.syntax.features))
      old.push_back({.what = info(feature).title, .span = *document.syntax.features.place(feature)});
    return lint::lint(
        {.model = document.model, .layouts = layouts, .sources = session.sources, .old_spellings = std::move(old)},
        chosen, findings);
  };
  driver::Document document = read_document(session, spec.files);
  if (!document.valid) return;
  if (session.options.fix) {
    diagnostics::Sink before;
    const std::vector<lint::Edit> edits = findings_in(document, before);
    if (!edits.empty()) {
      fix(session, document, edits);
      document = read_document(session, spec.files);
      if (!document.valid) return;
    }
  }
  diagnostics::Sink findings;
  static_cast<void>(findings_in(document, findings));
  session.findings.take_new(std::move(findings));
}

}  // namespace

ExitCode run_lint(driver::Session& session) {
  if (const std::optional<Plan> planned = plan(session)) {
    for (const config::Spec& spec : planned->specs) lint_one(session, spec, planned->levels);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
