// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <span>

#include "check.h"

static int sum(std::span<const int> numbers) {
  int total = 0;
  for (const int number : numbers) total += number;
  return total;
}

int main() {
  int numbers[] = {unknown(1), 2, 3, 4};
  const std::span<int> all(numbers);
  CHECK(sum(all) == 10);
  CHECK(sum(all.first(2)) == 3);
  CHECK(sum(all.subspan(1, 2)) == 5);
  all.back() = unknown(5);
  CHECK(numbers[3] == 5);
  CHECK(std::as_bytes(all).size() == sizeof numbers);
  return 0;
}
