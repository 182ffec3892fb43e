// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <array>

#include "check.h"

int main() {
  std::array<int, 4> left = {1, 2, 3, unknown(4)};
  const std::array<int, 4> right = {1, 2, 3, unknown(5)};
  CHECK(left < right);
  left.at(static_cast<unsigned>(unknown(3))) = 5;
  CHECK(left == right);
  left.fill(unknown(7));
  CHECK(left.front() == 7 && left.back() == 7 && std::get<2>(left) == 7);
  CHECK(std::to_array({1, unknown(2)})[1] == 2);
  return 0;
}
