// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/writing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "driver/session.h"
#include "support/line_endings.h"

namespace driver {
namespace {

using diagnostics::Code;
using support::FileChange;
using support::FileError;

using There = std::variant<std::string, FileError>;

// A pipe or a device holds nothing.
There read_there(const Session& session, const std::string& path) {
  const support::FileSystem& files = session.host.files;
  if (files.is_stream(path)) return FileError{.kind = FileError::Kind::missing, .reason = "no such file"};
  return files.read(path);
}

// The change to what is there; nothing: there is nothing to do.
std::optional<FileChange> change_of(const MadeFile& file, const There& there) {
  FileChange change{.path = file.path, .text = file.text};
  if (file.before) {
    change.seen = file.before;
    return change;
  }
  const auto* text = std::get_if<std::string>(&there);
  if (text == nullptr) return change;
  change.seen = *text;
  if (!file.text) return change;
  if (file.always) return change;
  if (support::same_lines(*text, *file.text)) return std::nullopt;
  change.text = support::with_ending(*file.text, support::line_ending_of(*text));
  return change;
}

void refuse(Session& session, const MadeFile& file, std::string_view why) {
  session.diagnostics.report(Code::not_generated, {}, fmt::format("'{}' {}", file.path, why))
      .with_help(fmt::format("nothing was written; to {} it all the same: --force", file.text ? "replace" : "remove"));
}

void cannot(Session& session, const MadeFile& file, const std::string& reason) {
  session.diagnostics
      .report(Code::unwritable_output, {},
              fmt::format("cannot {} '{}': {}", file.text ? "write" : "remove", file.path, reason))
      .with_help("what was there before is unchanged; fix the cause and run the command again");
}

// What the run reads for something else than to rewrite it.
std::set<std::string> places_of_sources(const Session& session) {
  std::set<std::string> places;
  for (std::size_t i = 0; i < session.sources.size(); ++i) {
    const std::string& name = session.sources.name(support::SourceId(i));
    // Approvals are read and written anew.
    if (name != session.options.accept && session.host.files.exists(name)) places.insert(place_of(session, name));
  }
  return places;
}

// Whether what is there may be lost; if not, says so.
bool may_go(Session& session, const Step& step, const There& there) {
  const MadeFile& file = step.file;
  if (session.options.force || file.before) return true;
  if (const auto* error = std::get_if<FileError>(&there)) {
    // What the place of a folder leads to is said by whoever writes there.
    if (error->kind == FileError::Kind::missing || error->kind == FileError::Kind::not_a_file) return true;
    refuse(session, file, fmt::format("cannot be read ({})", error->reason));
    return false;
  }
  if (!step.change) return true;
  switch (file.author(std::get<std::string>(there))) {
    case Author::witxc: return true;
    case Author::editor: refuse(session, file, "was edited after it was generated"); return false;
    case Author::user: refuse(session, file, "is there already, and witxc did not write it"); return false;
  }
  return false;
}

// The files that the run makes by their places.
using Places = std::map<std::string, const MadeFile*>;

// Whether the file is another one, which is reported unless the same is asked of both.
bool is_taken(Session& session, const MadeFile& file, const std::set<std::string>& read, Places& places) {
  if (session.host.files.is_stream(file.path)) return false;
  const std::string place = place_of(session, file.path);
  if (!file.before && file.text && read.contains(place)) {
    session.diagnostics
        .report(Code::usage, {}, fmt::format("'{}' is read by this run and would be overwritten", file.path))
        .with_help("name another file to write to");
    return true;
  }
  const auto [there, is_free] = places.emplace(place, &file);
  if (is_free) return false;
  const MadeFile& other = *there->second;
  if (file.before && other.before && file.text == other.text) return true;
  session.diagnostics
      .report(Code::usage, {},
              fmt::format("'{}' is one of the outputs{}", file.path,
                          other.path == file.path ? "" : fmt::format(", as '{}'", other.path)))
      .with_help("name another file to write to");
  return true;
}

std::vector<FileChange> changes_of(const std::vector<Step>& steps) {
  std::vector<FileChange> changes;
  for (const Step& step : steps) {
    if (step.change) changes.push_back(*step.change);
  }
  return changes;
}

const MadeFile& file_at(const std::vector<Step>& steps, const std::string& path) {
  return std::find_if(steps.begin(), steps.end(), [&path](const Step& step) { return step.file.path == path; })->file;
}

}  // namespace

std::vector<Step> possible(Session& session, const std::vector<MadeFile>& files) {
  std::vector<Step> steps;
  const std::set<std::string> read = files.empty() ? std::set<std::string>() : places_of_sources(session);
  Places places;
  const support::FileSystem& disk = session.host.files;
  for (const MadeFile& file : files) {
    if (is_taken(session, file, read, places)) continue;
    const There there = read_there(session, file.path);
    Step step{.file = file, .change = change_of(file, there), .is_new = std::holds_alternative<FileError>(there)};
    const bool is_free = may_go(session, step, there);
    const auto failure = disk.obstacle(changes_of({step}));
    if (failure) cannot(session, file, failure->error.reason);
    if (is_free && !failure) steps.push_back(std::move(step));
  }
  // What is in the way of one only because of another one.
  while (const auto failure = disk.obstacle(changes_of(steps))) {
    cannot(session, file_at(steps, failure->path), failure->error.reason);
    std::erase_if(steps, [&failure](const Step& step) { return step.file.path == failure->path; });
  }
  return steps;
}

std::string told(const Session& session, const std::vector<Step>& steps) {
  std::string text;
  for (const auto& [file, change, is_new] : steps) {
    if (!change || file.told.empty()) continue;
    if (session.options.dry_run) {
      text += fmt::format("would {} {}\n", !file.text ? "remove" : is_new ? "write" : "change", file.path);
    } else if (!session.options.quiet) {
      text += file.told + '\n';
    }
  }
  return text;
}

std::optional<std::string> take(Session& session, const std::vector<Step>& steps) {
  const std::optional<support::ChangeFailure> failure = session.host.files.change(changes_of(steps));
  if (!failure) return std::nullopt;
  cannot(session, file_at(steps, failure->path), failure->error.reason);
  for (const auto& [path, old] : failure->made) {
    session.diagnostics
        .report(Code::unwritable_output, {}, fmt::format("'{}' was changed and cannot be changed back", path))
        .with_help(old.empty() ? "it is new: remove it" : fmt::format("what it held before is in '{}'", old));
  }
  return failure->path;
}

}  // namespace driver
