// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/inputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "driver/config_file.h"
#include "support/suggest.h"

namespace driver {
namespace {

using diagnostics::Code;

constexpr std::string_view standard_input = "-";

// What is read because of some entry files.
struct Reach {
  std::vector<std::string> paths;
  // The same files, each with the one spelling that it has.
  std::set<std::string> canonical;
};

// Mistakes are not told here: whoever asks about the document finds them again.
Reach reach_of(Session& session, const std::vector<std::string>& files) {
  support::Sources sources;
  diagnostics::Sink unheard;
  std::vector<std::string> paths;
  for (const std::string& file : files) {
    if (std::optional<std::string> path = input_path(file, unheard)) paths.push_back(*std::move(path));
  }
  const InputFiles inputs(session);
  const syntax::Document document = syntax::load(paths, session.options.include_folders, inputs, sources, unheard);
  Reach reach;
  for (const syntax::ParsedFile& file : document.files) {
    reach.paths.push_back(file.path);
    reach.canonical.insert(inputs.canonical(file.path));
  }
  // One that cannot be parsed is there all the same.
  for (const std::string& path : paths) {
    if (reach.canonical.insert(inputs.canonical(path)).second) reach.paths.push_back(path);
  }
  return reach;
}

// A FILE that may be a document of its own.
struct Root {
  std::string file;
  std::string canonical;
  Reach reach;
};

// Those of `files` that no other one uses. Of files that use each other it is the first with which a document can begin; where one
// is read first, names that the others need may not be known yet.
std::vector<Root> roots_of(Session& session, const std::vector<std::string>& files) {
  std::vector<Root> roots;
  diagnostics::Sink unheard;
  const InputFiles inputs(session);
  for (const std::string& file : files) {
    const std::optional<std::string> path = input_path(file, unheard);
    std::string canonical = path ? inputs.canonical(*path) : file;
    const auto user = std::find_if(roots.begin(), roots.end(), [&canonical](const Root& r) {
      return r.canonical == canonical || r.reach.canonical.contains(canonical);
    });
    Reach reach = reach_of(session, {file});
    if (user != roots.end()) {
      const bool each_other = user->canonical != canonical && reach.canonical.contains(user->canonical);
      if (!each_other || is_valid(session, {user->file}) || !is_valid(session, {file})) continue;
    }
    std::erase_if(roots, [&reach](const Root& r) { return reach.canonical.contains(r.canonical); });
    roots.push_back({.file = file, .canonical = std::move(canonical), .reach = std::move(reach)});
  }
  return roots;
}

// Of a folder with a final '/', or of the working directory, "".
std::string folder_above(const std::string& folder) {
  if (folder.empty() || folder == "./" || folder.ends_with("../")) return folder + "../";
  return folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
}

config::Spec spec_of(std::vector<std::string> files) {
  return {.files = std::move(files), .name_space = {}, .file = {}, .is_default = {}};
}

}  // namespace

std::variant<std::string, support::FileError> InputFiles::read(const std::string& path) const {
  if (path != standard_input) {
    const bool is_text = !session_.made.empty() && is_writable(path);
    const std::string place = is_text ? place_of(session_, path) : std::string();
    for (const MadeFile& made : session_.made) {
      if (is_text && made.text && place_of(session_, made.path) == place) return *made.text;
    }
    return others_.read(path);
  }
  if (!session_.input) session_.input = session_.host.read_input();
  return *session_.input;
}
bool InputFiles::exists(const std::string& path) const { return path == standard_input || others_.exists(path); }
std::string InputFiles::canonical(const std::string& path) const {
  return path == standard_input ? path : others_.canonical(path);
}
std::vector<std::string> InputFiles::list(const std::string& folder) const { return others_.list(folder); }

bool is_writable(const std::string& file) {
  return file != standard_input && !file.starts_with('@') && !support::GitFiles::is_git(file);
}

std::optional<std::string> input_path(const std::string& file, diagnostics::Sink& diagnostics) {
  if (!file.starts_with('@')) return support::GitFiles::with_folder(file);
  if (std::optional<std::string> entry = builtin_entry(file)) return entry;
  const std::vector<std::string_view> known = builtin_names();
  auto& diagnostic =
      diagnostics.report(Code::unknown_builtin, {}, fmt::format("there is no built-in definition '{}'", file));
  if (std::string help = help_for_builtin(file); !help.empty()) {
    diagnostic.with_help(std::move(help));
    return std::nullopt;
  }
  const std::string hint = support::did_you_mean(file, known);
  diagnostic.with_help(fmt::format("{}the built-in ones are {}; a file of that name is './{}'",
                                   hint.empty() ? "" : hint + " ", fmt::join(known, ", "), file));
  return std::nullopt;
}

std::optional<std::vector<std::string>> all_inputs(Session& session) {
  std::vector<std::string> inputs = session.options.inputs;
  const std::string& from = session.options.files_from;
  std::string list;
  if (from == standard_input) {
    list = session.host.read_input();
  } else if (!from.empty()) {
    auto read = session.host.files.read(from);
    if (const auto* error = std::get_if<support::FileError>(&read)) {
      session.diagnostics.report(Code::unreadable_file, {}, fmt::format("cannot read '{}': {}", from, error->reason));
      return std::nullopt;
    }
    list = std::get<std::string>(std::move(read));
  }
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find('\n', begin), list.size());
    std::string line = list.substr(begin, end - begin);
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) inputs.push_back(std::move(line));
    begin = end + 1;
  }
  const auto readers = std::count(inputs.begin(), inputs.end(), standard_input) + (from == standard_input ? 1 : 0);
  if (readers > 1) {
    session.diagnostics.report(Code::usage, {}, "standard input can be read only once, and '-' is given twice");
    return std::nullopt;
  }
  if (!from.empty() && inputs.empty()) {
    session.diagnostics
        .report(Code::usage, {}, fmt::format("'{}' names no files", from == standard_input ? "standard input" : from))
        .with_help("--files-from reads one path a line");
    return std::nullopt;
  }
  if (session.options.join && inputs.empty()) {
    session.diagnostics.report(Code::usage, {}, "'--join' makes FILES one document, and none are named")
        .with_help("in witxc.json, the \"files\" of a specification are one document already");
    return std::nullopt;
  }
  return inputs;
}

std::vector<config::Spec> specs_of(Session& session, const std::vector<std::string>& files) {
  if (files.size() == 1 || (session.options.join && !files.empty())) return {spec_of(files)};
  std::vector<config::Spec> specs;
  for (Root& root : roots_of(session, files)) specs.push_back(spec_of({std::move(root.file)}));
  return specs;
}

std::optional<std::vector<config::Spec>> asked_specs(Session& session, const std::vector<std::string>& files) {
  if (!files.empty()) {
    if (session.options.config.empty()) return specs_of(session, files);
    session.diagnostics.report(Code::usage, {}, "'--config' says which files to read, and files are named as well");
    return std::nullopt;
  }
  const std::optional<ConfigFile> found = read_config(session);
  return found ? specs_of(session, *found) : std::nullopt;
}

std::vector<std::string> files_of(Session& session, const std::vector<config::Spec>& specs) {
  std::vector<std::string> files;
  std::set<std::string> known;
  for (const config::Spec& spec : specs) {
    for (const std::string& path : reach_of(session, spec.files).paths) {
      if (!is_writable(path) || !known.insert(session.host.files.canonical(path)).second) continue;
      files.push_back(path);
    }
  }
  return files;
}

std::string name_of(const config::Spec& spec) { return fmt::format("{}", fmt::join(spec.files, ", ")); }

std::vector<std::string> wholes_of(Session& session, const std::string& file) {
  const support::FileSystem& files = session.host.files;
  const std::string own = files.canonical(file);
  const std::string folder = file.substr(0, file.rfind('/') + 1);
  std::vector<std::string> neighbours;
  for (const std::string& place : {folder, folder_above(folder)}) {
    for (const std::string& name : files.list(place)) {
      // Nobody has more, and nobody wants to wait for a hint.
      constexpr std::size_t most_neighbours = 200;
      if (neighbours.size() == most_neighbours) break;
      if (name.ends_with(".witx") && files.canonical(place + name) != own) neighbours.push_back(place + name);
    }
  }
  std::vector<std::string> wholes;
  for (const Root& root : roots_of(session, neighbours)) {
    if (root.reach.canonical.contains(own)) wholes.push_back(root.file);
  }
  return wholes;
}

std::optional<std::string> whole_of(Session& session, const std::string& file) {
  const std::vector<std::string> wholes = wholes_of(session, file);
  return wholes.empty() ? std::nullopt : std::optional(wholes.front());
}

std::variant<std::string, support::FileError> read_output(const Session& session, const std::string& path) {
  const support::FileSystem& files = session.host.files;
  if (files.is_stream(path))
    return support::FileError{.kind = support::FileError::Kind::not_a_file,
                              .reason = "is a pipe, a socket or a device"};
  return files.read(path);
}

}  // namespace driver
