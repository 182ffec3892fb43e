// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The few types that every other header here is written in.
//
// This header and those that a first program needs (io.hpp, panic.hpp, exit.hpp,
// heap.hpp, args.hpp) are C++17, which is what clang assumes when nobody names a
// version. What speaks in the types of WASI itself needs C++20 and appears where
// that is chosen: files.hpp, and the overloads of detail/typed_io.hpp.

#ifdef _REENTRANT
#error "barewasi is for programs without threads: compile and link without -pthread"
#endif

namespace barewasi {

using usize = __SIZE_TYPE__;
using i64 = __INT64_TYPE__;
using u32 = __UINT32_TYPE__;
using u64 = __UINT64_TYPE__;
using i128 = __int128_t;
using u128 = __uint128_t;

namespace detail {

template <class...>
using Void = void;

template <class T>
T value_of() noexcept;

template <bool holds>
struct Require {};
template <>
struct Require<true> {
  using Type = void;
};
/// No type at all unless the condition holds.
template <bool holds>
using Requires = typename Require<holds>::Type;

/// Whether T has data() and size(), and they are text.
template <class T, class = void>
inline constexpr bool is_text = false;

/// How long a text is that ends at its first zero, of which `most` bytes are there to be read.
[[nodiscard]] usize length_within(const char* text, usize most) noexcept;

/// How long the text in an array is: it ends at its first zero, or fills the array. The
/// compiler knows that of a literal, as far as it looks.
template <usize size>
[[nodiscard, gnu::always_inline]] constexpr usize array_length(const char (&array)[size]) noexcept {
  constexpr usize as_far_as_it_looks = 128;
  if constexpr (size <= as_far_as_it_looks) {
    if (__builtin_constant_p(array[0] + array[size - 1])) {
      usize length = 0;
      while (length != size && array[length] != 0) ++length;
      return length;
    }
  } else if (array[size - 1] == 0) {
    return __builtin_strlen(array);
  }
  return length_within(array, size);
}

}  // namespace detail

/// Text that belongs to someone else: a pointer and a number of bytes. No zero
/// ends it.
class Str {
 public:
  /// Lets the generated headers' own Str and Span be made from one of these.
  using is_view = void;

  constexpr Str() noexcept = default;

#if __cplusplus >= 202002L
  /// A literal, without its final zero. Of another array nothing says how much is text:
  /// say Str(array, size).
  template <usize size>
  consteval Str(const char (&literal)[size]) noexcept : data_(literal), size_(size - 1) {
    if (literal[size - 1] != 0) __builtin_trap();
  }
#else
  /// A literal. C++17 cannot tell it from another array: the text ends at its first zero.
  template <usize size>
  [[gnu::always_inline]] constexpr Str(const char (&literal)[size]) noexcept
      : data_(literal), size_(detail::array_length(literal)) {}
#endif

  /// A buffer: nothing says how much of it is text. Say Str(buffer, size).
  template <usize size>
  Str(char (&buffer)[size]) = delete;

  [[gnu::always_inline]] constexpr Str(const char* data, usize size) noexcept : data_(data), size_(size) {}

  /// Anything with data() and size(), which has to outlive this.
  template <class T, class = detail::Requires<detail::is_text<T>>>
  [[gnu::always_inline]] constexpr Str(const T& text) noexcept
      : data_(text.data()), size_(static_cast<usize>(text.size())) {}

  [[nodiscard]] constexpr const char* data() const noexcept { return data_; }
  [[nodiscard]] constexpr usize size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr const char* begin() const noexcept { return data_; }
  [[nodiscard]] constexpr const char* end() const noexcept { return data_ + size_; }

 private:
  const char* data_ = nullptr;
  usize size_ = 0;
};

/// Memory for text: a pointer and a number of bytes that may be written.
class MutableSpan {
 public:
  constexpr MutableSpan(char* data, usize size) noexcept : data_(data), size_(size) {}
  template <usize size>
  constexpr MutableSpan(char (&buffer)[size]) noexcept : data_(buffer), size_(size) {}
  template <class T, class = decltype(static_cast<char*>(detail::value_of<T&>().data()))>
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
  template <class Handle, class = decltype(detail::value_of<Handle>().value)>
  constexpr Descriptor(Handle handle) noexcept : value(handle.value) {}

  u32 value = 0;
};

inline constexpr Descriptor standard_output{1};
inline constexpr Descriptor standard_error{2};

namespace detail {

template <class T>
inline constexpr bool
    is_text<T, Void<decltype(Str(value_of<const T&>().data(), static_cast<usize>(value_of<const T&>().size())))>> =
        true;

}  // namespace detail

}  // namespace barewasi
