// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/random.hpp"

#include "../host.h"

namespace barewasi {

wasi::Result<> random_bytes(witx::Span<witx::u8> buffer) noexcept {
  // Browsers give no more than this at a time.
  constexpr witx::usize most = 65536;
  witx::u8* at = buffer.data();
  for (witx::usize left = buffer.size(); left != 0;) {
    const witx::usize size = left < most ? left : most;
    const auto given = host::random({at, size});
    if (!given) return given;
    at += size;
    left -= size;
  }
  return {};
}

}  // namespace barewasi
