// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace barewasi::detail {

/// What a letter counts in bases up to 36; 36 and more for what is no digit.
[[nodiscard, gnu::always_inline]] inline unsigned digit_of(char letter) noexcept {
  if (letter >= '0' && letter <= '9') return static_cast<unsigned>(letter - '0');
  const auto lower = static_cast<unsigned>(letter | 0x20);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 36;
}

}  // namespace barewasi::detail
