// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <set>

#include "cli/manifest.h"
#include "cli/outputs.h"
#include "cli/session.h"

namespace cli {
namespace {

using support::Code;
using support::FileError;

// Writes what differs from what is there; an up-to-date file keeps its time, so that nothing is rebuilt in vain.
void write(Session& session, const PlannedFile& file) {
  const auto there = session.host.files.read(file.path);
  if (const auto* text = std::get_if<std::string>(&there); text != nullptr && *text == file.text) {
    if (session.options.verbose) session.host.out(fmt::format("{} is current\n", file.path));
    return;
  }
  const FileError error = session.host.files.write(file.path, file.text);
  if (error.reason.empty()) {
    if (!session.options.quiet) session.host.out(file.path + '\n');
    return;
  }
  session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot write '{}': {}", file.path, error.reason))
      .with_help("what was there before is unchanged; mend the cause and run the command again");
}

// Escapes what make and ninja take for something else in a path.
std::string make_path(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\') out += '\\';
    out += c == '$' ? "$$" : std::string(1, c);
  }
  return out;
}

// Whatever was read: definitions, configuration, templates; what the tool carries inside is part of the tool.
void write_depfile(Session& session, const Plan& plan) {
  const Options& options = session.options;
  if (options.depfile.empty()) return;
  std::set<std::string> read;
  for (std::size_t i = 0; i < session.sources.size(); ++i) {
    const std::string& name = session.sources.name(support::SourceId(i));
    if (session.host.files.exists(name)) read.insert(name);
  }
  std::vector<std::string> targets;
  for (const PlannedFile& file : plan.files) targets.push_back(make_path(file.path));
  if (!options.depfile_target.empty()) targets = {make_path(options.depfile_target)};
  std::string text = fmt::format("{}:", fmt::join(targets, " "));
  for (const std::string& name : read) text += " \\\n  " + make_path(name);
  const FileError error = session.host.files.write(options.depfile, text + '\n');
  if (error.reason.empty()) return;
  session.diagnostics.report(Code::unwritable_output, {},
                             fmt::format("cannot write '{}': {}", options.depfile, error.reason));
}

// Removes what nothing asks for any more, or says that it is there. What stays.
std::vector<std::string> prune(Session& session, const Plan& plan) {
  std::vector<std::string> staying;
  for (const std::string& path : stale_outputs(session, plan)) {
    if (!session.options.prune) {
      staying.push_back(path);
      continue;
    }
    const FileError error = session.host.files.remove(path);
    if (!error.reason.empty()) {
      staying.push_back(path);
      session.diagnostics.report(Code::unwritable_output, {},
                                 fmt::format("cannot remove '{}': {}", path, error.reason));
    } else if (!session.options.quiet) {
      session.host.out(fmt::format("removed {}\n", path));
    }
  }
  return staying;
}

// What cannot be asked for together.
bool is_sensible(Session& session) {
  const Options& options = session.options;
  if (options.depfile.empty() && !options.depfile_target.empty()) {
    session.diagnostics.report(Code::usage, {}, "'--depfile-target' needs '--depfile'")
        .with_help("--depfile FILE says where to write what was read");
    return false;
  }
  if (!options.depfile.empty() && options.depfile_target.empty() && options.output == "-") {
    session.diagnostics.report(Code::usage, {}, "'--depfile' has no target: '-o -' writes no file")
        .with_help("name one: --depfile-target NAME");
    return false;
  }
  return true;
}

}  // namespace

// Nothing is written before everything is made.
ExitCode run_generate(Session& session) {
  if (!is_sensible(session)) return conclude(session, ExitCode::clean);
  const std::optional<Plan> plan = make_outputs(session);
  if (!plan) return conclude(session, ExitCode::clean);
  for (const PlannedFile& file : plan->files) {
    if (session.options.list_outputs) {
      session.host.out(file.path + '\n');
    } else if (file.path == "-") {
      session.host.out(file.text);
    } else {
      write(session, file);
    }
  }
  if (!session.options.list_outputs && session.diagnostics.errors() == 0) {
    write_manifest(session, *plan, prune(session, *plan));
    write_depfile(session, *plan);
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
