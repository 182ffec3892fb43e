// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Files by path. A WASI program can reach only what lies below the directories
// that the host opened for it (its preopens), each under a name; here a path is
// looked up in the preopen whose name is its longest beginning.

#include <wasi/preview1.hpp>

namespace barewasi {

/// The directory that the host opened under `name`, compared without leading
/// "./" and "/" on either side. `noent` when there is none.
[[nodiscard]] wasi::Result<wasi::Fd> preopen(witx::Str name) noexcept;

/// Opens an existing file for reading, nothing else. `noent` when no preopen
/// leads there. Whoever opens closes.
[[nodiscard]] wasi::Result<wasi::Fd> open_to_read(witx::Str path) noexcept;

/// Reads up to `room.size()` bytes; returns how many, 0 at the end of the input.
/// Interruptions are retried. An empty room is `inval`.
[[nodiscard]] wasi::Result<wasi::Size> read_some(wasi::Fd fd, witx::Span<char> room) noexcept;

/// Gives a descriptor back.
[[nodiscard]] wasi::Result<> close(wasi::Fd fd) noexcept;

}  // namespace barewasi
