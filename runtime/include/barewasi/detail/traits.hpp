// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The questions that format.hpp asks about types. There is no standard library
// to ask.

#include <barewasi/core.hpp>

namespace barewasi::detail {

template <class A, class B>
inline constexpr bool is_same = false;
template <class T>
inline constexpr bool is_same<T, T> = true;

template <bool condition, class Then, class Else>
struct Conditional {
  using Type = Then;
};
template <class Then, class Else>
struct Conditional<false, Then, Else> {
  using Type = Else;
};

/// T without a reference.
template <class T>
struct RemoveReferenceOf {
  using Type = T;
};
template <class T>
struct RemoveReferenceOf<T&> {
  using Type = T;
};
template <class T>
using RemoveReference = typename RemoveReferenceOf<T>::Type;

/// T without const.
template <class T>
struct RemoveConstOf {
  using Type = T;
};
template <class T>
struct RemoveConstOf<const T> {
  using Type = T;
};
template <class T>
using RemoveConst = typename RemoveConstOf<T>::Type;

/// Every integer type with its unsigned sibling; bool and char are not numbers.
template <class T>
struct IntegerTraits {
  static constexpr bool is_integer = false;
};
template <class U>
struct IsInteger {
  static constexpr bool is_integer = true;
  using Unsigned = U;
};
template <>
struct IntegerTraits<signed char> : IsInteger<unsigned char> {};
template <>
struct IntegerTraits<unsigned char> : IsInteger<unsigned char> {};
template <>
struct IntegerTraits<short> : IsInteger<unsigned short> {};
template <>
struct IntegerTraits<unsigned short> : IsInteger<unsigned short> {};
template <>
struct IntegerTraits<int> : IsInteger<unsigned int> {};
template <>
struct IntegerTraits<unsigned int> : IsInteger<unsigned int> {};
template <>
struct IntegerTraits<long> : IsInteger<unsigned long> {};
template <>
struct IntegerTraits<unsigned long> : IsInteger<unsigned long> {};
template <>
struct IntegerTraits<long long> : IsInteger<unsigned long long> {};
template <>
struct IntegerTraits<unsigned long long> : IsInteger<unsigned long long> {};
template <>
struct IntegerTraits<s128> : IsInteger<u128> {};
template <>
struct IntegerTraits<u128> : IsInteger<u128> {};

template <class T>
inline constexpr bool is_integer = IntegerTraits<T>::is_integer;

template <class T>
using Unsigned = typename IntegerTraits<T>::Unsigned;

template <class T>
inline constexpr bool is_signed = static_cast<T>(-1) < static_cast<T>(0);

/// Of those with 64 or 128 bits, the type that holds every value of T.
template <class T>
using Wide = typename Conditional<(sizeof(T) > sizeof(u64)), typename Conditional<is_signed<T>, s128, u128>::Type,
                                  typename Conditional<is_signed<T>, s64, u64>::Type>::Type;

/// A literal, or another array: its text ends at its first zero, or fills it.
template <class T>
inline constexpr bool is_array = false;
template <usize size>
inline constexpr bool is_array<const char[size]> = true;

template <class T>
inline constexpr bool is_pointer = false;
template <class T>
inline constexpr bool is_pointer<T*> = true;

template <class T>
inline constexpr bool is_zero_terminated = is_same<T, char*> || is_same<T, const char*>;

/// An enumeration whose values have names, as the generated ones do.
template <class T, class = void>
inline constexpr bool has_name = false;
template <class T>
inline constexpr bool has_name<T, VoidT<decltype(Str(name(declval<T>())))>> = __is_enum(T);

/// An enumeration of bits, as the generated flags are.
template <class T, class = void>
inline constexpr bool has_flags = false;
template <class T>
inline constexpr bool has_flags<T, VoidT<decltype(describe(declval<T>()).known_bits)>> = __is_enum(T);

/// What is held by value, and not by its address: a bit of a word has none, and neither
/// has a constant that is only declared.
template <class T>
inline constexpr bool is_scalar = is_integer<T> || is_same<T, char> || is_same<T, bool> || is_same<T, float> ||
                                  is_same<T, double> || is_pointer<T> || __is_enum(T);

template <class T>
inline constexpr bool is_floating = is_same<T, double> || is_same<T, float>;

/// Made by left() and right(). It is not left to show(): what is padded may not
/// show at all, and the compiler should say so of that type.
template <class T>
inline constexpr bool is_padded = false;

/// A type that has a function show(out, value) beside it.
template <class Out, class T, class = void>
inline constexpr bool has_show = false;
template <class Out, class T>
inline constexpr bool has_show<Out, T, VoidT<decltype(show(declval<Out&>(), declval<T&>()))>> = true;

/// Always false; its name and T are what the compiler prints.
template <class T>
inline constexpr bool can_be_shown = false;

/// Whether a part is text as it is, with nothing to be formatted.
template <class Part>
inline constexpr bool is_any_text =
    is_array<Part> || is_text<RemoveConst<Part>> || is_zero_terminated<RemoveConst<Part>>;

[[nodiscard]] usize length_of(const char* zero_terminated) noexcept;

/// What a null pointer shows as.
[[nodiscard, gnu::always_inline]] inline const char* or_null(const char* text) noexcept {
  return text != nullptr ? text : "(null)";
}

template <class Part>
[[gnu::always_inline]] inline Str text(Part& part) noexcept {
  if constexpr (is_array<Part>) {
    return Str(&part[0], array_length(part));
  } else if constexpr (is_zero_terminated<RemoveConst<Part>>) {
    const char* const shown = or_null(part);
    return Str(shown, length_of(shown));
  } else {
    return Str(part);
  }
}

}  // namespace barewasi::detail
