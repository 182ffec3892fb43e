// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <deque>
#include <list>
#include <queue>

#include "check.h"

int main() {
  std::deque<int> numbers;
  for (int i = 0; i < unknown(3000); ++i) {
    numbers.push_back(i);
    numbers.push_front(-i);
  }
  CHECK(numbers.size() == 6000 && numbers.front() == -2999 && numbers[5999] == 2999);
  numbers.pop_front();
  CHECK(numbers.front() == -2998);
  std::priority_queue<int> largest;
  for (const int number : {3, unknown(9), 4}) largest.push(number);
  CHECK(largest.top() == 9);
  std::list<int> list = {3, 1, unknown(2)};
  list.sort();
  CHECK(list.front() == 1 && list.back() == 3);
  return 0;
}
