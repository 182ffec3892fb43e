// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands/commands.h"
#include "driver/inputs.h"
#include "driver/manifest.h"
#include "driver/outputs.h"
#include "driver/session.h"
#include "render/provenance.h"
#include "support/sha256.h"
#include "support/unified_diff.h"

namespace cli::commands {
namespace {

using diagnostics::Code;
using support::FileError;

// One reason why a file is not what would be written now, in words that follow "FILE is out of date: ".
struct Cause {
  Code code;
  std::string text;
};

// There may be several at once.
std::vector<Cause> causes(std::string_view there, std::string_view now) {
  const std::optional<render::Provenance> old_origin = render::read_provenance(there);
  const std::optional<render::Provenance> new_origin = render::read_provenance(now);
  if (!old_origin || !new_origin) return {{Code::origin_unknown, "it does not say what it was generated from"}};
  std::vector<Cause> found;
  if (old_origin->spec_sha256 != new_origin->spec_sha256)
    found.push_back({Code::specification_changed, "the specification changed"});
  if (old_origin->template_sha256 != new_origin->template_sha256) {
    found.push_back({Code::templates_changed, "the templates changed"});
  } else if (old_origin->tool_version != new_origin->tool_version) {
    found.push_back({Code::tool_changed, fmt::format("the tool changed from {} to {}", old_origin->tool_version,
                                                     new_origin->tool_version)});
  }
  if (old_origin->options_sha256 != new_origin->options_sha256)
    found.push_back({Code::options_changed, "the options changed"});
  if (old_origin->body_sha256 != support::sha256_hex(render::body_of(there)))
    found.push_back({Code::edited_by_hand, "it was edited by hand"});
  if (found.empty()) found.push_back({Code::tool_changed, "the tool changed within its version"});
  return found;
}

void add_finding(driver::Session& session, const report::Place& place, Code code, std::string message) {
  const diagnostics::CodeInfo& rule = info(code);
  std::string fingerprint = report::fingerprint_of(rule.id, place.file, {}, {});
  session.found.push_back({.rule = &rule,
                           .level = report::FindingLevel::error,
                           .fails = true,
                           .message = std::move(message),
                           .subject = {},
                           .place = place,
                           .related = {},
                           .help = {},
                           .fingerprint = fingerprint,
                           // Of a file that is not there nobody else can compute one.
                           .line_hash = place.line == 0 ? fingerprint : ""});
}

// A file that is not there.
report::Place nowhere(const driver::Session& session, const std::string& path) {
  return {.file = places_of(session).file(path), .line = 0, .column = 0, .end_line = 0, .end_column = 0};
}

// The beginning of a file.
report::Place beginning(driver::Session& session, const std::string& path) {
  const auto text = driver::read_output(session, path);
  const auto* there = std::get_if<std::string>(&text);
  if (there == nullptr) return nowhere(session, path);
  return places_of(session)({.source = session.sources.add(path, *there), .begin = 0, .end = 0});
}

// The first line of the file that is not as it would be written now; the last one where lines are missing behind it.
report::Place first_difference(driver::Session& session, const driver::PlannedFile& file, const std::string& there) {
  const support::SourceId source = session.sources.add(file.path, there);
  const std::string_view line = render::first_difference(session.sources.text(source), file.text);
  const auto begin = static_cast<std::uint32_t>(line.data() - session.sources.text(source).data());
  const auto end = static_cast<std::uint32_t>(begin + line.size());
  return places_of(session)({.source = source, .begin = begin, .end = end});
}

// Whether the file holds what would be written now; if not, says so.
bool is_current(driver::Session& session, const driver::PlannedFile& file) {
  const auto there = driver::read_output(session, file.path);
  if (const auto* error = std::get_if<FileError>(&there)) {
    if (error->kind == FileError::Kind::missing) {
      session.text += fmt::format("{} is missing\n", file.path);
      add_finding(session, nowhere(session, file.path), Code::output_missing, fmt::format("{} is missing", file.path));
      return false;
    }
    session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", file.path, error->reason))
        .with_help("whether it is current is not known");
    return true;
  }
  const auto& text = std::get<std::string>(there);
  const std::string old_body = render::body_of(text);
  const std::string new_body = render::body_of(file.text);
  if (old_body == new_body) {
    if (session.options.verbose) session.text += fmt::format("{} is current\n", file.path);
    return true;
  }
  std::vector<std::string> reasons;
  const report::Place place = first_difference(session, file, text);
  for (const Cause& cause : causes(text, file.text)) {
    add_finding(session, place, cause.code, fmt::format("{} is out of date: {}", file.path, cause.text));
    reasons.push_back(cause.text);
  }
  session.text += fmt::format("{} is out of date: {}\n", file.path, fmt::join(reasons, "; "));
  if (!session.options.quiet) {
    session.text +=
        support::unified_diff(old_body, new_body, {.old_name = file.path, .new_name = file.path + " (generated now)"});
  }
  return false;
}

// The command that writes what is missing or out of date, and removes what is stale.
std::string fixing_command(const driver::Session& session, const driver::Plan& plan, bool has_stale) {
  Options options = session.options;
  options.inputs = plan.inputs;
  options.files_from.clear();
  return command_line(Command::generate, options) + (has_stale ? " --prune" : "");
}

// Why that command would fail, whatever it may overwrite: a sentence each. To be asked before outputs are read.
std::vector<std::string> obstacles(driver::Session& session, const driver::Plan& plan,
                                   const driver::Manifest& manifest) {
  diagnostics::Sink own = std::exchange(session.diagnostics, diagnostics::Sink());
  static_cast<void>(possible(session, generated_files(session, plan, manifest, true)));
  std::vector<std::string> found;
  for (const diagnostics::Diagnostic& diagnostic : session.diagnostics.all()) {
    if (diagnostic.code != Code::not_generated) found.push_back(diagnostic.message);
  }
  session.diagnostics = std::move(own);
  return found;
}

}  // namespace

ExitCode run_check(driver::Session& session) {
  const auto planned = make_outputs(session);
  if (!planned) return conclude(session, ExitCode::clean);
  if (session.options.output == "-") {
    session.diagnostics.report(Code::usage, {}, "'check' compares files; '-o -' names none");
    return conclude(session, ExitCode::clean);
  }
  const driver::Manifest manifest = read_manifest(session, *planned);
  const std::vector<std::string> in_the_way = obstacles(session, *planned, manifest);
  bool current = true;
  // Whether to generate again would be refused.
  bool force = false;
  for (const driver::PlannedFile& file : planned->files) {
    if (is_current(session, file)) continue;
    current = false;
    const auto there = driver::read_output(session, file.path);
    const auto* text = std::get_if<std::string>(&there);
    force = force || (text != nullptr && driver::author_of(manifest, file.path, *text) != driver::Author::witxc);
  }
  const std::vector<driver::StaleOutput> stale = stale_outputs(session, *planned, manifest);
  for (const driver::StaleOutput& output : stale) {
    const std::string told = fmt::format("{} is stale: nothing asks for it any more", output.path);
    session.text += told + '\n';
    add_finding(session, beginning(session, output.path), Code::output_stale, told);
    force = force || output.author != driver::Author::witxc;
  }
  current = current && stale.empty();
  if (!current) {
    const std::string fix =
        fmt::format("to fix it: {}{}", fixing_command(session, *planned, !stale.empty()), force ? " --force" : "");
    std::vector<std::string> help;
    for (const std::string& obstacle : in_the_way) help.push_back(fmt::format("in the way: {}", obstacle));
    help.push_back(fix);
    for (const std::string& line : help) session.text += line + '\n';
    for (report::Finding& finding : session.found) finding.help.insert(finding.help.end(), help.begin(), help.end());
  }
  return conclude(session, current ? ExitCode::clean : ExitCode::finding);
}

}  // namespace cli::commands
