// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "string_table.h"

#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

// Node answers `inval` when it is asked for no strings at all. Nobody has another
// reason to; and what was not written is zero, which is an empty table.
constexpr bool is_usable(host::Status status) noexcept {
  return status == host::ok || status == host::status(wasi::Errno::inval);
}

// The null pointer among them.
constexpr host::usize pointers_per_page = host::page_bytes / sizeof(char*);

}  // namespace

void require_string_table(host::Status status) noexcept {
  if (is_usable(status)) return;
  // It is the last word either way, so the answer is not needed.
  (void)detail::write_text(standard_error, "no args/env\n");
  host::exit_process_at_last(cannot_start);
}

int string_table_pages(host::Status status, const wasi::Size& size) noexcept {
  // Pages of their own: what is left of the first ones is the heap's, and to share
  // it would cost more code than all of this. No sum here can overflow; more pages
  // than there can be, the engine refuses.
  const host::usize first = host::grow_pages(size / pointers_per_page + 1);
  // A size of which the host says that it is not one is of no use, `inval` or not.
  require_string_table(first == host::no_memory || status != host::ok ? host::status(wasi::Errno::nomem) : host::ok);
  return static_cast<int>(first * host::page_bytes);
}

}  // namespace barewasi
