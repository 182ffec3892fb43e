// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "../host.h"
#include "barewasi/io.hpp"
#include "would_block.h"

// Replaced by wait_when_blocked.cpp's where the program is linked with that.
extern "C" [[gnu::weak]] void __barewasi_would_block(unsigned, bool) {}

namespace barewasi {
namespace {

// What one call hands over and gets back. On the stack, for a host may call the
// program again before it has read it.
struct alignas(16) Offer {
  wasi::Ciovec piece;
  wasi::Size taken;
};

// `size` bytes, of which none is taken, so that a call that fails has taken nothing
// without being asked about. With one store where they are side by side.
[[gnu::always_inline]] inline void set_size(Offer& offer, usize size) noexcept {
#ifdef __wasm__
  static_assert(__builtin_offsetof(Offer, taken) == __builtin_offsetof(Offer, piece.buf_len) + sizeof(wasi::Size));
  const u64 size_and_none = size;
  __builtin_memcpy(&offer.piece.buf_len, &size_and_none, sizeof size_and_none);
#else
  offer.piece.buf_len = static_cast<wasi::Size>(size);
  offer.taken = 0;
#endif
}

constexpr usize none = ~usize{0};

}  // namespace

// Before an empty text, and behind one that is all written, `more` wraps, and so does
// the address: neither is ever looked at.
__attribute__((no_sanitize("pointer-overflow"))) host::Status detail::write_bytes(Descriptor fd, const char* bytes,
                                                                                  usize size) noexcept {
  Offer offer;
  const char* const last = bytes + size - 1;
  // How many there are behind the next one.
  usize more = size - 1;
  unsigned refusals = 0;
  for (;;) {
    offer.piece.buf = reinterpret_cast<const host::Byte*>(last - more);
    set_size(offer, more + 1);
    const host::Status status = host::write(wasi::Fd(fd.value), &offer.piece, 1, offer.taken);
    refusals = is_refusal(status) ? refusals + refusal : 0;
    if (refusals != 0) __barewasi_would_block(fd.value, true);
    const usize before = more;
    more -= offer.taken;
    // Not less when all is written, nothing was taken, or more than there was.
    if ((static_cast<unsigned>(more < before) | refusals) != 0) continue;
    if (more == none) return host::ok;
    // A host that took nothing, or more than there was, has failed to say why.
    return status != host::ok ? status : host::status(wasi::Errno::io);
  }
}

}  // namespace barewasi
