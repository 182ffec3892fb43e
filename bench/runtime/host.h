// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What a measured program asks of its host, by hand: it must be the same with every peer's libraries and with none.

namespace bench {

using u64 = __UINT64_TYPE__;

struct Vector {
  const void* data;
  __SIZE_TYPE__ size;
};

#define BENCH_IMPORT(name) [[clang::import_module("wasi_snapshot_preview1"), clang::import_name(name)]]
extern "C" {
BENCH_IMPORT("clock_time_get") int bench_clock_time_get(int clock, u64 precision, u64* time);
BENCH_IMPORT("fd_write") int bench_fd_write(int fd, const Vector* vectors, int count, __SIZE_TYPE__* written);
}
#undef BENCH_IMPORT

/// The monotonic clock, in nanoseconds.
inline u64 now() {
  constexpr int monotonic = 1;
  u64 time = 0;
  if (bench_clock_time_get(monotonic, 1, &time) != 0) __builtin_trap();
  return time;
}

/// Numbers with blanks between them.
class Line {
 public:
  void add(u64 number) {
    char digits[20];
    int count = 0;
    do {
      digits[count++] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number != 0);
    while (count > 0) text_[size_++] = digits[--count];
    text_[size_++] = ' ';
  }

  void print(int fd = 1) {
    text_[size_ - 1] = '\n';
    const Vector all = {text_, size_};
    __SIZE_TYPE__ written = 0;
    if (bench_fd_write(fd, &all, 1, &written) != 0 || written != size_) __builtin_trap();
    size_ = 0;
  }

 private:
  char text_[1024] = {};
  __SIZE_TYPE__ size_ = 0;
};

}  // namespace bench
