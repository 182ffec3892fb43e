// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Random bytes, good enough for keys.

#include <barewasi/detail/wasi_types.hpp>

namespace barewasi {

/// Fills all of `room`.
[[nodiscard]] wasi::Result<> random_bytes(witx::Span<witx::u8> room) noexcept;

}  // namespace barewasi
