// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Numbers in other shapes than print's own, and texts as numbers.
//
//   print(fixed(price, 2), " ", scientific(mass, 4), " ", right(count, 8), "\n");
//   const auto port = parse<int>(text);
//   if (!port) panic("no port: ", text, ": ", port.error());
//
// All of it is exact: what is printed is the nearest to the number, a tie going
// to the even digit, and what is parsed is the nearest number to the text. parse()
// is there from C++20 on.

#include <barewasi/format.hpp>

namespace barewasi {

namespace detail {

/// Digits 0.DDD times 10 to the power of `point`; none for zero. A double has at
/// most 767, and what lies halfway between two of them one more.
struct Digits {
  static constexpr int capacity = 772;
  int count = 0;
  int point = 0;
  char digits[capacity];

  [[nodiscard]] char at(int index) const noexcept { return index >= 0 && index < count ? digits[index] : '0'; }
};

void fixed_digits(double magnitude, unsigned precision, Digits& out) noexcept;
void scientific_digits(double magnitude, unsigned precision, Digits& out) noexcept;
/// "e+05".
[[nodiscard]] Str exponent_text(char (&buffer)[8], int exponent) noexcept;

/// Writes the sign; for what is not a number that has digits, all of it, and false.
template <class Out>
bool begin_number(Out& out, double value) noexcept {
  if (__builtin_signbit(value)) out.write("-");
  if (!__builtin_isfinite(value)) out.write(value != value ? Str("nan") : Str("inf"));
  return __builtin_isfinite(value);
}

/// Digits of `from`, and zeros where it has none, from `begin` up to `end`.
template <class Out>
void put_digits(Out& out, const Digits& from, int begin, int end) noexcept {
  for (int i = begin; i < end; ++i) {
    const char digit = from.at(i);
    out.write(Str(&digit, 1));
  }
}

}  // namespace detail

/// A number to be shown with a given number of digits behind the point.
struct Fixed {
  double value = 0;
  unsigned precision = 0;
};
[[nodiscard]] constexpr Fixed fixed(double value, unsigned precision) noexcept { return {value, precision}; }

/// As "1.2500e+03", with this many digits behind the point.
struct Scientific {
  double value = 0;
  unsigned precision = 0;
};
[[nodiscard]] constexpr Scientific scientific(double value, unsigned precision) noexcept { return {value, precision}; }

template <class Out>
void show(Out& out, Fixed number) noexcept {
  if (!detail::begin_number(out, number.value)) return;
  detail::Digits digits;
  detail::fixed_digits(__builtin_fabs(number.value), number.precision, digits);
  detail::put_digits(out, digits, digits.point > 0 ? 0 : digits.point - 1, digits.point);
  if (number.precision == 0) return;
  out.write(".");
  detail::put_digits(out, digits, digits.point, digits.point + static_cast<int>(number.precision));
}

template <class Out>
void show(Out& out, Scientific number) noexcept {
  if (!detail::begin_number(out, number.value)) return;
  detail::Digits digits;
  detail::scientific_digits(__builtin_fabs(number.value), number.precision, digits);
  detail::put_digits(out, digits, 0, 1);
  if (number.precision != 0) {
    out.write(".");
    detail::put_digits(out, digits, 1, 1 + static_cast<int>(number.precision));
  }
  char exponent[8];
  out.write(detail::exponent_text(exponent, digits.count == 0 ? 0 : digits.point - 1));
}

}  // namespace barewasi

#if __cplusplus >= 202002L
#include <barewasi/detail/parse.hpp>
#endif
