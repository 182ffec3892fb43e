// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "string_table.h"

#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

}  // namespace

constinit prim::StringTableSizes string_table_sizes;

void require_string_table(prim::Status status) noexcept {
  if (status == prim::ok) return;
  // It is the last word either way, so the answer is not needed.
  (void)detail::write_text(standard_error, "no args or env\n");
  prim::exit_process(cannot_start);
}

char** string_table_memory(prim::Status status) noexcept {
  require_string_table(status);
  // In 64 bits, where no number that a host may name overflows.
  const u64 pointers = u64{string_table_sizes.count} + 1;
  const u64 bytes = pointers * sizeof(char*) + string_table_sizes.bytes;
  // Pages of its own: what is left of the first ones is the heap's, and to share
  // it would cost more code than all of this. More than there can be, the engine
  // refuses.
  const usize first = prim::grow_pages(static_cast<usize>(bytes / prim::page_bytes + 1));
  // Whatever is not `ok` ends it: this is the shortest way to say so.
  require_string_table(first == prim::no_memory);
  return reinterpret_cast<char**>(first * prim::page_bytes);
}

}  // namespace barewasi
