// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "string_table.h"

#include "../mem/area.h"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

}  // namespace

constinit prim::StringTableSizes string_table_sizes;

void require_string_table(prim::Status status) noexcept {
  if (status == prim::ok) return;
  // It is the last word either way, so the answer is not needed.
  (void)detail::write_text(standard_error, "no arguments or environment\n");
  prim::exit_process(cannot_start);
}

char** string_table_memory(prim::Status status) noexcept {
  require_string_table(status);
  // In 64 bits, where no number that a host may name overflows.
  const u64 pointers = u64{string_table_sizes.count} + 1;
  void* const memory = take_memory(pointers * sizeof(char*) + string_table_sizes.bytes);
  // Whatever is not `ok` ends it: this is the shortest way to say so.
  require_string_table(memory == nullptr);
  return static_cast<char**>(memory);
}

}  // namespace barewasi
