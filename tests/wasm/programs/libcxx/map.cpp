// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <map>
#include <set>

#include "check.h"

int main() {
  std::map<int, int> squares;
  for (int i = unknown(100); i > 0; --i) squares[i] = i * i;
  CHECK(squares.size() == 100 && squares.at(unknown(7)) == 49);
  CHECK(squares.begin()->first == 1 && squares.rbegin()->second == 10000);
  CHECK(squares.lower_bound(unknown(50))->first == 50);
  CHECK(squares.erase(unknown(50)) == 1 && squares.lower_bound(50)->first == 51);
  CHECK(!squares.contains(unknown(50)) && squares.find(unknown(0)) == squares.end());
  int before = 0;
  for (const auto& [number, square] : squares) {
    CHECK(number > before && square == number * number);
    before = number;
  }
  std::set<int> seen;
  CHECK(seen.insert(unknown(3)).second && !seen.insert(unknown(3)).second);
  return 0;
}
