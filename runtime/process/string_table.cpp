// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "string_table.h"

#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

// Node answers `inval` when it is asked for no strings at all. Nobody has another
// reason to; and what was not written is zero, which is an empty table.
constexpr bool is_usable(prim::Status status) noexcept {
  return status == prim::ok || status == prim::status(wasi::Errno::inval);
}

// The null pointer among them.
constexpr prim::usize pointers_per_page = prim::page_bytes / sizeof(char*);

}  // namespace

void require_string_table(prim::Status status) noexcept {
  if (is_usable(status)) return;
  // It is the last word either way, so the answer is not needed.
  (void)detail::write_text(standard_error, "no args/env\n");
  prim::exit_process_at_last(cannot_start);
}

int string_table_pages(prim::Status status, const wasi::Size& size) noexcept {
  // Pages of their own: what is left of the first ones is the heap's, and to share
  // it would cost more code than all of this. No sum here can overflow; more pages
  // than there can be, the engine refuses.
  const prim::usize first = prim::grow_pages(size / pointers_per_page + 1);
  // A size of which the host says that it is not one is of no use, `inval` or not.
  require_string_table(first == prim::no_memory || status != prim::ok ? prim::status(wasi::Errno::nomem) : prim::ok);
  return static_cast<int>(first * prim::page_bytes);
}

}  // namespace barewasi
