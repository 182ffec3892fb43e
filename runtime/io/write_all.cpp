// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

// A descriptor may say "not now" for as long as its reader takes; that is not
// an error, but neither may a program that can only wait hang for ever. Counted
// in these, an unsigned number is full, and 0, after 2^22 refusals; that takes
// seconds on the slowest engine.
constexpr unsigned refusal = 1u << 10;

// The call's memory is static because there is nothing to recurse into, and a
// frame on the stack is a good part of what the smallest programs weigh.
constinit wasi::Ciovec piece;
constinit wasi::Size written = 0;

constexpr bool is_worth_another_try(prim::Status status) noexcept {
  return status == prim::status(wasi::Errno::intr) || status == prim::status(wasi::Errno::again);
}

}  // namespace

prim::Status detail::write_bytes(Descriptor fd, const char* bytes, usize size) noexcept {
  const char* const end = bytes + size;
  usize left = size;
  unsigned refusals = 0;
  while (left != 0) {
    piece = wasi::Ciovec(Str(end - left, left));
    const prim::Status status = prim::write(wasi::Fd(fd.value), piece, written);
    if (status == prim::ok) {
      const usize rest = left - written;
      // A host that took nothing, or more than there was, has failed to say why.
      if (rest >= left) return prim::status(wasi::Errno::io);
      left = rest;
    } else {
      refusals += refusal;
      if (!is_worth_another_try(status) || refusals == 0) return status;
    }
  }
  return prim::ok;
}

}  // namespace barewasi
