// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/files.h"

#include <fcntl.h>
#include <fmt/format.h>
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
int write_all_bytes(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) return errno;
    if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return 0;
}

int fill(int fd, std::string_view bytes) {
  Descriptor file(fd);
  if (file.get() < 0) return errno;
  const int failed = write_all_bytes(file.get(), bytes);
  const int closed = file.close();
  return failed != 0 ? failed : closed;
}

// The place that a chain of symbolic links leads to, whether or not a file is there.
std::filesystem::path behind_links(std::filesystem::path path) {
  constexpr int most_links = 40;
  std::error_code failed;
  for (int i = 0; i < most_links && std::filesystem::is_symlink(path, failed); ++i) {
    const std::filesystem::path target = std::filesystem::read_symlink(path, failed);
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

// The owner stays as far as that is ours to say.
void keep_mode(int fd, const struct stat& old) {
  [[maybe_unused]] const int owner = ::fchown(fd, old.st_uid, old.st_gid);
  [[maybe_unused]] const int mode = ::fchmod(fd, old.st_mode & 07777U);
}

// A text that waits beside the file that it will replace.
class Staged {
 public:
  Staged() = default;
  Staged(const Staged&) = delete;
  Staged& operator=(const Staged&) = delete;
  Staged(Staged&& other) noexcept
      : place_(std::exchange(other.place_, {})),
        text_(std::exchange(other.text_, {})),
        backup_(std::exchange(other.backup_, {})) {}
  Staged& operator=(Staged&&) = delete;
  // What was not put in its place leaves no trace.
  ~Staged() {
    if (!text_.empty()) ::unlink(text_.c_str());
    if (!backup_.empty()) ::unlink(backup_.c_str());
  }

  // An empty reason: the text is on the disk, beside its place. A device or a pipe is written at once.
  FileError prepare(const std::string& path, std::string_view bytes) {
    struct stat old{};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (!exists && errno == ELOOP) return error_of(ELOOP);
    if (exists && S_ISDIR(old.st_mode)) return error_of(EISDIR);
    if (exists && !S_ISREG(old.st_mode)) {
      const int code = fill(::open(path.c_str(), O_WRONLY | O_CLOEXEC), bytes);
      return code == 0 ? FileError() : error_of(code);
    }
    if (exists && (old.st_mode & 0222U) == 0) {
      return {.kind = FileError::Kind::other,
              .reason = fmt::format("it is read-only (mode {:03o})", old.st_mode & 0777U)};
    }
    if (exists && ::access(path.c_str(), W_OK) != 0) return error_of(errno);
    place_ = behind_links(path);
    std::error_code failed;
    if (place_.has_parent_path()) std::filesystem::create_directories(place_.parent_path(), failed);
    if (failed) return error_of(failed.value());
    const int fd = open_beside();
    if (fd < 0) return error_of(errno);
    if (exists) keep_mode(fd, old);
    const int code = fill(fd, bytes);
    return code == 0 ? FileError() : error_of(code);
  }

  // Keeps what is in the text's place for restore().
  void keep_old() {
    const std::string backup = text_ + ".old";
    if (!text_.empty() && ::link(place_.c_str(), backup.c_str()) == 0) backup_ = backup;
  }

  // Puts the text in its place.
  FileError commit() {
    if (text_.empty()) return {};
    if (::rename(text_.c_str(), place_.c_str()) != 0) return error_of(errno);
    text_.clear();
    committed_ = true;
    return {};
  }

  // Takes commit() back: what was kept is in its place again, or nothing.
  void restore() {
    if (!committed_) return;
    if (backup_.empty()) {
      ::unlink(place_.c_str());
    } else if (::rename(backup_.c_str(), place_.c_str()) == 0) {
      backup_.clear();
    }
  }

 private:
  // Sets text_; -1, and errno, if there can be no such file.
  int open_beside() {
    const std::string name = fmt::format("{}.tmp{}", place_.string(), ::getpid());
    constexpr int most_tries = 100;
    for (int i = 0; i < most_tries; ++i) {
      // What a run of the same number left, which did not end in peace, is not ours to remove.
      const std::string temporary = i == 0 ? name : fmt::format("{}.{}", name, i);
      const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0) text_ = temporary;
      if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
  }

  std::filesystem::path place_;
  // The file that holds the new text, and the one that holds the old; empty: none.
  std::string text_;
  std::string backup_;
  bool committed_ = false;
};

}  // namespace

// For files whose writing can only fail as a whole: what was replaced is put back.
std::optional<WriteFailure> FileSystem::write_all(const std::vector<NewText>& files) {
  std::vector<std::variant<std::string, FileError>> before;
  for (const NewText& file : files) {
    before.push_back(read(file.path));
    FileError error = write(file.path, file.text);
    if (error.reason.empty()) continue;
    before.pop_back();
    while (!before.empty()) {
      const auto* text = std::get_if<std::string>(&before.back());
      const std::string& path = files[before.size() - 1].path;
      static_cast<void>(text == nullptr ? remove(path) : write(path, *text));
      before.pop_back();
    }
    return WriteFailure{.path = file.path, .error = std::move(error)};
  }
  return std::nullopt;
}

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
  Staged staged;
  FileError error = staged.prepare(path, bytes);
  return error.reason.empty() ? staged.commit() : error;
}

std::optional<WriteFailure> RealFiles::write_all(const std::vector<NewText>& files) {
  std::vector<Staged> staged(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    FileError error = staged[i].prepare(files[i].path, files[i].text);
    if (!error.reason.empty()) return WriteFailure{.path = files[i].path, .error = std::move(error)};
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    staged[i].keep_old();
    FileError error = staged[i].commit();
    if (error.reason.empty()) continue;
    for (std::size_t done = i; done > 0; --done) staged[done - 1].restore();
    return WriteFailure{.path = files[i].path, .error = std::move(error)};
  }
  return std::nullopt;
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
