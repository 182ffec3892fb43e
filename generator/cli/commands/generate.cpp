// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <set>
#include <utility>

#include "cli/commands/commands.h"
#include "driver/manifest.h"
#include "driver/outputs.h"
#include "driver/session.h"
#include "support/line_endings.h"

namespace cli::commands {
namespace {

using diagnostics::Code;

// Escapes what make and ninja take for something else in a path.
std::string make_path(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\') out += '\\';
    out += c == '$' ? "$$" : std::string(1, c);
  }
  return out;
}

// A list of dependencies is one rule, and a line for each of them.
driver::Author author_of_depfile(std::string_view there) {
  const std::string text = support::with_lf(there);
  constexpr std::string_view next = " \\\n";
  std::string_view rest = text;
  if (rest.find(next) == std::string_view::npos)
    return rest.ends_with(":\n") ? driver::Author::witxc : driver::Author::user;
  bool is_ours = rest.substr(0, rest.find(next)).ends_with(':');
  for (std::size_t end = rest.find(next); end != std::string_view::npos; end = rest.find(next)) {
    rest.remove_prefix(end + next.size());
    is_ours = is_ours && rest.starts_with("  ");
  }
  return is_ours && rest.find('\n') + 1 == rest.size() ? driver::Author::witxc : driver::Author::user;
}

// Whatever was read: definitions, configuration, templates; what the tool carries inside is part of the tool.
void add_depfile(driver::Session& session, const driver::Plan& plan) {
  const Options& options = session.options;
  if (options.depfile.empty()) return;
  std::set<std::string> read;
  for (std::size_t i = 0; i < session.sources.size(); ++i) {
    const std::string& name = session.sources.name(support::SourceId(i));
    if (session.host.files.exists(name)) read.insert(name);
  }
  std::vector<std::string> targets;
  for (const driver::PlannedFile& file : plan.files) targets.push_back(make_path(file.path));
  if (!options.depfile_target.empty()) targets = {make_path(options.depfile_target)};
  std::string text = fmt::format("{}:", fmt::join(targets, " "));
  for (const std::string& name : read) text += " \\\n  " + make_path(name);
  // The list of outputs stays the last.
  const auto end = session.made.end() - (plan.manifest.empty() || session.made.empty() ? 0 : 1);
  session.made.insert(end, {.path = options.depfile, .text = text + '\n', .author = author_of_depfile, .always = true});
}

// What cannot be asked for together.
bool is_sensible(driver::Session& session) {
  const Options& options = session.options;
  const auto wrong = [&session](std::string message, std::string help) {
    session.diagnostics.report(Code::usage, {}, std::move(message)).with_help(std::move(help));
    return false;
  };
  if (options.depfile.empty() && !options.depfile_target.empty())
    return wrong("'--depfile-target' needs '--depfile'", "--depfile FILE says where to write what was read");
  if (!options.depfile.empty() && options.depfile_target.empty() && options.output == "-")
    return wrong("'--depfile' has no target: '-o -' writes no file", "name one: --depfile-target NAME");
  if (options.dry_run && (options.list_outputs || options.output == "-"))
    return wrong("'--dry-run' has nothing to say where no file would be written", "leave one of the options out");
  return true;
}

// A part of what witxc.json asks for does not tell what the rest of it needs.
bool can_prune(driver::Session& session, const driver::Plan& plan) {
  if (!session.options.prune || !plan.manifest.empty()) return true;
  session.diagnostics.report(Code::usage, {}, "'--prune' needs all that witxc.json asks for")
      .with_help("run it without FILES and without options that change which files are written");
  return false;
}

}  // namespace

ExitCode run_generate(driver::Session& session) {
  if (!is_sensible(session)) return conclude(session, ExitCode::clean);
  const std::optional<driver::Plan> plan = make_outputs(session);
  if (!plan || !can_prune(session, *plan)) return conclude(session, ExitCode::clean);
  if (session.options.list_outputs) {
    for (const driver::PlannedFile& file : plan->files) session.host.out(file.path + '\n');
    return conclude(session, ExitCode::clean);
  }
  if (session.options.output == "-") {
    session.host.out(plan->files.front().text);
  } else {
    session.made = generated_files(session, *plan, read_manifest(session, *plan), session.options.prune);
  }
  add_depfile(session, *plan);
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
