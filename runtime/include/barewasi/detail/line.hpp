// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Parts whose longest text is known when they are compiled: literals, char, bool,
// numbers, pointers. A line of nothing but these needs no writer that counts and
// flushes. It is made from its end towards its beginning, which is how digits
// come, so that every part is written once, straight to where it stays.

#include <barewasi/detail/traits.hpp>

namespace barewasi {

/// An integer to be shown in hexadecimal; made by hex().
struct Hex {
  u64 value = 0;
  unsigned width = 0;
};

/// An integer to be shown in binary; made by bin().
struct Bin {
  u64 value = 0;
  unsigned width = 0;
};

/// What hex() and bin() make of an integer of 128 bits.
struct WideHex {
  u128 value = 0;
  unsigned width = 0;
};
struct WideBin {
  u128 value = 0;
  unsigned width = 0;
};

namespace detail {

// Write text so that the last one lies before `end`; return where its first byte is.
[[nodiscard]] char* bytes_before(char* end, const char* bytes, usize size) noexcept;
[[nodiscard]] char* decimal_before(char* end, s64 value) noexcept;
[[nodiscard]] char* decimal_before(char* end, u64 value) noexcept;
[[nodiscard]] char* decimal_before(char* end, s128 value) noexcept;
[[nodiscard]] char* decimal_before(char* end, u128 value) noexcept;
[[nodiscard]] char* hexadecimal_before(char* end, u64 value, unsigned width) noexcept;
[[nodiscard]] char* hexadecimal_before(char* end, u128 value, unsigned width) noexcept;
[[nodiscard]] char* binary_before(char* end, u64 value, unsigned width) noexcept;
[[nodiscard]] char* binary_before(char* end, u128 value, unsigned width) noexcept;
/// The fewest digits from which the same number is read again.
[[nodiscard]] char* shortest_before(char* end, double value) noexcept;
[[nodiscard]] char* shortest_before(char* end, float value) noexcept;

[[nodiscard]] inline Str between(const char* first, const char* end) noexcept {
  return Str(first, static_cast<usize>(end - first));
}

template <class T>
inline constexpr bool is_hexadecimal = is_same<T, Hex> || is_same<T, WideHex>;
template <class T>
inline constexpr bool is_binary = is_same<T, Bin> || is_same<T, WideBin>;

/// What only the running program knows. Small enough that sums do not overflow.
inline constexpr usize unbounded = 1u << 16;

template <class Part>
[[nodiscard]] constexpr usize most_bytes_of() noexcept {
  using T = RemoveConst<Part>;
  if constexpr (is_array<Part>) {
    // Without the zero that a literal has, and a full array has not.
    return sizeof(Part);
  } else if constexpr (is_same<T, char>) {
    return 1;
  } else if constexpr (is_same<T, bool>) {
    return sizeof "false" - 1;
  } else if constexpr (is_integer<T>) {
    // A byte is less than two and a half digits; one more for the sign, one for the half.
    return sizeof(T) * 5 / 2 + 2;
  } else if constexpr (is_hexadecimal<T>) {
    return 2 * sizeof(T::value);
  } else if constexpr (is_binary<T>) {
    return 8 * sizeof(T::value);
  } else if constexpr (is_floating<T>) {
    return sizeof "-1.2345678901234567e-308" - 1;
  } else if constexpr (is_pointer<T> && !is_zero_terminated<T>) {
    return sizeof "0x" - 1 + 2 * sizeof(T);
  } else {
    return unbounded;
  }
}

/// How long the text of a part can be; `unbounded` where nothing limits it.
template <class Part>
inline constexpr usize most_bytes = most_bytes_of<Part>();

/// What a line may take of the stack, or of memory.
inline constexpr usize line_bytes = 256;

/// Whether these parts can be made into one line.
template <class... Parts>
inline constexpr bool is_line = (most_bytes<Parts> + ... + 0) <= line_bytes;

/// A literal, or another array. What is a byte or two is stored; to call somebody for it
/// would be longer.
template <usize size>
[[nodiscard, gnu::always_inline]] inline char* text_before(char* end, const char (&text)[size]) noexcept {
  const usize length = array_length(text);
  if constexpr (size <= 3) {
    end -= length;
    __builtin_memcpy(end, text, length);
    return end;
  } else {
    return bytes_before(end, text, length);
  }
}

/// Writes the text of a bounded part so that it ends before `end`; returns where it begins.
template <class Part>
[[nodiscard, gnu::always_inline]] inline char* part_before(char* end, Part& part) noexcept {
  using T = RemoveConst<Part>;
  static_assert(most_bytes<Part> < unbounded);
  if constexpr (is_array<Part>) {
    return text_before(end, part);
  } else if constexpr (is_same<T, char>) {
    *--end = part;
    return end;
  } else if constexpr (is_same<T, bool>) {
    return part ? text_before(end, "true") : text_before(end, "false");
  } else if constexpr (is_integer<T>) {
    return decimal_before(end, static_cast<Wide<T>>(part));
  } else if constexpr (is_hexadecimal<T>) {
    return hexadecimal_before(end, part.value, part.width);
  } else if constexpr (is_binary<T>) {
    return binary_before(end, part.value, part.width);
  } else if constexpr (is_floating<T>) {
    return shortest_before(end, part);
  } else {
    return text_before(hexadecimal_before(end, u64{reinterpret_cast<__UINTPTR_TYPE__>(part)}, 2 * sizeof(T)), "0x");
  }
}

[[nodiscard, gnu::always_inline]] inline char* line_before(char* end) noexcept { return end; }

/// Writes the texts of bounded parts, in order, so that the last one ends before `end`.
template <class First, class... Rest>
[[nodiscard, gnu::always_inline]] inline char* line_before(char* end, First& first, Rest&... rest) noexcept {
  return part_before(line_before(end, rest...), first);
}

}  // namespace detail

}  // namespace barewasi
