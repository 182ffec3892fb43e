// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

static_assert(sizeof(detail::Piece) == sizeof(wasi::Ciovec));
static_assert(__builtin_offsetof(detail::Piece, data) == __builtin_offsetof(wasi::Ciovec, buf));
static_assert(__builtin_offsetof(detail::Piece, size) == __builtin_offsetof(wasi::Ciovec, buf_len));

}  // namespace

// All at once, which most engines take; what is left of them then, one by one. The
// attempt saves calls and decides nothing: where it failed, nothing was taken, and
// the pieces are asked for the reason.
host::Status detail::write_pieces(Descriptor fd, const Piece* first, usize count) noexcept {
  wasi::Size all_taken = 0;
  (void)host::write(wasi::Fd(fd.value), reinterpret_cast<const wasi::Ciovec*>(first), count, all_taken);
  usize taken = all_taken;
  const Piece* const end = first + count;
  do {
    if (taken < first->size) {
      const host::Status status = write_bytes(fd, first->data + taken, first->size - taken);
      if (status != host::ok) return status;
      taken = first->size;
    }
    taken -= first->size;
  } while (++first != end);
  // Not when more was taken than there was.
  return taken == 0 ? host::ok : host::status(wasi::Errno::io);
}

}  // namespace barewasi
