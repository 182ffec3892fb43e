// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "string_table.h"

#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

}  // namespace

void string_table_failed() noexcept {
  // It is the last word either way, so the answer is not needed.
  (void)write_all(wasi::stderr_fd, "cannot read arguments or environment\n");
  prim::exit_process(cannot_start);
}

char** string_table_memory(const prim::StringTableSizes& sizes) noexcept {
  usize pointers = 0;
  usize total = 0;
  void* memory = nullptr;
  if (!__builtin_add_overflow(sizes.count, usize{1}, &pointers) &&
      !__builtin_mul_overflow(pointers, sizeof(char*), &pointers) &&
      !__builtin_add_overflow(pointers, sizes.bytes, &total)) {
    memory = take_memory(total);
  }
  if (memory == nullptr) string_table_failed();
  return static_cast<char**>(memory);
}

}  // namespace barewasi
