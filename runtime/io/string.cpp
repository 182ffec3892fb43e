// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/string.hpp"

#include "../heap/out_of_memory.h"
#include "barewasi/heap.hpp"

namespace barewasi {
namespace {

constexpr usize first_capacity = 60;

}  // namespace

String::~String() { free(bytes_); }

String& String::operator=(String&& other) noexcept {
  if (this != &other) {
    free(bytes_);
    bytes_ = other.bytes_;
    size_ = other.size_;
    capacity_ = other.capacity_;
    other.forget();
  }
  return *this;
}

// Not realloc: it is a fifth of the heap's code, and saves a copy only where
// the next block happens to be free.
void String::make_room(usize more) noexcept {
  if (more < capacity_ - size_) return;
  usize needed = 0;
  if (__builtin_add_overflow(size_ + 1, more, &needed)) {
    out_of_memory(~usize{0});
    report_out_of_memory(~usize{0});
  }
  const usize doubled = capacity_ == 0 ? first_capacity : 2 * capacity_;
  if (needed < doubled) needed = doubled;
  void* const grown = allocate_or_abort(needed);
  if (size_ > 0) __builtin_memcpy(grown, bytes_, size_);
  free(bytes_);
  bytes_ = static_cast<char*>(grown);
  capacity_ = needed;
}

void String::append(const char* bytes, usize size) noexcept {
  // Where it lies in this string, it moves with it.
  const usize at = reinterpret_cast<__UINTPTR_TYPE__>(bytes) - reinterpret_cast<__UINTPTR_TYPE__>(bytes_);
  const bool is_own = at < size_;
  make_room(size);
  __builtin_memcpy(bytes_ + size_, is_own ? bytes_ + at : bytes, size);
  size_ += size;
}

}  // namespace barewasi
