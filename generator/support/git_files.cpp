// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/git_files.h"

#include <algorithm>

#include "support/process.h"

namespace support {
namespace {

constexpr std::string_view scheme = "git:";
constexpr std::string_view mode_of_links = "120000";
constexpr std::string_view modes_of_files = "100";
// A chain of links that is longer runs in a circle.
constexpr int most_links = 16;

struct Place {
  std::string revision;
  std::string path;
};

// Nothing unless the text is of the form git:REV:PATH.
std::optional<Place> split(std::string_view text) {
  text.remove_prefix(scheme.size());
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == text.size()) return std::nullopt;
  return Place{.revision = std::string(text.substr(0, colon)), .path = std::string(text.substr(colon + 1))};
}

std::string join(const std::string& revision, std::string_view path) {
  return std::string(scheme).append(revision).append(":").append(path);
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

std::string without_line_end(std::string text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

// Resolves `.` and `..` as if there were no links; nothing if the path leads above its start.
std::optional<std::string> normal(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string text;
  for (const std::string_view part : parts) text.append(text.empty() ? "" : "/").append(part);
  return text;
}

FileError missing(std::string reason) { return {.kind = FileError::Kind::missing, .reason = std::move(reason)}; }
FileError failed(std::string reason) { return {.kind = FileError::Kind::other, .reason = std::move(reason)}; }
FileError folder() { return {.kind = FileError::Kind::not_a_file, .reason = "is a folder"}; }

}  // namespace

std::string GitFiles::with_folder(const std::string& path) {
  const std::optional<Place> place = is_git(path) ? split(path) : std::nullopt;
  const bool bare = place && place->path.find('/') == std::string::npos;
  return bare ? join(place->revision, "/" + place->path) : path;
}

std::string GitFiles::at_revision_of(const std::string& path, const std::string& folder) {
  const std::optional<Place> place = is_git(path) ? split(path) : std::nullopt;
  if (!place || is_git(folder) || folder.starts_with('/')) return folder;
  return join(place->revision, "./" + folder);
}

GitFiles::Answer GitFiles::git(const std::vector<std::string>& arguments) const {
  std::vector<std::string> argv{"git"};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  const ProcessOptions options{.input = {},
                               .working_directory = folder_,
                               // A path is a path, whatever characters it has.
                               .environment = {{"GIT_LITERAL_PATHSPECS", "1"}}};
  ProcessResult result = run(argv, options);
  return {.exit_code = result.exit_code, .out = std::move(result.out), .err = without_line_end(std::move(result.err))};
}

std::variant<std::string, FileError> GitFiles::commit(const std::string& revision) const {
  const auto known = commits_.find(revision);
  if (known != commits_.end()) return known->second;
  std::variant<std::string, FileError> found;
  if (revision.starts_with('-')) {
    found = missing("a revision cannot begin with '-'");
  } else {
    const Answer answer = git({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
    if (answer.exit_code == 0) {
      found = without_line_end(answer.out);
    } else {
      found = explain(revision, answer);
    }
  }
  return commits_.emplace(revision, std::move(found)).first->second;
}

FileError GitFiles::explain(const std::string& revision, const Answer& answer) const {
  if (answer.exit_code < 0) return failed("git could not be started: " + answer.err);
  const Answer shallow = git({"rev-parse", "--is-shallow-repository"});
  if (shallow.exit_code != 0) return failed(shallow.err.empty() ? "this is not a git repository" : shallow.err);
  if (without_line_end(shallow.out) != "true") return missing("git knows no revision '" + revision + "'");
  return missing("this shallow clone has no revision '" + revision +
                 "'; 'git fetch --unshallow' fetches all there are");
}

std::optional<std::string> GitFiles::from_top(const std::string& path) const {
  if (!path.starts_with("./") && !path.starts_with("../")) return normal(path);
  if (!prefix_) prefix_ = without_line_end(git({"rev-parse", "--show-prefix"}).out);
  return normal(*prefix_ + path);
}

// Who is in a subfolder may have meant a path from there.
std::string GitFiles::hint(const std::string& revision, const std::string& given) const {
  if (given.starts_with("./") || given.starts_with("../")) return {};
  const std::string path = given.substr(std::min(given.find_first_not_of('/'), given.size()));
  if (!from_top("./" + path) || prefix_->empty()) return {};
  return "; a path begins at the top of the repository, or with './' in this folder: '" + join(revision, "./" + path) +
         "'";
}

std::variant<GitFiles::Entry, FileError> GitFiles::find(const std::string& path) const {
  const std::optional<Place> place = split(path);
  if (!place) return missing("a file of a revision is written git:REV:PATH");
  const std::variant<std::string, FileError> found = commit(place->revision);
  if (const auto* error = std::get_if<FileError>(&found)) return *error;
  std::optional<std::string> file = from_top(place->path);
  for (int links = 0; file && links < most_links; ++links) {
    if (file->empty()) return folder();
    const Answer listed = git({"ls-tree", "-z", "--full-tree", std::get<std::string>(found), *file});
    if (listed.exit_code != 0) return failed(listed.err);
    // "100644 blob OBJECT<tab>PATH"
    const std::size_t kind = listed.out.find(' ');
    const std::size_t object = listed.out.find(' ', kind + 1);
    const std::size_t tab = listed.out.find('\t');
    if (tab == std::string::npos)
      return missing("no such file at revision '" + place->revision + "'" + hint(place->revision, place->path));
    Entry entry{.mode = listed.out.substr(0, kind), .object = listed.out.substr(object + 1, tab - object - 1)};
    if (entry.mode != mode_of_links) return entry;
    const std::string target = git({"cat-file", "blob", entry.object}).out;
    file = target.starts_with('/') ? std::nullopt : normal(std::string(folder_of(*file)) + target);
  }
  return missing(file ? "a link that leads in a circle" : "leads out of the repository");
}

std::variant<std::string, FileError> GitFiles::read(const std::string& path) const {
  if (!is_git(path)) return others_.read(path);
  std::variant<Entry, FileError> found = find(path);
  if (auto* error = std::get_if<FileError>(&found)) return std::move(*error);
  const Entry& entry = std::get<Entry>(found);
  if (!entry.mode.starts_with(modes_of_files)) return folder();
  Answer content = git({"cat-file", "blob", entry.object});
  if (content.exit_code != 0) return failed(std::move(content.err));
  return std::move(content.out);
}

bool GitFiles::exists(const std::string& path) const {
  return is_git(path) ? std::holds_alternative<Entry>(find(path)) : others_.exists(path);
}

std::string GitFiles::canonical(const std::string& path) const {
  if (!is_git(path)) return others_.canonical(path);
  const std::optional<Place> place = split(path);
  const std::optional<std::string> file = place ? from_top(place->path) : std::nullopt;
  return file ? join(place->revision, *file) : path;
}

std::vector<std::string> GitFiles::list(const std::string& folder) const {
  return is_git(folder) ? std::vector<std::string>() : others_.list(folder);
}

}  // namespace support
