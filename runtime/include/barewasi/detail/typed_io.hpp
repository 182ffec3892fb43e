// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The part of io.hpp that says which error there was. Included by io.hpp.

#include <barewasi/core.hpp>
#include <wasi/preview1.hpp>

namespace barewasi {

/// Writes all of `text`; on failure, why the host would not take the rest of it.
[[nodiscard]] inline wasi::Result<void> write_all(wasi::Fd fd, Str text) noexcept {
  return static_cast<wasi::Errno>(detail::write_bytes(fd, text.data(), text.size()));
}

}  // namespace barewasi
