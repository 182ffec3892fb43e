// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What texts of integers have in common, however wide the integer is.

namespace barewasi::detail {

/// What a letter counts in bases up to 36; 36 and more for what is not a digit.
[[nodiscard, gnu::always_inline]] inline unsigned digit_of(char letter) noexcept {
  if (letter >= '0' && letter <= '9') return static_cast<unsigned>(letter - '0');
  const auto lower = static_cast<unsigned>(letter | 0x20);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 36;
}

/// Steps over a minus, where there may be one, and says whether there was. Of
/// negative numbers there is one more than of positive ones.
template <class Bits>
[[nodiscard, gnu::always_inline]] inline bool take_minus(const char*& at, const char* end, bool may_be_negative,
                                                         Bits& limit) noexcept {
  if (!may_be_negative || at == end || *at != '-') return false;
  ++at;
  ++limit;
  return true;
}

}  // namespace barewasi::detail
