// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// All of fmt, for the program that is linked without shared libraries: Debian's
// package has a shared library, and the headers from which it is made.

#include <fmt/format-inl.h>

// What the headers promise to be instantiated elsewhere, and is used here.
template auto fmt::detail::thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template auto fmt::detail::decimal_point_impl<char>(locale_ref) -> char;
