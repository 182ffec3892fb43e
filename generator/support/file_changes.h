// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How the machine's own files change: all that was asked for, or nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "support/files.h"

namespace support {

// The words for an errno.
[[nodiscard]] FileError error_of(int code);

// Closes a file descriptor at the end of its scope. A negative one is none.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  [[nodiscard]] int get() const { return fd_; }
  // 0, or an errno: this may be the first to hear that the disk is full.
  [[nodiscard]] int close();

 private:
  int fd_;
};

// FileSystem::obstacle() and change() of RealFiles. Every text is on the disk, beside its place, before the first file is
// replaced; what is replaced is kept until the last one is. Signals that end the run wait so long.
[[nodiscard]] std::optional<ChangeFailure> obstacle_to(const std::vector<FileChange>& changes);
[[nodiscard]] std::optional<ChangeFailure> make_changes(const std::vector<FileChange>& changes);

}  // namespace support
