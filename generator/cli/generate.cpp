// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <set>
#include <utility>

#include "cli/manifest.h"
#include "cli/outputs.h"
#include "cli/session.h"
#include "support/line_endings.h"

namespace cli {
namespace {

using support::Code;
using support::FileError;

// What is to be done with one place.
struct Step {
  enum class Kind : std::uint8_t { write, change, remove };
  Kind kind;
  std::string path;
  // What the file will hold, with the line endings that it has.
  std::string text = {};
};

// Everything that a run does to files that somebody may have worked on, found before any of it is done.
struct Work {
  std::vector<Step> steps;
  // What nothing asks for any more, and is not removed.
  std::vector<std::string> staying;
};

// Says that a file is not ours to replace.
void refuse(Session& session, const std::string& path, std::string_view why, std::string_view verb) {
  session.diagnostics.report(Code::not_generated, {}, fmt::format("'{}' {}", path, why))
      .with_help(fmt::format("nothing was written; to {} it all the same: --force", verb));
}

void refuse(Session& session, const std::string& path, Author author, std::string_view verb) {
  refuse(
      session, path,
      author == Author::editor ? "was edited after it was generated" : "is there already, and witxc did not write it",
      verb);
}

// An up-to-date file keeps its time, so that nothing is rebuilt in vain.
void add_file(Session& session, const Manifest& manifest, const PlannedFile& file, Work& work) {
  const auto there = session.host.files.read(file.path);
  if (const auto* error = std::get_if<FileError>(&there)) {
    // What the place of a folder leads to is said by whoever writes there.
    const bool unknown = error->kind != FileError::Kind::missing && error->kind != FileError::Kind::not_a_file;
    if (unknown && !session.options.force)
      return refuse(session, file.path, fmt::format("cannot be read ({})", error->reason), "replace");
    work.steps.push_back({.kind = Step::Kind::write, .path = file.path, .text = file.text});
    return;
  }
  const auto& text = std::get<std::string>(there);
  if (support::same_lines(text, file.text)) {
    if (session.options.verbose) session.host.out(fmt::format("{} is current\n", file.path));
    return;
  }
  const Author author = author_of(manifest, file.path, text);
  if (author != Author::witxc && !session.options.force) return refuse(session, file.path, author, "replace");
  work.steps.push_back({.kind = Step::Kind::change,
                        .path = file.path,
                        .text = support::with_ending(file.text, support::line_ending_of(text))});
}

Work find_work(Session& session, const Plan& plan, const Manifest& manifest) {
  Work work;
  for (const PlannedFile& file : plan.files) add_file(session, manifest, file, work);
  for (const StaleOutput& stale : stale_outputs(session, plan, manifest)) {
    if (!session.options.prune) {
      work.staying.push_back(stale.path);
    } else if (stale.author == Author::editor && !session.options.force) {
      refuse(session, stale.path, stale.author, "remove");
    } else {
      work.steps.push_back({.kind = Step::Kind::remove, .path = stale.path});
    }
  }
  return work;
}

void show(Session& session, const Work& work) {
  for (const Step& step : work.steps) {
    const std::string_view verb = step.kind == Step::Kind::write    ? "write"
                                  : step.kind == Step::Kind::change ? "change"
                                                                    : "remove";
    session.host.out(fmt::format("would {} {}\n", verb, step.path));
  }
}

void write(Session& session, const Step& step) {
  const FileError error = session.host.files.write(step.path, step.text);
  if (error.reason.empty()) {
    if (!session.options.quiet) session.host.out(step.path + '\n');
    return;
  }
  session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot write '{}': {}", step.path, error.reason))
      .with_help("what was there before is unchanged; fix the cause and run the command again");
}

// False, and a report: the file is still there.
bool remove(Session& session, const std::string& path) {
  const FileError error = session.host.files.remove(path);
  if (error.reason.empty()) {
    if (!session.options.quiet) session.host.out(fmt::format("removed {}\n", path));
    return true;
  }
  session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot remove '{}': {}", path, error.reason));
  return false;
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
  if (options.depfile.empty() || !may_write(session, options.depfile)) return;
  const std::string place = place_of(session, options.depfile);
  for (const PlannedFile& file : plan.files) {
    if (place_of(session, file.path) != place) continue;
    session.diagnostics.report(Code::usage, {}, fmt::format("'{}' is one of the outputs", options.depfile))
        .with_help("name another file for '--depfile'");
    return;
  }
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

// Files that are replaced come before files that go, and the list of files follows what happened.
void do_work(Session& session, const Plan& plan, const Manifest& manifest, Work work) {
  for (const Step& step : work.steps) {
    if (step.kind != Step::Kind::remove) write(session, step);
  }
  if (session.diagnostics.errors() > 0) return;
  for (const Step& step : work.steps) {
    if (step.kind == Step::Kind::remove && !remove(session, step.path)) work.staying.push_back(step.path);
  }
  write_manifest(session, plan, manifest, work.staying);
  write_depfile(session, plan);
}

// What cannot be asked for together.
bool is_sensible(Session& session) {
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
bool can_prune(Session& session, const Plan& plan) {
  if (!session.options.prune || !plan.manifest.empty()) return true;
  session.diagnostics.report(Code::usage, {}, "'--prune' needs all that witxc.json asks for")
      .with_help("run it without FILES and without options that change which files are written");
  return false;
}

}  // namespace

// Nothing is written before everything is made.
ExitCode run_generate(Session& session) {
  if (!is_sensible(session)) return conclude(session, ExitCode::clean);
  const std::optional<Plan> plan = make_outputs(session);
  if (!plan || !can_prune(session, *plan)) return conclude(session, ExitCode::clean);
  if (session.options.list_outputs) {
    for (const PlannedFile& file : plan->files) session.host.out(file.path + '\n');
  } else if (session.options.output == "-") {
    session.host.out(plan->files.front().text);
    write_depfile(session, *plan);
  } else {
    const Manifest manifest = read_manifest(session, *plan);
    Work work = find_work(session, *plan, manifest);
    if (session.options.dry_run) {
      show(session, work);
    } else if (session.diagnostics.errors() == 0) {
      do_work(session, *plan, manifest, std::move(work));
    }
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
