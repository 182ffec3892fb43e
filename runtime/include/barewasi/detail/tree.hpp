// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// A directory and all below it, one entry after the other: what Walk and remove_tree have in common.
//
// A directory is listed whole before anything in it is looked at, so that whoever comes along may remove, rename or make
// what they like. Directories are opened one below the other by name, never through a link; only so many of the deepest
// are open at a time, and those above are opened again on the way back, from the root: no depth runs out of descriptors,
// and no path is too long.

#include <barewasi/files.hpp>

namespace barewasi::detail {

/// Bytes that grow, and say when they cannot.
class Growing {
 public:
  Growing() noexcept = default;
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;
  ~Growing();

  /// Makes room for that many bytes to be appended.
  [[nodiscard]] bool reserve(usize more) noexcept;
  [[nodiscard]] bool append(const void* bytes, usize size) noexcept;
  void cut(usize size) noexcept { size_ = size; }
  [[nodiscard]] char* data() noexcept { return bytes_; }
  [[nodiscard]] const char* data() const noexcept { return bytes_; }
  [[nodiscard]] usize size() const noexcept { return size_; }

 private:
  char* bytes_ = nullptr;
  usize size_ = 0;
  usize capacity_ = 0;
};

class Tree {
 public:
  /// `rights` are asked for with each directory.
  explicit Tree(wasi::Rights rights) noexcept : rights_(rights) {}

  /// Lists `root`, whose path is to be shown as `path`. After an error there may be entries all the same.
  [[nodiscard]] wasi::Errno begin(UniqueFd root, witx::Str path) noexcept;

  /// Goes to the next entry of the directory that this is in; false when there are no more.
  [[nodiscard]] bool next() noexcept;

  /// Goes into the entry that this is at, and lists it. After an error this is in it when depth() says so.
  [[nodiscard]] wasi::Errno enter() noexcept;

  /// Goes back, to the entry that was entered. Never from the root.
  void leave() noexcept;

  /// What this is in; to be had again where it is not open any more.
  [[nodiscard]] wasi::Result<wasi::Fd> directory() noexcept;
  /// How many directories above this were entered.
  [[nodiscard]] usize depth() const noexcept { return depth_; }

  // Of the entry; valid until this moves.
  [[nodiscard]] witx::Str path() const noexcept { return {path_.data(), path_.size()}; }
  [[nodiscard]] witx::Str name() const noexcept { return {path_.data() + level_.path, path_.size() - level_.path}; }
  [[nodiscard]] wasi::Filetype type() const noexcept { return type_; }

 private:
  // Deeper than a path can be on any file system, unless one leads back into itself.
  static constexpr usize most_levels = 10'000;
  static constexpr usize window = 16;

  struct Level {
    // Where its entries begin, among all, and where the one after the current does.
    usize begin = 0;
    usize next = 0;
    // How long the path of this directory is, with the "/" that ends it.
    usize path = 0;
  };

  [[nodiscard]] wasi::Errno list(wasi::Fd directory) noexcept;

  wasi::Rights rights_;
  wasi::Filetype type_ = wasi::Filetype::unknown;
  UniqueFd root_;
  usize root_path_ = 0;
  // Of the directories entered, number n is open_[n % window], where n is first_open_ or more.
  UniqueFd open_[window];
  usize first_open_ = 1;
  usize depth_ = 0;
  Level level_;
  // The entries of this directory; before them, of those above, each with its Level at the end.
  Growing entries_;
  // Has room for the longest name in this directory, and a "/".
  Growing path_;
};

}  // namespace barewasi::detail
