// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "digits.h"

namespace barewasi::number {

Binary binary(double magnitude) noexcept {
  const auto bits = __builtin_bit_cast(u64, magnitude);
  const auto exponent = static_cast<int>(bits >> 52);
  const u64 fraction = bits & ((u64{1} << 52) - 1);
  if (exponent == 0) return {fraction, -1074, false};
  return {fraction | u64{1} << 52, exponent - 1075, fraction == 0 && exponent > 1};
}

Binary binary(float magnitude) noexcept {
  const auto bits = __builtin_bit_cast(u32, magnitude);
  const auto exponent = static_cast<int>(bits >> 23);
  const u32 fraction = bits & ((u32{1} << 23) - 1);
  if (exponent == 0) return {fraction, -149, false};
  return {fraction | u32{1} << 23, exponent - 150, fraction == 0 && exponent > 1};
}

void set_digits(u64 whole, int exponent, detail::Digits& out) noexcept {
  // As many as 64 bits can have.
  char* const end = out.digits + 20;
  const char* const first = detail::decimal_before(end, whole);
  out.count = whole == 0 ? 0 : static_cast<int>(end - first);
  out.point = out.count + exponent;
  __builtin_memmove(out.digits, first, static_cast<usize>(out.count));
}

}  // namespace barewasi::number
