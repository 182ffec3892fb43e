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

// What a file shall hold.
struct NewText {
  std::string path;
  std::string text;
};

// The first file that could not be written, and why.
struct WriteFailure {
  std::string path;
  FileError error;
};

class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  // The whole file, bytes as they are; at most 4 GiB - 1.
  [[nodiscard]] virtual std::variant<std::string, FileError> read(const std::string& path) const = 0;
  // Replaces the file as a whole or not at all, and makes the folders above it. An empty reason: done. A symbolic link stays
  // one: the file behind it is replaced. A file that exists keeps its mode; one that nobody may write is refused.
  [[nodiscard]] virtual FileError write(const std::string& path, std::string_view bytes) = 0;
  // The same for several files: all of them are replaced, or none. Nothing: done.
  [[nodiscard]] virtual std::optional<WriteFailure> write_all(const std::vector<NewText>& files);
  [[nodiscard]] virtual FileError remove(const std::string& path) = 0;
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  // One spelling for every file, however it is reached (links, `..`). A path that does not exist comes back normalised.
  [[nodiscard]] virtual std::string canonical(const std::string& path) const = 0;
  // The names of what lies in a folder, in order; "" is the working directory. None if it cannot be read.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) const = 0;
};

// The machine's own.
class RealFiles final : public FileSystem {
 public:
  [[nodiscard]] std::variant<std::string, FileError> read(const std::string& path) const override;
  [[nodiscard]] FileError write(const std::string& path, std::string_view bytes) override;
  // Everything is written beside its place before the first file is replaced, so that a full disk changes nothing.
  [[nodiscard]] std::optional<WriteFailure> write_all(const std::vector<NewText>& files) override;
  [[nodiscard]] FileError remove(const std::string& path) override;
  [[nodiscard]] bool exists(const std::string& path) const override;
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
  [[nodiscard]] FileError write(const std::string& path, std::string_view bytes) override;
  [[nodiscard]] FileError remove(const std::string& path) override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string canonical(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace support
