// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <vector>

#include "check.h"

int main() {
  std::vector<int> numbers;
  for (int i = 0; i < unknown(1000); ++i) numbers.push_back(i);
  CHECK(numbers.size() == 1000 && numbers[999] == 999);
  numbers.insert(numbers.begin() + 1, {unknown(-1), -2});
  CHECK(numbers[1] == -1 && numbers[2] == -2 && numbers[3] == 1);
  numbers.erase(numbers.begin() + 1, numbers.begin() + 3);
  CHECK(std::erase_if(numbers, [](int number) { return number % 2 != 0; }) == 500);
  CHECK(numbers.at(static_cast<unsigned>(unknown(499))) == 998);
  const std::vector<int> copy = numbers;
  numbers.back() = 0;
  CHECK(copy != numbers && copy > numbers);
  std::vector<std::vector<int>> nested(static_cast<unsigned>(unknown(3)), copy);
  nested.resize(50);
  CHECK(nested[2].size() == 500 && nested[49].empty());
  return 0;
}
