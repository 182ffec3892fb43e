// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

namespace support {
namespace {

constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max();

FileError error_of(int code) {
  switch (code) {
    case ENOENT: return {.kind = FileError::Kind::missing, .reason = "no such file"};
    case ENOTDIR: return {.kind = FileError::Kind::missing, .reason = "a part of the path is not a folder"};
    case EISDIR: return {.kind = FileError::Kind::not_a_file, .reason = "is a folder"};
    case ELOOP: return {.kind = FileError::Kind::other, .reason = "its symbolic links lead in a circle"};
    case EACCES:
    case EPERM: return {.kind = FileError::Kind::other, .reason = "permission denied"};
    case ENOSPC:
    case EDQUOT: return {.kind = FileError::Kind::other, .reason = "no space left on the device"};
    case EROFS: return {.kind = FileError::Kind::other, .reason = "the file system is read-only"};
    default: return {.kind = FileError::Kind::other, .reason = std::strerror(code)};
  }
}

// Closes the descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  // close() may be the first to hear that the disk is full.
  [[nodiscard]] int close() { return ::close(std::exchange(fd_, -1)) == 0 ? 0 : errno; }

 private:
  int fd_;
};

// 0, or the errno that stopped it.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) return errno;
    if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return 0;
}

int fill(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.get() < 0) return errno;
  const int failed = write_all(file.get(), bytes);
  const int closed = file.close();
  return failed != 0 ? failed : closed;
}

}  // namespace

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

FileError RealFiles::write(const std::string& path, std::string_view bytes) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code failed;
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  if (failed) return error_of(failed.value());
  if (std::filesystem::is_directory(path, failed)) return error_of(EISDIR);
  const std::string temporary = path + ".tmp" + std::to_string(::getpid());
  int code = fill(temporary, bytes);
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code == 0) return {};
  if (code != EEXIST) ::unlink(temporary.c_str());
  return error_of(code);
}

FileError RealFiles::remove(const std::string& path) {
  return ::unlink(path.c_str()) == 0 ? FileError{} : error_of(errno);
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

FileError MemoryFiles::write(const std::string& path, std::string_view bytes) {
  files_[canonical(path)] = bytes;
  return {};
}

FileError MemoryFiles::remove(const std::string& path) {
  return files_.erase(canonical(path)) == 1 ? FileError{} : error_of(ENOENT);
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
