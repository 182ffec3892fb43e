// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/detail/tree.hpp"

#include "../host.h"
#include "barewasi/directory.hpp"
#include "path.h"

namespace barewasi::detail {
namespace {

struct Head {
  u32 name_size = 0;
  wasi::Filetype type = wasi::Filetype::unknown;
};

}  // namespace

Growing::~Growing() { free(bytes_); }

bool Growing::reserve(usize more) noexcept {
  if (more <= capacity_ - size_) return true;
  const usize wanted = 2 * (size_ + more);
  // Not realloc, which would be the program's only one.
  void* const grown = wanted > more ? malloc(wanted) : nullptr;
  if (grown == nullptr) return false;
  if (size_ != 0) __builtin_memcpy(grown, bytes_, size_);
  free(bytes_);
  bytes_ = static_cast<char*>(grown);
  capacity_ = wanted;
  return true;
}

bool Growing::append(const void* bytes, usize size) noexcept {
  if (!reserve(size)) return false;
  if (size != 0) __builtin_memcpy(bytes_ + size_, bytes, size);
  size_ += size;
  return true;
}

// What was read before an error is kept.
wasi::Errno Tree::list(wasi::Fd directory) noexcept {
  Directory entries(directory);
  while (const Entry* const entry = entries.next()) {
    const Head head = {.name_size = static_cast<u32>(entry->name.size()), .type = entry->type};
    // Whole, or not at all.
    if (!path_.reserve(head.name_size + 1) || !entries_.reserve(sizeof head + head.name_size)) {
      return wasi::Errno::nomem;
    }
    (void)entries_.append(&head, sizeof head);
    (void)entries_.append(entry->name.data(), head.name_size);
  }
  return entries.error();
}

wasi::Errno Tree::begin(UniqueFd root, witx::Str path) noexcept {
  if (!root) return root.error();
  root_ = static_cast<UniqueFd&&>(root);
  const bool ends_well = !path.empty() && path.end()[-1] == '/';
  if (!path_.append(path.data(), path.size()) || (!ends_well && !path_.append("/", 1))) return wasi::Errno::nomem;
  level_ = {.path = path_.size()};
  root_path_ = level_.path;
  return list(*root_);
}

bool Tree::next() noexcept {
  path_.cut(level_.path);
  if (level_.next == entries_.size()) return false;
  Head head;
  __builtin_memcpy(&head, entries_.data() + level_.next, sizeof head);
  level_.next += sizeof head;
  type_ = head.type;
  const char* const name = entries_.data() + level_.next;
  level_.next += head.name_size;
  (void)path_.append(name, head.name_size);
  return true;
}

wasi::Errno Tree::enter() noexcept {
  if (depth_ == most_levels) return wasi::Errno::nametoolong;
  const auto above = directory();
  if (!above) return above.error();
  UniqueFd below(host::open_directory(*above, name(), rights_));
  if (!below) return below.error();
  if (!entries_.append(&level_, sizeof level_)) return wasi::Errno::nomem;
  (void)path_.append("/", 1);
  level_ = {.begin = entries_.size(), .next = entries_.size(), .path = path_.size()};
  ++depth_;
  // The one that was there, if any, is so far above that it can wait.
  open_[depth_ % window] = static_cast<UniqueFd&&>(below);
  if (depth_ - first_open_ == window) ++first_open_;
  return list(*open_[depth_ % window]);
}

void Tree::leave() noexcept {
  open_[depth_ % window] = UniqueFd();
  --depth_;
  path_.cut(level_.path - 1);
  entries_.cut(level_.begin - sizeof level_);
  __builtin_memcpy(&level_, entries_.data() + entries_.size(), sizeof level_);
}

wasi::Result<wasi::Fd> Tree::directory() noexcept {
  if (depth_ == 0) {
    first_open_ = 1;
    return *root_;
  }
  if (depth_ >= first_open_) return *open_[depth_ % window];
  witx::Str rest(path_.data() + root_path_, level_.path - root_path_);
  wasi::Fd at = *root_;
  for (usize number = 1; number <= depth_; ++number) {
    UniqueFd below(host::open_directory(at, take_component(rest), rights_));
    if (!below) return below.error();
    open_[number % window] = static_cast<UniqueFd&&>(below);
    at = *open_[number % window];
  }
  first_open_ = depth_ < window ? 1 : depth_ - window + 1;
  return at;
}

}  // namespace barewasi::detail
