// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The arguments and the environment. Programs whose main takes argc and argv need
// nothing from here for their arguments.
//
// A program that calls these functions reads both lists before its constructors and
// main; they live as long as the program. If the host cannot provide them, the program
// ends with a line on stderr and status 71.

#include <barewasi/detail/traits.hpp>

namespace barewasi {

/// The text of a zero-terminated string, such as an argument.
[[nodiscard]] inline Str text_of(const char* zero_terminated) noexcept { return detail::text(zero_terminated); }

/// Zero-terminated strings, and a null pointer after the last one. A range.
class StringList {
 public:
  struct End {};

  constexpr explicit StringList(char* const* strings) noexcept : strings_(strings) {}

  [[nodiscard]] constexpr char* const* begin() const noexcept { return strings_; }
  [[nodiscard]] constexpr End end() const noexcept { return {}; }
  /// Any index up to size(), where the null pointer is.
  [[nodiscard]] constexpr char* operator[](usize index) const noexcept { return strings_[index]; }

  /// How many there are; they are counted each time.
  [[nodiscard]] constexpr usize size() const noexcept {
    usize count = 0;
    while (strings_[count] != nullptr) ++count;
    return count;
  }

  friend constexpr bool operator==(char* const* at, End) noexcept { return *at == nullptr; }
  friend constexpr bool operator!=(char* const* at, End) noexcept { return *at != nullptr; }

 private:
  char* const* strings_;
};

/// The program's name and its arguments. Imports args_get and args_sizes_get.
[[nodiscard]] StringList args() noexcept;

/// Every "NAME=value" of the environment. Imports environ_get and environ_sizes_get.
[[nodiscard]] StringList environment() noexcept;

/// The value of `name` in the environment, or nullptr when it is not set.
[[nodiscard]] const char* environment_value(Str name) noexcept;

}  // namespace barewasi
