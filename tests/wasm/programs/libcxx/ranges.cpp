// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ranges>
#include <vector>

#include "check.h"

int main() {
  const auto is_even = [](int number) { return number % 2 == 0; };
  const auto square = [](int number) { return number * number; };
  int total = 0;
  for (const int number :
       std::views::iota(1, unknown(11)) | std::views::filter(is_even) | std::views::transform(square)) {
    total += number;
  }
  CHECK(total == 220);
  const std::vector<int> numbers = {unknown(5), 3, 8, 1};
  int last = 0;
  for (const int number : numbers | std::views::reverse | std::views::drop(1) | std::views::take(2)) last = number;
  CHECK(last == 3);
  CHECK(std::ranges::distance(numbers | std::views::filter(is_even)) == 1);
#if __cplusplus >= 202302L
  const auto made = numbers | std::views::transform(square) | std::ranges::to<std::vector>();
  CHECK(made.size() == 4 && made[2] == 64);
  int sum = 0;
  for (const auto [left, right] : std::views::zip(numbers, made)) sum += right / left;
  CHECK(sum == 17);
#endif
  return 0;
}
