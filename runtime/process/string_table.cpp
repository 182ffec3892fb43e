// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "string_table.h"

#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

// Node answers `inval` when it is asked for no strings at all. Nobody has another
// reason to; and what was not written is zero, which is an empty table. By the
// remainder because that is one number to test: the only other error without one,
// `notrecoverable`, is a mutex's.
constexpr bool is_usable(prim::Status status) noexcept {
  return static_cast<unsigned>(status) % prim::status(wasi::Errno::inval) == prim::ok;
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
  // Both in one. Of all numbers of pages only `no_memory` has the highest bit; and
  // below zero `inval` is not usable. (Three others would be, `addrnotavail`, `loop`
  // and `nxio`: none is about a size.)
  require_string_table(static_cast<prim::Status>(first >> 31) - status);
  return static_cast<int>(first * prim::page_bytes);
}

}  // namespace barewasi
