// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "integer.h"
#include "not_a_number.h"

namespace barewasi::detail {

// In limbs of 32 bits: to divide 128 would call the compiler's own library.
u64 parse_number(Str text, unsigned base, bool may_be_negative, u128 limit, u128& value) noexcept {
  const char* at = text.begin();
  const bool is_negative = take_minus(at, text.end(), may_be_negative, limit);
  if (at == text.end()) return not_a_number(text, at);
  bool fits = true;
  u32 limbs[sizeof(u128) / sizeof(u32)] = {};
  for (; at != text.end(); ++at) {
    u64 carry = digit_of(*at);
    if (carry >= base) return not_a_number(text, at);
    for (u32& limb : limbs) {
      carry += u64{limb} * base;
      limb = static_cast<u32>(carry);
      carry >>= 32;
    }
    if (carry != 0) fits = false;
  }
  u128 sum = 0;
  __builtin_memcpy(&sum, limbs, sizeof sum);
  if (!fits || sum > limit) return out_of_range;
  value = is_negative ? -sum : sum;
  return 0;
}

}  // namespace barewasi::detail
