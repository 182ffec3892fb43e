// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file_changes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <map>
#include <ranges>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

namespace support {
namespace {

namespace fs = std::filesystem;

// While one lives, a signal that ends the run waits, and a file that grows too large is an error like a full disk.
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t ending;
    ::sigemptyset(&ending);
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) ::sigaddset(&ending, signal);
    ::sigprocmask(SIG_BLOCK, &ending, &before_);
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGXFSZ, &ignore, &too_large_);
  }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
  ~SignalsWait() {
    ::sigaction(SIGXFSZ, &too_large_, nullptr);
    ::sigprocmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t before_{};
  struct sigaction too_large_{};
};

// Where a change happens.
struct Spot {
  // Absolute, and one for each file: behind the symbolic links that lead to it; of a file that goes, the link itself.
  fs::path place;
  // What is there now.
  std::optional<struct stat> there = std::nullopt;
  bool is_stream = false;
};

// The place that a chain of symbolic links leads to, whether or not a file is there.
fs::path behind_links(fs::path path) {
  constexpr int most_links = 40;
  std::error_code failed;
  for (int i = 0; i < most_links && fs::is_symlink(path, failed); ++i) {
    const fs::path target = fs::read_symlink(path, failed);
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

fs::path one_spelling(const fs::path& absolute) {
  std::error_code failed;
  const fs::path folder = fs::weakly_canonical(absolute.parent_path(), failed);
  return failed ? absolute.lexically_normal() : folder / absolute.filename();
}

// Why no file can be made in this folder, or in the one above that is there already.
FileError folder_error(fs::path folder) {
  struct stat status{};
  while (::stat(folder.c_str(), &status) != 0) {
    if (errno != ENOENT || !folder.has_relative_path()) return error_of(errno);
    // To those who read it such a path leads nowhere, and to those who make folders it leads to a file that may be there.
    if (folder.filename() == "..")
      return {.kind = FileError::Kind::other, .reason = "its path has '..' behind a folder that is not there"};
    if (::lstat(folder.c_str(), &status) == 0) {
      // Made by somebody since: it is there now.
      if (!S_ISLNK(status.st_mode)) continue;
      return {.kind = FileError::Kind::other, .reason = "a symbolic link in its path leads nowhere"};
    }
    folder = folder.parent_path();
  }
  if (!S_ISDIR(status.st_mode)) return error_of(ENOTDIR);
  return ::access(folder.c_str(), W_OK | X_OK) == 0 ? FileError() : error_of(errno);
}

FileError mode_error(const std::string& path, const struct stat& there) {
  if ((there.st_mode & 0222U) == 0)
    return {.kind = FileError::Kind::other,
            .reason = fmt::format("it is read-only (mode {:03o})", there.st_mode & 0777U)};
  return ::access(path.c_str(), W_OK) == 0 ? FileError() : error_of(errno);
}

// Why nothing can be handed to what is there and is not a file. A pipe that nobody reads would keep the writer waiting.
FileError stream_error(const std::string& path, const struct stat& there) {
  const auto other = [](std::string reason) {
    return FileError{.kind = FileError::Kind::other, .reason = std::move(reason)};
  };
  if (S_ISSOCK(there.st_mode)) return other("it is a socket");
  if (S_ISBLK(there.st_mode)) return other("it is a disk");
  if (!S_ISFIFO(there.st_mode)) return {};
  const Descriptor tried(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
  return tried.get() >= 0 ? FileError() : errno == ENXIO ? other("it is a pipe that nobody reads") : error_of(errno);
}

std::variant<Spot, FileError> spot_of(const FileChange& change) {
  const std::string& path = change.path;
  if (path.empty()) return FileError{.kind = FileError::Kind::missing, .reason = "its path is empty"};
  const std::string name = fs::path(path).filename();
  if (name.empty() || name == "." || name == "..") return error_of(EISDIR);
  Spot spot;
  struct stat status{};
  if ((change.text ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status)) == 0) {
    spot.there = status;
  } else if (errno != ENOENT || !change.text) {
    return error_of(errno);
  }
  if (spot.there && S_ISDIR(status.st_mode)) return error_of(EISDIR);
  if (change.text && spot.there) {
    if (FileError error = mode_error(path, status); !error.reason.empty()) return error;
    spot.is_stream = !S_ISREG(status.st_mode);
    if (spot.is_stream) {
      if (FileError error = stream_error(path, status); !error.reason.empty()) return error;
      return spot;
    }
  }
  std::error_code failed;
  const fs::path target = fs::absolute(change.text ? behind_links(path) : fs::path(path), failed);
  if (FileError error = folder_error(target.parent_path()); !error.reason.empty()) return error;
  spot.place = one_spelling(target);
  return spot;
}

using Spots = std::vector<Spot>;

// One place, one change; and no file where another one needs a folder.
std::variant<Spots, ChangeFailure> spots_of(const std::vector<FileChange>& changes) {
  Spots spots;
  std::map<fs::path, const FileChange*> places;
  for (const FileChange& change : changes) {
    std::variant<Spot, FileError> found = spot_of(change);
    if (auto* error = std::get_if<FileError>(&found))
      return ChangeFailure{.path = change.path, .error = std::move(*error)};
    spots.push_back(std::get<Spot>(std::move(found)));
    if (spots.back().is_stream || places.emplace(spots.back().place, &change).second) continue;
    return ChangeFailure{.path = change.path, .error = {.reason = "it would be written twice"}};
  }
  for (const auto& [place, change] : places) {
    for (fs::path above = place.parent_path(); above.has_relative_path(); above = above.parent_path()) {
      if (places.contains(above)) return ChangeFailure{.path = change->path, .error = error_of(ENOTDIR)};
    }
  }
  return spots;
}

// 0, or the errno that stopped it.
int write_all_bytes(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) return errno;
    if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return 0;
}

FileError write_to_stream(const FileChange& change) {
  Descriptor file(::open(change.path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) return error_of(errno);
  const int failed = write_all_bytes(file.get(), *change.text);
  const int closed = file.close();
  return failed == 0 && closed == 0 ? FileError() : error_of(failed != 0 ? failed : closed);
}

// Waits until the file is on the disk. Some file systems have nothing to wait for.
FileError sync(const std::string& path) {
  const int readable = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const Descriptor file(readable >= 0 ? readable : ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) return error_of(errno);
  return ::fsync(file.get()) == 0 || errno == EINVAL || errno == ENOTSUP ? FileError() : error_of(errno);
}

// Makes an empty file in the folder of `place`: sets its name, and answers its descriptor, or -1 and errno.
int open_beside(const fs::path& place, std::string& name) {
  constexpr int most_tries = 10000;
  for (int i = 0; i < most_tries; ++i) {
    // What a run of the same number left, which did not end in peace, is not ours to remove.
    const std::string tried = place.parent_path() / fmt::format(".witxc-{}-{}.tmp", ::getpid(), i);
    const int fd = ::open(tried.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0) name = tried;
    if (fd >= 0 || errno != EEXIST) return fd;
  }
  return -1;
}

// Makes a file in the folder of `place`, with the mode and, as far as that is ours to say, the owner of `like`.
FileError write_beside(const fs::path& place, std::string_view text, const std::optional<struct stat>& like,
                       std::string& name) {
  Descriptor file(open_beside(place, name));
  if (file.get() < 0) return error_of(errno);
  if (like) {
    [[maybe_unused]] const int owner = ::fchown(file.get(), like->st_uid, like->st_gid);
    [[maybe_unused]] const int mode = ::fchmod(file.get(), like->st_mode & 07777U);
  }
  const int failed = write_all_bytes(file.get(), text);
  const int closed = file.close();
  return failed == 0 && closed == 0 ? FileError() : error_of(failed != 0 ? failed : closed);
}

std::optional<std::string> text_at(const fs::path& place) {
  auto read = RealFiles().read(place.string());
  if (auto* text = std::get_if<std::string>(&read)) return std::move(*text);
  return std::nullopt;
}

// Changes that are made together. What is not made when it ends leaves no trace.
class Transaction {
 public:
  Transaction() = default;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    for (const Step& step : steps_) {
      for (const std::string& name : {step.text, step.old}) {
        if (!name.empty()) ::unlink(name.c_str());
      }
    }
    for (const fs::path& folder : std::views::reverse(folders_)) ::rmdir(folder.c_str());
  }

  // Writes the text beside its place, and what is in its place beside it as well.
  FileError prepare(const FileChange& change, Spot spot) {
    Step& step = steps_.emplace_back(Step{.change = change, .spot = std::move(spot)});
    const fs::path& place = step.spot.place;
    if (!change.text) {
      const Descriptor reserved(open_beside(place, step.old));
      return reserved.get() < 0 ? error_of(errno) : FileError();
    }
    if (FileError error = make_folders(place.parent_path()); !error.reason.empty()) return error;
    FileError error = write_beside(place, *change.text, step.spot.there, step.text);
    return error.reason.empty() && step.spot.there ? keep_old(step) : error;
  }

  // Puts everything on the disk, and then in its place. Nothing: done.
  std::optional<ChangeFailure> commit() {
    // After all of them are written: the disk then has to be waited for about once.
    for (const Step& step : steps_) {
      FileError error = step.text.empty() ? FileError() : sync(step.text);
      if (!error.reason.empty()) return ChangeFailure{.path = step.change.path, .error = std::move(error)};
    }
    for (Step& step : steps_) {
      FileError error = put(step);
      if (!error.reason.empty())
        return ChangeFailure{.path = step.change.path, .error = std::move(error), .made = take_back()};
    }
    folders_.clear();
    return std::nullopt;
  }

 private:
  struct Step {
    const FileChange& change;
    Spot spot;
    // The files that hold the new text and the old one; empty: none.
    std::string text = {};
    std::string old = {};
    bool is_made = false;
  };

  FileError make_folders(const fs::path& folder) {
    std::error_code failed;
    if (folder.empty() || fs::is_directory(folder, failed)) return {};
    if (FileError error = make_folders(folder.parent_path()); !error.reason.empty()) return error;
    if (::mkdir(folder.c_str(), 0777) == 0) {
      folders_.push_back(folder);
    } else if (errno != EEXIST) {
      return error_of(errno);
    }
    return {};
  }

  // A second name for the file or, where there are none, a copy.
  static FileError keep_old(Step& step) {
    const fs::path& place = step.spot.place;
    const std::string name = step.text + ".old";
    if (::link(place.c_str(), name.c_str()) == 0) {
      step.old = name;
      return {};
    }
    if (errno == ENOENT) return {};
    const std::optional<std::string> text = text_at(place);
    return text ? write_beside(place, *text, step.spot.there, step.old) : error_of(EACCES);
  }

  static FileError put(Step& step) {
    const FileChange& change = step.change;
    const char* place = step.spot.place.c_str();
    const std::optional<std::string> now = text_at(step.spot.place);
    // Two runs that do the same do not disturb each other.
    const auto unless_same = [&change](const std::optional<std::string>& there) {
      if (there == change.text) return FileError();
      return FileError{.kind = FileError::Kind::other, .reason = "somebody else has changed it meanwhile"};
    };
    if (now && now != change.seen) return unless_same(now);
    int failed = 0;
    if (!change.text) {
      failed = ::rename(place, step.old.c_str());
    } else if (step.spot.there || ::link(step.text.c_str(), place) != 0) {
      if (!step.spot.there && errno == EEXIST) return unless_same(text_at(step.spot.place));
      failed = ::rename(step.text.c_str(), place);
      if (failed == 0) step.text.clear();
    }
    if (failed != 0) return error_of(errno);
    step.is_made = true;
    return {};
  }

  // Answers what stays.
  std::vector<ChangeFailure::Made> take_back() {
    std::vector<ChangeFailure::Made> staying;
    for (Step& step : std::views::reverse(steps_)) {
      if (!step.is_made) continue;
      const char* place = step.spot.place.c_str();
      const bool is_back = step.old.empty() ? ::unlink(place) == 0 : ::rename(step.old.c_str(), place) == 0;
      if (!is_back) staying.push_back({.path = step.change.path, .old = step.old});
      // It is in its place again, or the only copy.
      step.old.clear();
    }
    return staying;
  }

  std::vector<Step> steps_;
  // That were made, outermost first.
  std::vector<fs::path> folders_;
};

}  // namespace

FileError error_of(int code) {
  switch (code) {
    case ENOENT: return {.kind = FileError::Kind::missing, .reason = "no such file"};
    case ENOTDIR: return {.kind = FileError::Kind::missing, .reason = "a part of the path is not a folder"};
    case EISDIR: return {.kind = FileError::Kind::not_a_file, .reason = "is a folder"};
    case ELOOP: return {.kind = FileError::Kind::other, .reason = "its symbolic links lead in a circle"};
    case ENAMETOOLONG: return {.kind = FileError::Kind::other, .reason = "its name is too long"};
    case EACCES:
    case EPERM: return {.kind = FileError::Kind::other, .reason = "permission denied"};
    case ENOSPC:
    case EDQUOT: return {.kind = FileError::Kind::other, .reason = "no space left on the device"};
    case EROFS: return {.kind = FileError::Kind::other, .reason = "the file system is read-only"};
    default: return {.kind = FileError::Kind::other, .reason = std::strerror(code)};
  }
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

int Descriptor::close() { return ::close(std::exchange(fd_, -1)) == 0 ? 0 : errno; }

std::optional<ChangeFailure> obstacle_to(const std::vector<FileChange>& changes) {
  std::variant<Spots, ChangeFailure> found = spots_of(changes);
  if (auto* failure = std::get_if<ChangeFailure>(&found)) return std::move(*failure);
  return std::nullopt;
}

std::optional<ChangeFailure> make_changes(const std::vector<FileChange>& changes) {
  std::variant<Spots, ChangeFailure> found = spots_of(changes);
  if (auto* failure = std::get_if<ChangeFailure>(&found)) return std::move(*failure);
  auto& spots = std::get<Spots>(found);
  const auto failure_of = [&changes](std::size_t i, FileError error) {
    return ChangeFailure{.path = changes[i].path, .error = std::move(error)};
  };
  // What went into a stream cannot be taken back: so it goes first, and may take as long as its reader wants.
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (!spots[i].is_stream) continue;
    if (FileError error = write_to_stream(changes[i]); !error.reason.empty()) return failure_of(i, std::move(error));
  }
  const SignalsWait wait;
  Transaction transaction;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (spots[i].is_stream) continue;
    FileError error = transaction.prepare(changes[i], std::move(spots[i]));
    if (!error.reason.empty()) return failure_of(i, std::move(error));
  }
  return transaction.commit();
}

}  // namespace support
