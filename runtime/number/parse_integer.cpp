// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/number.hpp"
#include "integer.h"

namespace barewasi::detail {

bool parse_number(Str text, unsigned base, bool may_be_negative, u64 limit, u64& value) noexcept {
  const char* at = text.begin();
  const bool is_negative = take_minus(at, text.end(), may_be_negative, limit);
  if (at == text.end()) return false;
  u64 sum = 0;
  for (; at != text.end(); ++at) {
    const unsigned digit = digit_of(*at);
    if (digit >= base || sum > (limit - digit) / base || digit > limit) return false;
    sum = sum * base + digit;
  }
  value = is_negative ? -sum : sum;
  return true;
}

}  // namespace barewasi::detail
