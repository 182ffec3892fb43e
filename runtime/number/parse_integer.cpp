// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "integer.h"
#include "not_a_number.h"

namespace barewasi::detail {

u64 parse_number(Str text, unsigned base, bool may_be_negative, u64 limit, u64& value) noexcept {
  const char* at = text.begin();
  const bool is_negative = take_minus(at, text.end(), may_be_negative, limit);
  if (at == text.end()) return not_a_number(text, at);
  u64 sum = 0;
  bool fits = true;
  for (; at != text.end(); ++at) {
    const unsigned digit = digit_of(*at);
    if (digit >= base) return not_a_number(text, at);
    if (sum > (limit - digit) / base || digit > limit) fits = false;
    sum = sum * base + digit;
  }
  if (!fits) return out_of_range;
  value = is_negative ? -sum : sum;
  return 0;
}

}  // namespace barewasi::detail
