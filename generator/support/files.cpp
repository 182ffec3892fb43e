// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include "support/file_changes.h"

namespace support {
namespace {

constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::optional<ChangeFailure> FileSystem::obstacle(const std::vector<FileChange>& /*changes*/) const {
  return std::nullopt;
}

std::optional<ChangeFailure> FileSystem::change(const std::vector<FileChange>& changes) {
  if (changes.empty()) return std::nullopt;
  return ChangeFailure{.path = changes.front().path, .error = {.reason = "these files are for reading"}};
}

bool FileSystem::is_stream(const std::string& /*path*/) const { return false; }

std::variant<std::string, FileError> RealFiles::read(const std::string& path) const {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return error_of(errno);
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return error_of(errno);
  if (S_ISDIR(status.st_mode)) return error_of(EISDIR);
  std::string text;
  if (S_ISREG(status.st_mode)) text.reserve(static_cast<std::size_t>(status.st_size));
  std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error_of(errno);
    if (got == 0) return text;
    if (text.size() + static_cast<std::size_t>(got) > largest) {
      return FileError{.kind = FileError::Kind::too_large, .reason = "is larger than 4 GiB"};
    }
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::optional<ChangeFailure> RealFiles::obstacle(const std::vector<FileChange>& changes) const {
  return obstacle_to(changes);
}

std::optional<ChangeFailure> RealFiles::change(const std::vector<FileChange>& changes) { return make_changes(changes); }

bool RealFiles::is_stream(const std::string& path) const {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool RealFiles::exists(const std::string& path) const {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::string RealFiles::canonical(const std::string& path) const {
  std::error_code failed;
  std::filesystem::path result = std::filesystem::weakly_canonical(path, failed);
  return failed ? std::filesystem::path(path).lexically_normal().string() : result.string();
}

std::vector<std::string> RealFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code failed;
  std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, failed);
  for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::variant<std::string, FileError> MemoryFiles::read(const std::string& path) const {
  const auto found = files_.find(canonical(path));
  if (found == files_.end()) return error_of(ENOENT);
  return found->second;
}

std::optional<ChangeFailure> MemoryFiles::change(const std::vector<FileChange>& changes) {
  for (const FileChange& change : changes) {
    if (change.text) {
      files_[canonical(change.path)] = *change.text;
    } else {
      files_.erase(canonical(change.path));
    }
  }
  return std::nullopt;
}

bool MemoryFiles::exists(const std::string& path) const { return files_.contains(canonical(path)); }

std::string MemoryFiles::canonical(const std::string& path) const {
  return std::filesystem::path(path).lexically_normal().string();
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  std::string prefix = canonical(folder);
  if (prefix == ".") prefix.clear();
  if (!prefix.empty() && !prefix.ends_with('/')) prefix += '/';
  std::vector<std::string> names;
  for (const auto& [path, text] : files_) {
    if (!path.starts_with(prefix)) continue;
    std::string name = path.substr(prefix.size(), path.find('/', prefix.size()) - prefix.size());
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace support
