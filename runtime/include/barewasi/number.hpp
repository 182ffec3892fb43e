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

/// Room for any number with these: the largest has 309 digits before the point, and all
/// have a sign, a point and an exponent.
struct PreciseBuffer {
  char bytes[1424];
};

// The text of a number, made in `buffer`.
[[nodiscard]] Str fixed_text(PreciseBuffer& buffer, double value, unsigned precision) noexcept;
[[nodiscard]] Str scientific_text(PreciseBuffer& buffer, double value, unsigned precision) noexcept;
[[nodiscard]] Str significant_text(PreciseBuffer& buffer, double value, unsigned digits) noexcept;

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

namespace detail {

template <>
inline constexpr bool is_one_piece<Fixed> = true;
template <>
inline constexpr bool is_one_piece<Scientific> = true;
template <>
inline constexpr bool is_one_piece<Significant> = true;

}  // namespace detail

template <class Out>
void show(Out& out, Fixed number) noexcept {
  detail::PreciseBuffer buffer;
  out.write(detail::fixed_text(buffer, number.value, number.precision));
}

template <class Out>
void show(Out& out, Scientific number) noexcept {
  detail::PreciseBuffer buffer;
  out.write(detail::scientific_text(buffer, number.value, number.precision));
}

template <class Out>
void show(Out& out, Significant number) noexcept {
  detail::PreciseBuffer buffer;
  out.write(detail::significant_text(buffer, number.value, number.digits));
}

}  // namespace barewasi

#if __cplusplus >= 202002L
#include <barewasi/detail/parse.hpp>
#endif
