// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The directories the host opened for us: a list, read once, that lives as long
// as the program.

#include "barewasi/files.hpp"
#include "path.h"

namespace barewasi {

struct Preopen {
  Preopen* next = nullptr;
  wasi::Fd fd;
  witx::Str name;
};

/// Asks the host. In the order of the descriptors; null when there are none.
[[nodiscard]] Preopen* read_preopens() noexcept;

// preopen() and locate() of files.hpp, among those of a list.
[[nodiscard]] wasi::Result<wasi::Fd> preopen_among(const Preopen* first, witx::Str name) noexcept;
[[nodiscard]] wasi::Result<Location> locate_among(const Preopen* first, witx::Str path) noexcept;

/// The first of the list, which is read when it is first asked for.
[[nodiscard]] const Preopen* preopens() noexcept;

}  // namespace barewasi
