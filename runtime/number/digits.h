// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The decimal digits of a floating-point number, exactly: as many as it takes to
// tell it from its neighbours, or as many as are asked for.

#include "barewasi/number.hpp"

namespace barewasi::number {

/// A number above 0, `mantissa` times 2 to the power of `exponent`.
struct Binary {
  u64 mantissa = 0;
  int exponent = 0;
  /// The number is the smallest of its power of two: the next lower one is only
  /// half as far away as the next higher one.
  bool lower_is_near = false;
};

[[nodiscard]] Binary binary(double magnitude) noexcept;
[[nodiscard]] Binary binary(float magnitude) noexcept;

/// The digits of a whole number, none for 0, that is to be taken times 10 to the power
/// of `exponent`.
void set_digits(u64 whole, int exponent, detail::Digits& out) noexcept;

/// `count` digits counted from the first (`from_the_point` false) or from the
/// decimal point, or all if that is fewer; rounded to nearest, a tie to even.
void exact(const Binary& number, int count, bool from_the_point, detail::Digits& out) noexcept;

}  // namespace barewasi::number
