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

void String::grow_to(usize capacity) noexcept {
  // Not realloc: it is a fifth of the heap's code, and saves a copy only where
  // the next block happens to be free.
  void* const grown = allocate_or_abort(capacity);
  if (size_ > 0) __builtin_memcpy(grown, bytes_, size_);
  free(bytes_);
  bytes_ = static_cast<char*>(grown);
  capacity_ = capacity;
}

void String::append(const char* bytes, usize size) noexcept {
  if (size > capacity_ - size_) {
    usize needed = 0;
    if (__builtin_add_overflow(size_, size, &needed)) {
      out_of_memory(~usize{0});
      report_out_of_memory(~usize{0});
    }
    const usize doubled = capacity_ == 0 ? first_capacity : 2 * capacity_;
    grow_to(needed > doubled ? needed : doubled);
  }
  __builtin_memcpy(bytes_ + size_, bytes, size);
  size_ += size;
}

}  // namespace barewasi
