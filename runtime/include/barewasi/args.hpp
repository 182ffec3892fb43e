// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the host told the program when it started it. Programs whose main takes
// argc and argv need nothing from here.
//
// Both lists are read at the first call and live as long as the program does.
// When the host cannot provide them the program ends with a line on stderr and
// status 71.

#include <wasi/preview1.hpp>

namespace barewasi {

/// A list of zero-terminated strings; the pointer after the last is null.
using StringList = witx::Span<char* const>;

/// The program's name and its arguments. Imports args_get and args_sizes_get.
[[nodiscard]] StringList args() noexcept;

/// Every "NAME=value" of the environment. Imports environ_get and environ_sizes_get.
[[nodiscard]] StringList environment() noexcept;

/// The value of `name` in the environment, or nullptr when it is not set.
[[nodiscard]] const char* environment_value(witx::Str name) noexcept;

}  // namespace barewasi
