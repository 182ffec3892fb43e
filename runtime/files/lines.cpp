// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/lines.hpp"

#include "barewasi/files.hpp"
#include "barewasi/heap.hpp"

extern "C" void* memchr(const void* bytes, int byte, __SIZE_TYPE__ size);

namespace barewasi {
namespace {

constexpr usize first_capacity = 4096;

}  // namespace

Lines::~Lines() { free(bytes_); }

bool Lines::fail(wasi::Errno error) noexcept {
  error_ = error;
  is_last_ = true;
  return false;
}

// What is left moves to the front; a buffer that is full of one line doubles.
bool Lines::make_room() noexcept {
  if (begin_ != 0) {
    __builtin_memmove(bytes_, bytes_ + begin_, used_ - begin_);
    used_ -= begin_;
    begin_ = 0;
  }
  if (used_ < capacity_) return true;
  const usize wanted = capacity_ == 0 ? first_capacity : 2 * capacity_;
  // Not realloc, which would be the program's only one, and most of what it does
  // here is to copy.
  void* const grown = wanted > capacity_ ? malloc(wanted) : nullptr;
  if (grown == nullptr) return fail(wasi::Errno::nomem);
  if (used_ != 0) __builtin_memcpy(grown, bytes_, used_);
  free(bytes_);
  bytes_ = static_cast<char*>(grown);
  capacity_ = wanted;
  return true;
}

// Reads more. False at the end of the input, and on an error.
bool Lines::fill() noexcept {
  if (is_last_ || !make_room()) return false;
  const auto size = read_some(fd_, {bytes_ + used_, capacity_ - used_});
  if (!size) return fail(size.error());
  is_last_ = *size == 0;
  used_ += *size;
  return !is_last_;
}

bool Lines::next() noexcept {
  begin_ = rest_;
  for (usize searched = 0;;) {
    const usize size = used_ - begin_;
    const void* const found = size == searched ? nullptr : memchr(bytes_ + begin_ + searched, '\n', size - searched);
    if (found != nullptr) {
      end_ = static_cast<usize>(static_cast<const char*>(found) - bytes_);
      rest_ = end_ + 1;
      if (end_ != begin_ && bytes_[end_ - 1] == '\r') --end_;
      return true;
    }
    searched = size;
    if (!fill()) break;
  }
  end_ = rest_ = used_;
  return begin_ != end_;
}

}  // namespace barewasi
