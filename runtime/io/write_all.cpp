// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

// What one call hands over and gets back.
struct Offer {
  wasi::Ciovec piece;
  wasi::Size taken;
};

// Static because there is nothing to recurse into, and a frame on the stack is a
// good part of what the smallest programs weigh.
constinit Offer offer = {};

// With one store: `size` bytes, of which none is taken. So a call that fails has
// taken nothing without being asked about.
[[gnu::always_inline]] inline void set_size(usize size) noexcept {
  static_assert(__builtin_offsetof(Offer, taken) == __builtin_offsetof(Offer, piece.buf_len) + sizeof(wasi::Size));
  const u64 size_and_none = size;
  __builtin_memcpy(&offer.piece.buf_len, &size_and_none, sizeof size_and_none);
}

// A descriptor may say "not now" for as long as its reader takes; that is not
// an error, but neither may a program that can only wait hang for ever. Counted
// in these, an unsigned number is full, and 0, after 2^22 refusals of one text; that
// takes seconds. To begin anew whenever something was taken costs twelve bytes.
constexpr unsigned refusal = 1u << 10;

// Whether it is `again` or `intr`, by the one remainder that both have in common.
// The others that have it: `nomem`, which may pass as well, and `rofs`, which is said
// of a file when it is opened.
constexpr bool is_worth_another_try(prim::Status status) noexcept {
  constexpr int apart = prim::status(wasi::Errno::intr) - prim::status(wasi::Errno::again);
  return static_cast<unsigned>(status) % apart == prim::status(wasi::Errno::again);
}

constexpr usize none = ~usize{0};

}  // namespace

prim::Status detail::write_more(Descriptor fd, const char* first, usize more) noexcept {
  const char* const last = first + more;
  unsigned refusals = 0;
  while (true) {
    offer.piece.buf = reinterpret_cast<const prim::Byte*>(last - more);
    set_size(more + 1);
    const prim::Status status = prim::write(wasi::Fd(fd.value), offer.piece, offer.taken);
    const usize before = more;
    more -= offer.taken;
    // Not so when all is written, nothing was taken, or more than there was.
    if (more < before) continue;
    if (is_worth_another_try(status)) {
      refusals += refusal;
      if (refusals != 0) continue;
    }
    if (more == none) return prim::ok;
    // A host that took nothing, or more than there was, has failed to say why.
    return status != prim::ok ? status : prim::status(wasi::Errno::io);
  }
}

}  // namespace barewasi
