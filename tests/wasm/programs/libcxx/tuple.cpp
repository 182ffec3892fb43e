// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tuple>
#include <utility>

#include "check.h"

static std::tuple<int, char, unsigned> parts(int number) { return {number, static_cast<char>('a' + number), 7u}; }

int main() {
  const auto [number, letter, rest] = parts(unknown(2));
  CHECK(number == 2 && letter == 'c' && rest == 7);
  CHECK(parts(unknown(1)) < parts(unknown(2)));
  int first = 0;
  unsigned last = 0;
  std::tie(first, std::ignore, last) = parts(unknown(5));
  CHECK(first == 5 && last == 7);
  CHECK(std::apply([](int a, char, unsigned c) { return a + static_cast<int>(c); }, parts(unknown(3))) == 10);
  const auto all = std::tuple_cat(parts(unknown(1)), std::pair(2, 3));
  CHECK(std::get<4>(all) == 3);
  return 0;
}
