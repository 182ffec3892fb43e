// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A result as the standard library's own, in a program that has one. The header itself never includes it.
#include <expected>
#include <type_traits>
#include <wasi/preview1.hpp>

namespace {

using wasi::Errno;
using wasi::Result;
using wasi::Size;

static_assert(std::is_same_v<decltype(witx::to<std::expected>(Result<Size>())), std::expected<Size, Errno>>);
static_assert(witx::to<std::expected>(Result<Size>(Size{7})).value() == 7);
static_assert(witx::to<std::expected>(Result<Size>(Errno::badf)).error() == Errno::badf);
static_assert(witx::to<std::expected>(Result<wasi::Fd>(wasi::Fd(3))).value() == wasi::Fd(3));

static_assert(std::is_same_v<decltype(witx::to<std::expected>(Result<>())), std::expected<void, Errno>>);
static_assert(witx::to<std::expected>(Result<>()).has_value());
static_assert(witx::to<std::expected>(Result<>(Errno::nosys)).error() == Errno::nosys);

}  // namespace
