// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "lint/lint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/config_file.h"
#include "cli/session.h"
#include "config/places.h"
#include "support/suggest.h"

namespace cli {
namespace {

using support::Code;
using support::Severity;

struct Level {
  std::string_view name;
  std::optional<Severity> severity;
};
constexpr std::array levels{Level{"off", std::nullopt}, Level{"note", Severity::note},
                            Level{"warning", Severity::warning}, Level{"error", Severity::error}};

// What the key "lint" asks for; rules that are not known are reported where they stand.
lint::Levels levels_of(Session& session, const ConfigFile& file) {
  lint::Levels chosen;
  if (file.config.lint.empty()) return chosen;
  const auto places = config::places(session.sources, file.source);
  for (const auto& [id, word] : file.config.lint) {
    const auto place = places.find("/lint/" + id);
    const config::Place& at = place == places.end() ? places.at("") : place->second;
    const auto rules = lint::all_rules();
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const lint::Rule& r) { return info(r.code).id == id; });
    const auto* const level =
        std::find_if(levels.begin(), levels.end(), [&](const Level& l) { return l.name == word; });
    if (rule == rules.end()) {
      std::vector<std::string_view> known;
      for (const lint::Rule& r : rules) known.push_back(info(r.code).id);
      const std::string hint = support::did_you_mean(id, known);
      session.diagnostics.report(Code::bad_configuration, at.key, fmt::format("lint has no rule '{}'", id))
          .with_help(hint.empty() ? fmt::format("the rules are {}", fmt::join(known, ", ")) : hint);
    } else {
      chosen[rule->code] = level->severity;
    }
  }
  return chosen;
}

struct Plan {
  std::vector<config::Spec> specs;
  lint::Levels levels;
};

// The command line says which files, or the configuration does; the configuration says how severe.
std::optional<Plan> plan(Session& session) {
  const auto inputs = all_inputs(session);
  if (!inputs) return std::nullopt;
  Plan made{.specs = specs_of(*inputs), .levels = {}};
  if (!inputs->empty() && !has_config(session)) return made;
  const std::optional<ConfigFile> file = read_config(session);
  if (!file) return std::nullopt;
  made.levels = levels_of(session, *file);
  if (session.diagnostics.errors() > 0) return std::nullopt;
  if (!inputs->empty()) return made;
  made.specs = file->config.specs;
  for (config::Spec& spec : made.specs) {
    for (std::string& path : spec.files) {
      if (!path.starts_with('@')) path = join(file->folder, path);
    }
  }
  return made;
}

// Only files that the tool can write: no built-in definitions, and no revisions.
bool is_writable(const std::string& path) { return !path.starts_with('@') && !path.starts_with("git:"); }

// Writes the files that the edits mend; what is mended is no finding any more.
void fix(Session& session, const Document& document, const std::vector<lint::Edit>& edits) {
  for (const syntax::ParsedFile& file : document.syntax.files) {
    const std::string_view text = session.sources.text(file.ast.source);
    const std::string mended = lint::apply(text, file.ast.source, edits);
    if (mended == text || !is_writable(file.path)) continue;
    const support::FileError error = session.host.files.write(file.path, mended);
    if (!error.reason.empty()) {
      session.diagnostics.report(Code::unwritable_output, {},
                                 fmt::format("cannot write '{}': {}", file.path, error.reason));
    } else if (!session.options.quiet) {
      session.text += fmt::format("{}: mended\n", file.path);
    }
  }
}

void lint_one(Session& session, const config::Spec& spec, const lint::Levels& chosen) {
  const auto findings_in = [&](const Document& document, support::Diagnostics& findings) {
    const model::Layouts layouts(document.model, {.pointer_size = 4});
    return lint::lint({.model = document.model, .layouts = layouts, .sources = session.sources}, chosen, findings);
  };
  Document document = read_document(session, spec.files);
  if (session.diagnostics.errors() > 0) return;
  if (session.options.fix) {
    support::Diagnostics before;
    const std::vector<lint::Edit> edits = findings_in(document, before);
    if (!edits.empty()) {
      fix(session, document, edits);
      if (session.diagnostics.errors() > 0) return;
      document = read_document(session, spec.files);
    }
  }
  static_cast<void>(findings_in(document, session.findings));
}

}  // namespace

ExitCode run_lint(Session& session) {
  if (const std::optional<Plan> planned = plan(session)) {
    for (const config::Spec& spec : planned->specs) lint_one(session, spec, planned->levels);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
