// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Random bytes, good enough for keys.

#include <barewasi/detail/wasi_types.hpp>

namespace barewasi {

/// Fills all of `buffer`.
[[nodiscard]] wasi::Result<> random_bytes(witx::Span<witx::u8> buffer) noexcept;

}  // namespace barewasi
