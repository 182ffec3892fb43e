// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one seam to the file system. Paths are as the user wrote them; nothing here prints or decides what a failure means.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace support {

// Why something could not be done, worded for a user: "no such file", "is a directory", "no space left on the device".
struct FileError {
  enum class Kind : unsigned char { missing, not_a_file, too_large, other };
  Kind kind = Kind::other;
  std::string reason;
};

// What becomes of a file.
struct FileChange {
  std::string path;
  // What it will hold; nothing: it goes.
  std::optional<std::string> text;
  // What it held when the change was decided; nothing: there was no such file, or it could not be read. A file that holds
  // something else by now is somebody's newer work, and is not changed.
  std::optional<std::string> seen = std::nullopt;
};

// The first change that is not possible, and why.
struct ChangeFailure {
  std::string path;
  FileError error;
  // A change that stays made although the whole failed, because what was there before could not be put back.
  struct Made {
    std::string path;
    // The file that holds what was there before; empty: there was nothing.
    std::string old;
  };
  // Usually none.
  std::vector<Made> made = {};
};

class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  // The whole file, bytes as they are; at most 4 GiB - 1.
  [[nodiscard]] virtual std::variant<std::string, FileError> read(const std::string& path) const = 0;
  // Why the changes are not possible, as far as that can be known without making them. Nothing: nothing is in the way.
  [[nodiscard]] virtual std::optional<ChangeFailure> obstacle(const std::vector<FileChange>& changes) const;
  // Makes all of the changes, in their order, or none; makes the folders above a file that is new. A symbolic link stays one: the
  // file behind it is replaced. A file that is replaced keeps its mode; one that nobody may write is refused. Nothing: done.
  // Files that are only for reading refuse all changes.
  [[nodiscard]] virtual std::optional<ChangeFailure> change(const std::vector<FileChange>& changes);
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  // Whether what is written there is passed on and not kept, as by a device or a pipe; to read it might take for ever.
  [[nodiscard]] virtual bool is_stream(const std::string& path) const;
  // One spelling for every file, however it is reached (links, `..`). A path that does not exist comes back normalised.
  [[nodiscard]] virtual std::string canonical(const std::string& path) const = 0;
  // The names of what lies in a folder, in order; "" is the working directory. None if it cannot be read.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) const = 0;
};

// The machine's own.
class RealFiles final : public FileSystem {
 public:
  [[nodiscard]] std::variant<std::string, FileError> read(const std::string& path) const override;
  [[nodiscard]] std::optional<ChangeFailure> obstacle(const std::vector<FileChange>& changes) const override;
  [[nodiscard]] std::optional<ChangeFailure> change(const std::vector<FileChange>& changes) override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] bool is_stream(const std::string& path) const override;
  [[nodiscard]] std::string canonical(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
};

// Files that exist only in memory: for tests, fuzzing and built-in definitions.
class MemoryFiles final : public FileSystem {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

  [[nodiscard]] std::variant<std::string, FileError> read(const std::string& path) const override;
  [[nodiscard]] std::optional<ChangeFailure> change(const std::vector<FileChange>& changes) override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string canonical(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace support
