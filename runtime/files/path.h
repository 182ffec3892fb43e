// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Paths, as what they are: components in a row. A "/", any number of them, stands
// between two; "." and nothing are no components. So "/a//b/", "./a/b" and "a/./b"
// are one path, and "/", "." and "./" are the path without components.
//
// ".." is a component like any other, for only the host knows where a link leads.
//
// Nothing here calls anything: tests/runtime has it compiled for the host.

#include <wasi/preview1.hpp>

namespace barewasi {

/// Takes the first component off `path`; empty when there is none left.
[[nodiscard]] witx::Str take_component(witx::Str& path) noexcept;

/// `path` without what is not a component at either end; "." when it has no components.
[[nodiscard]] witx::Str trim_path(witx::Str path) noexcept;

/// How a path lies to a directory.
struct Below {
  /// How many components the directory's name has; less than 0 when the path is not below it.
  int components = -1;
  /// The path from there on, trimmed. Points into the path, or is ".".
  witx::Str rest;
};

/// A directory is below itself; a name without components has every path below it.
[[nodiscard]] Below below(witx::Str path, witx::Str directory) noexcept;

}  // namespace barewasi
