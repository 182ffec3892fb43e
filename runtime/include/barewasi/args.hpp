// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the host told the program when it started it. Programs whose main takes
// argc and argv need nothing from here.
//
// Both lists are read at the first call and live as long as the program does.
// When the host cannot provide them the program ends with a line on stderr and
// status 71.

#include <barewasi/core.hpp>

namespace barewasi {

/// Zero-terminated strings; the pointer after the last is null.
class StringList {
 public:
  constexpr StringList(char* const* strings, usize size) noexcept : strings_(strings), size_(size) {}

  [[nodiscard]] constexpr usize size() const noexcept { return size_; }
  [[nodiscard]] constexpr char* const* data() const noexcept { return strings_; }
  [[nodiscard]] constexpr char* const* begin() const noexcept { return strings_; }
  [[nodiscard]] constexpr char* const* end() const noexcept { return strings_ + size_; }
  /// Any index up to size(), where the null pointer is.
  [[nodiscard]] constexpr char* operator[](usize index) const noexcept { return strings_[index]; }

 private:
  char* const* strings_;
  usize size_;
};

/// The program's name and its arguments. Imports args_get and args_sizes_get.
[[nodiscard]] StringList args() noexcept;

/// Every "NAME=value" of the environment. Imports environ_get and environ_sizes_get.
[[nodiscard]] StringList environment() noexcept;

/// The value of `name` in the environment, or nullptr when it is not set.
[[nodiscard]] const char* environment_value(Str name) noexcept;

}  // namespace barewasi
