// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../prim.h"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

// A descriptor may say "not now" for as long as its reader takes; that is not
// an error, but neither may a program that can only wait hang for ever. So many
// refusals take seconds on the slowest engine.
constexpr unsigned patience = 1u << 24;

// The call's memory is static because there is nothing to recurse into, and a
// frame on the stack is a good part of what the smallest programs weigh.
constinit wasi::Ciovec piece;
constinit wasi::Size written = 0;

constexpr bool is_worth_another_try(prim::Status status) noexcept {
  return status == prim::status(wasi::Errno::intr) || status == prim::status(wasi::Errno::again);
}

}  // namespace

prim::Status detail::write_bytes(Descriptor fd, const char* next, usize left) noexcept {
  unsigned refusals_left = patience;
  while (left != 0) {
    piece = wasi::Ciovec(Str(next, left));
    const prim::Status status = prim::write(wasi::Fd(fd.value), piece, written);
    if (status != prim::ok) {
      if (!is_worth_another_try(status) || --refusals_left == 0) return status;
      continue;
    }
    // A host that took nothing, or more than there was, has failed to say why.
    const usize taken = written;
    if (taken == 0 || taken > left) return prim::status(wasi::Errno::io);
    next += taken;
    left -= taken;
  }
  return prim::ok;
}

}  // namespace barewasi
