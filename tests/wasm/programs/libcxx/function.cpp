// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <functional>

#include "check.h"

static int twice(int number) { return 2 * number; }

struct Counter {
  int step = 0;
  int large[8] = {};
  int operator()(int number) const { return number + step + large[7]; }
};

int main() {
  std::function<int(int)> function;
  CHECK(!function);
  function = twice;
  CHECK(function(unknown(4)) == 8);
  const int step = unknown(3);
  function = [step](int number) { return number + step; };
  CHECK(function(4) == 7);
  // Too large to be kept inside.
  function = Counter{.step = step};
  const std::function<int(int)> copy = function;
  function = nullptr;
  CHECK(copy(unknown(1)) == 4 && !function);
  CHECK(std::invoke(&Counter::step, Counter{.step = step}) == 3);
  CHECK(std::bind_front(std::minus<>(), unknown(9))(4) == 5);
  return 0;
}
