// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the texts of floating-point numbers have in common, however many digits there are.
// They are written from their end, as lines are.

#include "barewasi/number.hpp"

namespace barewasi::number {

/// A number above 0, or 0: `mantissa` times 2 to the power of `exponent`.
struct Binary {
  u64 mantissa = 0;
  int exponent = 0;
  /// The number is the smallest of its power of two: the next lower one is only
  /// half as far away as the next higher one.
  bool lower_is_near = false;
};

/// How a type stores numbers: the bits of the mantissa, and the exponent of its lowest bit
/// in the smallest numbers.
template <class Float>
struct Format {
  static constexpr bool is_double = sizeof(Float) == sizeof(u64);
  using Bits = typename detail::Conditional<is_double, u64, u32>::Type;
  static constexpr int mantissa_bits = is_double ? 53 : 24;
  static constexpr int smallest = is_double ? -1074 : -149;
  /// Also what is above the exponent of every number.
  static constexpr Bits infinite = static_cast<Bits>(is_double ? u64{0x7ff} << 52 : u64{0xff} << 23);
};

template <class Float>
[[nodiscard, gnu::always_inline]] inline Binary binary(typename Format<Float>::Bits bits) noexcept {
  using F = Format<Float>;
  const auto exponent = static_cast<int>(bits >> (F::mantissa_bits - 1));
  constexpr auto first_bit = u64{1} << (F::mantissa_bits - 1);
  const u64 fraction = bits & (first_bit - 1);
  if (exponent == 0) return {fraction, F::smallest, false};
  return {fraction | first_bit, exponent + F::smallest - 1, fraction == 0 && exponent > 1};
}

/// The text of a number before `end`, with its sign; `digits_before` writes the digits of
/// what has some.
template <class Float, class Digits>
[[nodiscard, gnu::always_inline]] inline char* signed_before(char* end, Float value, Digits digits_before) noexcept {
  using F = Format<Float>;
  const auto bits = __builtin_bit_cast(typename F::Bits, value);
  constexpr auto sign = static_cast<typename F::Bits>(~(~typename F::Bits{0} >> 1));
  const auto magnitude = static_cast<typename F::Bits>(bits & ~sign);
  if (magnitude < F::infinite) {
    end = digits_before(end, binary<Float>(magnitude));
  } else {
    end -= 3;
    __builtin_memcpy(end, magnitude == F::infinite ? "inf" : "nan", 3);
  }
  if (bits != magnitude) *--end = '-';
  return end;
}

/// The digits of the whole number that is nearest to a number times 10^p, before `end`: a
/// tie goes to the even one. However many they are.
[[nodiscard]] char* exact_before(char* end, const Binary& number, int p) noexcept;

/// Puts a point behind the first `point` of the digits from `first` up to `end`, and zeros
/// before them if it is 0 or less; no point where nothing follows. Returns the new first.
[[nodiscard]] char* set_point(char* first, const char* end, int point) noexcept;

}  // namespace barewasi::number
