// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Digits in the shape that people expect: 0.001, 12.5, 1e21.

#include "digits.h"

namespace barewasi::detail {
namespace {

// From here on a number has an exponent, as in JavaScript.
constexpr int largest_point = 21;
constexpr int smallest_point = -5;

char* append(char* at, Str text) noexcept {
  __builtin_memcpy(at, text.data(), text.size());
  return at + text.size();
}

char* append_digits(char* at, const Digits& digits, int begin, int end) noexcept {
  for (int i = begin; i < end; ++i) *at++ = digits.at(i);
  return at;
}

char* append_plain(char* at, const Digits& digits) noexcept {
  at = append_digits(at, digits, digits.point > 0 ? 0 : digits.point - 1, digits.point);
  if (digits.count > digits.point) {
    *at++ = '.';
    at = append_digits(at, digits, digits.point, digits.count);
  }
  return at;
}

char* append_with_exponent(char* at, const Digits& digits) noexcept {
  at = append_digits(at, digits, 0, 1);
  if (digits.count > 1) {
    *at++ = '.';
    at = append_digits(at, digits, 1, digits.count);
  }
  *at++ = 'e';
  DigitBuffer buffer;
  return append(at, decimal(buffer, digits.point - 1));
}

template <class Float>
Str text(char (&buffer)[32], Float value) noexcept {
  char* at = buffer;
  if (__builtin_signbit(value)) *at++ = '-';
  const auto magnitude = __builtin_signbit(value) ? -value : value;
  if (value != value) {
    at = append(at, "nan");
  } else if (magnitude > (sizeof(Float) == sizeof(float) ? Float{__FLT_MAX__} : static_cast<Float>(__DBL_MAX__))) {
    at = append(at, "inf");
  } else if (magnitude == 0) {
    at = append(at, "0");
  } else {
    Digits digits;
    number::shortest(number::binary(magnitude), digits);
    const bool is_plain = digits.point > smallest_point && digits.point <= largest_point;
    at = is_plain ? append_plain(at, digits) : append_with_exponent(at, digits);
  }
  return between(buffer, at);
}

}  // namespace

Str shortest_text(char (&buffer)[32], double value) noexcept { return text(buffer, value); }
Str shortest_text(char (&buffer)[32], float value) noexcept { return text(buffer, value); }

}  // namespace barewasi::detail
