// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "barewasi/files.hpp"

namespace barewasi {

/// Opens what a path leads to, with just `rights`, and `below` for what is opened through it.
[[nodiscard]] UniqueFd open_at(witx::Str path, wasi::Oflags how, wasi::Rights rights, wasi::Rights below,
                               wasi::Fdflags flags) noexcept;

/// What a file to be written is asked to allow.
inline constexpr wasi::Rights file_to_write = wasi::Rights::fd_filestat_get | wasi::Rights::fd_seek |
                                              wasi::Rights::fd_tell | wasi::Rights::fd_write |
                                              wasi::Rights::fd_filestat_set_size;

}  // namespace barewasi
