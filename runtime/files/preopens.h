// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The directories the host opened for us: a list, read once, that lives as long
// as the program.

#include "../prim.h"

namespace barewasi {

struct Preopen {
  Preopen* next = nullptr;
  wasi::Fd fd;
  /// Without leading "./" and "/": see strip_root.
  witx::Str name;
};

/// The first of the list, in the order of the descriptors; null when there are none.
[[nodiscard]] const Preopen* preopens() noexcept;

/// `path` without any leading "/", "./" and, alone, "."; what is left is
/// relative to whatever the host calls the root.
[[nodiscard]] witx::Str strip_root(witx::Str path) noexcept;

}  // namespace barewasi
