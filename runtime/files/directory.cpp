// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/directory.hpp"

#include "../host.h"

namespace barewasi {
namespace {

constexpr wasi::Size head_bytes = sizeof(wasi::Dirent);

bool is_itself_or_above(witx::Str name) noexcept { return name == "." || name == ".."; }

// A directory has one of each; some hosts may say them again where a buffer ended.
constexpr unsigned most_left_out = 16;

}  // namespace

// Reads on after the last entry that was taken. The end of the buffer may have
// cut an entry in two: it is asked for anew. A buffer that is not full should be
// the last one, but some engines leave out what they would have to cut.
bool Directory::fill() noexcept {
  if (is_last_) return false;
  // Who asks for the same twice gets the same, and never comes to an end.
  const bool is_repeated = used_ != 0 && next_ == asked_;
  asked_ = next_;
  const auto used = host::read_directory(directory_, {bytes_, capacity}, next_);
  if (is_repeated || !used || *used > capacity) {
    (void)ended_by(used ? wasi::Errno::io : used.error());
    return false;
  }
  used_ = *used;
  at_ = 0;
  is_last_ = used_ == 0;
  return !is_last_;
}

const Entry* Directory::ended_by(wasi::Errno error) noexcept {
  error_ = error;
  is_last_ = true;
  used_ = at_ = 0;
  return nullptr;
}

// The entry at at_, if all of it is there.
bool Directory::take() noexcept {
  if (used_ - at_ < head_bytes) return false;
  wasi::Dirent head;
  __builtin_memcpy(&head, bytes_ + at_, head_bytes);
  if (head.d_namlen > used_ - at_ - head_bytes) return false;
  entry_ = {.name = {reinterpret_cast<const char*>(bytes_ + at_ + head_bytes), head.d_namlen},
            .type = head.d_type,
            .inode = head.d_ino};
  at_ += head_bytes + head.d_namlen;
  next_ = head.d_next;
  return true;
}

const Entry* Directory::next() noexcept {
  for (unsigned left_out = 0;; ++left_out) {
    if (!take()) {
      if (!fill()) return nullptr;
      // Not even one entry fits: asking again would give the same.
      if (!take()) return ended_by(wasi::Errno::nametoolong);
    }
    if (!is_itself_or_above(entry_.name)) return &entry_;
    if (left_out == most_left_out) return ended_by(wasi::Errno::io);
  }
}

}  // namespace barewasi
