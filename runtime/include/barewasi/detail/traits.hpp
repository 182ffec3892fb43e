// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The questions that format.hpp asks about types. There is no standard library
// to ask.

#include <wasi/preview1.hpp>

namespace barewasi {

using usize = __SIZE_TYPE__;
using i64 = __INT64_TYPE__;
using u64 = __UINT64_TYPE__;

}  // namespace barewasi

namespace barewasi::detail {

using witx::Str;

template <class A, class B>
inline constexpr bool is_same = false;
template <class T>
inline constexpr bool is_same<T, T> = true;

template <bool condition, class Then, class Else>
struct Choose {
  using Type = Then;
};
template <class Then, class Else>
struct Choose<false, Then, Else> {
  using Type = Else;
};

/// T without a reference.
template <class T>
struct WithoutReference {
  using Type = T;
};
template <class T>
struct WithoutReference<T&> {
  using Type = T;
};
template <class T>
using Referred = typename WithoutReference<T>::Type;

/// T without const.
template <class T>
struct WithoutConst {
  using Type = T;
};
template <class T>
struct WithoutConst<const T> {
  using Type = T;
};
template <class T>
using Value = typename WithoutConst<T>::Type;

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

template <class T>
concept Integer = IntegerTraits<T>::is_integer;

template <Integer T>
using Unsigned = typename IntegerTraits<T>::Unsigned;

/// The 64-bit type that holds every value of T.
template <Integer T>
using Wide = typename Choose<(static_cast<T>(-1) < static_cast<T>(0)), i64, u64>::Type;

/// A literal is an array that cannot change. One that can is a buffer, and
/// nothing says how much of a buffer is text.
template <class T>
inline constexpr bool is_literal = false;
template <usize size>
inline constexpr bool is_literal<const char[size]> = true;

template <class T>
inline constexpr bool is_pointer = false;
template <class T>
inline constexpr bool is_pointer<T*> = true;

template <class T>
inline constexpr bool is_zero_terminated = is_same<T, char*> || is_same<T, const char*>;

template <class T>
concept Text = requires(const T& value) { Str(value.data(), value.size()); };

/// An enumeration whose values have names, as the generated ones do.
template <class T>
concept NamedEnum = __is_enum(T) && requires(T value) { Str(name(value)); };

template <class Out, class T>
concept HasShow = requires(Out out, T& value) { show(out, value); };

/// Always false; its name and T are what the compiler prints.
template <class T>
inline constexpr bool can_be_shown = false;

template <usize size>
constexpr Str text(const char (&literal)[size]) noexcept {
  return Str(static_cast<const char*>(literal), size - 1);
}
constexpr Str text(const Text auto& value) noexcept { return Str(value.data(), value.size()); }

/// True for one part that is a text already and needs no collecting.
template <class... Parts>
inline constexpr bool is_one_text = false;
template <class Part>
inline constexpr bool is_one_text<Part> = is_literal<Part> || Text<Value<Part>>;

}  // namespace barewasi::detail
