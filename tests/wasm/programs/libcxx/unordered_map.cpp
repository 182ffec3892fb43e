// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string_view>
#include <unordered_map>

#include "check.h"

int main() {
  std::unordered_map<int, int> squares;
  for (int i = 0; i < unknown(1000); ++i) squares.emplace(i, i * i);
  CHECK(squares.size() == 1000 && squares.at(unknown(31)) == 961);
  CHECK(squares.erase(unknown(31)) == 1 && !squares.contains(31));
  int seen = 0;
  for (const auto& [number, square] : squares) seen += square == number * number ? 1 : 0;
  CHECK(seen == 999);
  std::unordered_map<std::string_view, int> words;
  for (const std::string_view word : {"a", "b", "a", "c", "a"}) ++words[word];
  CHECK(words["a"] == unknown(3) && words.size() == 3);
  return 0;
}
