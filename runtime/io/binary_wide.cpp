// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi::detail {

char* binary_before(char* end, u128 value, unsigned width) noexcept {
  constexpr unsigned half_width = 64;
  const auto low = static_cast<u64>(value);
  const auto high = static_cast<u64>(value >> 64);
  if (high == 0 && width <= half_width) return binary_before(end, low, width);
  return binary_before(binary_before(end, low, half_width), high, width > half_width ? width - half_width : 0);
}

}  // namespace barewasi::detail
