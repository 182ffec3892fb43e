// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The few types that every other header here is written in.
//
// This header and those that a first program needs (io.hpp, panic.hpp, exit.hpp,
// heap.hpp, args.hpp) are C++17, which is clang's default. Whatever uses WASI's own
// types needs C++20, and is there only from C++20 on: files.hpp, and the overloads of detail/typed_io.hpp.

#ifdef __wasm64__
#error "barewasi is for wasm32: preview 1 has pointers of 32 bits"
#endif
#ifdef _REENTRANT
#error "barewasi is for programs without threads: compile and link without -pthread"
#endif

#include <barewasi/detail/text.hpp>

namespace barewasi {

// One of each, whoever asks: barewasi::u32 is witx::u32, and barewasi::Str the Str of
// every generated header.
using witx::s16, witx::s32, witx::s64, witx::s8;
using witx::Str;
using witx::u16, witx::u32, witx::u64, witx::u8, witx::usize;
using s128 = __int128_t;
using u128 = __uint128_t;

namespace detail {

template <class...>
using VoidT = void;

template <class T>
T declval() noexcept;

template <bool holds>
struct EnableIfHolds {};
template <>
struct EnableIfHolds<true> {
  using Type = void;
};
/// No type at all unless the condition holds.
template <bool holds>
using EnableIf = typename EnableIfHolds<holds>::Type;

/// Whether T has data() and size(), and they are text.
template <class T, class = void>
inline constexpr bool is_text = false;
template <class T>
inline constexpr bool
    is_text<T, VoidT<decltype(Str(declval<const T&>().data(), static_cast<usize>(declval<const T&>().size())))>> = true;

}  // namespace detail

/// Memory for text: a pointer and a number of bytes that may be written.
class MutableSpan {
 public:
  constexpr MutableSpan(char* data, usize size) noexcept : data_(data), size_(size) {}
  template <usize size>
  constexpr MutableSpan(char (&buffer)[size]) noexcept : data_(buffer), size_(size) {}
  template <class T, class = decltype(static_cast<char*>(detail::declval<T&>().data()))>
  constexpr MutableSpan(T& items) noexcept : data_(items.data()), size_(static_cast<usize>(items.size())) {}

  [[nodiscard]] constexpr char* data() const noexcept { return data_; }
  [[nodiscard]] constexpr usize size() const noexcept { return size_; }

 private:
  char* data_ = nullptr;
  usize size_ = 0;
};

/// What the host calls an open file, a directory or a stream. A wasi::Fd is one.
struct Descriptor {
  constexpr explicit Descriptor(u32 number) noexcept : value(number) {}
  template <class Handle, class = decltype(detail::declval<Handle>().value)>
  constexpr Descriptor(Handle handle) noexcept : value(handle.value) {}

  u32 value = 0;
};

inline constexpr Descriptor standard_output{1};
inline constexpr Descriptor standard_error{2};

}  // namespace barewasi
