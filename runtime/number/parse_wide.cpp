// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/number.hpp"
#include "integer.h"

namespace barewasi::detail {

// In limbs of 32 bits: to divide 128 would call the compiler's own library.
bool parse_number(Str text, unsigned base, bool may_be_negative, u128 limit, u128& value) noexcept {
  const char* at = text.begin();
  const bool is_negative = take_minus(at, text.end(), may_be_negative, limit);
  if (at == text.end()) return false;
  u32 limbs[sizeof(u128) / sizeof(u32)] = {};
  for (; at != text.end(); ++at) {
    u64 carry = digit_of(*at);
    if (carry >= base) return false;
    for (u32& limb : limbs) {
      carry += u64{limb} * base;
      limb = static_cast<u32>(carry);
      carry >>= 32;
    }
    if (carry != 0) return false;
  }
  u128 sum = 0;
  __builtin_memcpy(&sum, limbs, sizeof sum);
  if (sum > limit) return false;
  value = is_negative ? -sum : sum;
  return true;
}

}  // namespace barewasi::detail
