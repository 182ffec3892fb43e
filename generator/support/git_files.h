// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Files as a revision of a git repository has them, under paths of the form git:REV:PATH. The work tree plays no part: what a
// file at a revision uses is looked for at that revision. Git is run as a program with its arguments as they are; a revision
// that could be taken for an option is refused before.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "support/files.h"

namespace support {

// Paths that do not begin with "git:" are another's. PATH is counted from the top of the repository; if it begins with "./" or
// "../", from the working directory. Links between files are followed; nothing can be written.
class GitFiles final : public FileSystem {
 public:
  // `folder`: where git is run, any folder of the repository, or a bare one; empty: the process's own.
  explicit GitFiles(FileSystem& others, std::string folder = {}) : others_(others), folder_(std::move(folder)) {}

  [[nodiscard]] static bool is_git(std::string_view path) { return path.starts_with("git:"); }

  // Another spelling of the same file, from whose folder its neighbours can be reached: the one by which to read an entry file.
  [[nodiscard]] static std::string with_folder(const std::string& path);

  // `folder` at the revision of `path`; unchanged if it is absolute or at a revision already, or if `path` is at none.
  [[nodiscard]] static std::string at_revision_of(const std::string& path, const std::string& folder);

  [[nodiscard]] std::variant<std::string, FileError> read(const std::string& path) const override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string canonical(const std::string& path) const override;
  // Of a folder at a revision: nothing.
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

 private:
  // As git lists it.
  struct Entry {
    // "100644", "120000", "040000"
    std::string mode;
    std::string object;
  };
  struct Answer {
    int exit_code = 0;
    std::string out;
    std::string err;
  };

  [[nodiscard]] Answer git(const std::vector<std::string>& arguments) const;
  // The commit that a revision names: found once, then remembered.
  [[nodiscard]] std::variant<std::string, FileError> commit(const std::string& revision) const;
  // Why git did not find the revision.
  [[nodiscard]] FileError explain(const std::string& revision, const Answer& answer) const;
  // What to add to the news that a path is not there; empty where there is nothing to add.
  [[nodiscard]] std::string hint(const std::string& revision, const std::string& given) const;
  // PATH from the top of the repository, without `.` and `..`; nothing if it leads out of it.
  [[nodiscard]] std::optional<std::string> from_top(const std::string& path) const;
  [[nodiscard]] std::variant<Entry, FileError> find(const std::string& path) const;

  FileSystem& others_;
  std::string folder_;
  mutable std::map<std::string, std::variant<std::string, FileError>> commits_;
  // The working directory below the top of the repository, once somebody has asked.
  mutable std::optional<std::string> prefix_;
};

}  // namespace support
