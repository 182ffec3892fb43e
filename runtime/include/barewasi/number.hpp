// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Numbers in other shapes than print's own, and texts as numbers.
//
//   print(fixed(price, 2), " ", scientific(mass, 4), " ", significant(ratio, 3), "\n");
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

/// How many digits are shown where `precision` are asked for: after 1,100 a double has
/// only zeros.
[[nodiscard]] constexpr int places(unsigned precision) noexcept {
  constexpr unsigned most = 1100;
  return static_cast<int>(precision < most ? precision : most);
}

void fixed_digits(double magnitude, int places, Digits& out) noexcept;
void scientific_digits(double magnitude, int places, Digits& out) noexcept;
/// "e+05".
[[nodiscard]] Str exponent_text(char (&buffer)[8], int exponent) noexcept;

/// Writes the sign; for what is not a number that has digits, all of it, and false.
template <class Out>
bool begin_number(Out& out, double value) noexcept {
  if (__builtin_signbit(value)) out.write("-");
  if (!__builtin_isfinite(value)) out.write(value != value ? Str("nan") : Str("inf"));
  return __builtin_isfinite(value);
}

/// The digits of `from` that follow each other from `begin` on, or zeros where it has
/// none: at least one, and none from `end` on.
[[nodiscard]] Str digits_from(const Digits& from, int begin, int end) noexcept;

/// Digits of `from`, and zeros where it has none, from `begin` up to `end`.
template <class Out>
void put_digits(Out& out, const Digits& from, int begin, int end) noexcept {
  while (begin < end) {
    const Str run = digits_from(from, begin, end);
    out.write(run);
    begin += static_cast<int>(run.size());
  }
}

/// "1.25e+03", with this many digits after the point.
template <class Out>
void put_scientific(Out& out, const Digits& digits, int places) noexcept {
  put_digits(out, digits, 0, 1);
  if (places != 0) {
    out.write(".");
    put_digits(out, digits, 1, 1 + places);
  }
  char exponent[8];
  out.write(exponent_text(exponent, digits.count == 0 ? 0 : digits.point - 1));
}

}  // namespace detail

/// A number to be shown with a given number of digits after the point, of which 1,100
/// count.
struct Fixed {
  double value = 0;
  unsigned precision = 0;
};
[[nodiscard]] constexpr Fixed fixed(double value, unsigned precision) noexcept { return {value, precision}; }

/// As "1.2500e+03", with this many digits after the point, of which 1,100 count.
struct Scientific {
  double value = 0;
  unsigned precision = 0;
};
[[nodiscard]] constexpr Scientific scientific(double value, unsigned precision) noexcept { return {value, precision}; }

/// As C's "%g": rounded to this many digits, counted from the first that is not 0; the
/// zeros at the end are left out. With an exponent where it is below -4, or the digits do
/// not reach the point.
struct Significant {
  double value = 0;
  unsigned digits = 0;
};
[[nodiscard]] constexpr Significant significant(double value, unsigned digits) noexcept { return {value, digits}; }

template <class Out>
void show(Out& out, Fixed number) noexcept {
  if (!detail::begin_number(out, number.value)) return;
  const int places = detail::places(number.precision);
  detail::Digits digits;
  detail::fixed_digits(__builtin_fabs(number.value), places, digits);
  detail::put_digits(out, digits, digits.point > 0 ? 0 : digits.point - 1, digits.point);
  if (places == 0) return;
  out.write(".");
  detail::put_digits(out, digits, digits.point, digits.point + places);
}

template <class Out>
void show(Out& out, Scientific number) noexcept {
  if (!detail::begin_number(out, number.value)) return;
  const int places = detail::places(number.precision);
  detail::Digits digits;
  detail::scientific_digits(__builtin_fabs(number.value), places, digits);
  detail::put_scientific(out, digits, places);
}

template <class Out>
void show(Out& out, Significant number) noexcept {
  if (!detail::begin_number(out, number.value)) return;
  const int most = detail::places(number.digits == 0 ? 1 : number.digits);
  detail::Digits digits;
  detail::scientific_digits(__builtin_fabs(number.value), most - 1, digits);
  while (digits.count != 0 && digits.digits[digits.count - 1] == '0') --digits.count;
  if (digits.count != 0 && (digits.point <= -4 || digits.point > most)) {
    detail::put_scientific(out, digits, digits.count - 1);
    return;
  }
  detail::put_digits(out, digits, digits.point > 0 ? 0 : digits.point - 1, digits.point);
  if (digits.count <= digits.point) return;
  out.write(".");
  detail::put_digits(out, digits, digits.point, digits.count);
}

}  // namespace barewasi

#if __cplusplus >= 202002L
#include <barewasi/detail/parse.hpp>
#endif
