// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

#include "check.h"

int main() {
  std::vector<int> numbers(static_cast<unsigned>(unknown(500)));
  unsigned state = 1;
  for (int& number : numbers) number = static_cast<int>((state = state * 1103515245 + 12345) >> 16) % 100;
  const int total = std::accumulate(numbers.begin(), numbers.end(), 0);
  std::sort(numbers.begin(), numbers.end());
  CHECK(std::is_sorted(numbers.begin(), numbers.end()));
  CHECK(std::accumulate(numbers.begin(), numbers.end(), 0) == total);
  CHECK(std::binary_search(numbers.begin(), numbers.end(), numbers[250]));
  std::ranges::sort(numbers, std::ranges::greater());
  CHECK(std::ranges::is_sorted(numbers, std::ranges::greater()));
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  CHECK(numbers.size() <= 100 && std::ranges::adjacent_find(numbers) == numbers.end());
  std::vector<std::string_view> words = {"pear", "fig", "apple", "kiwi"};
  std::stable_sort(words.begin(), words.end(), [](auto left, auto right) { return left.size() < right.size(); });
  CHECK(words[0] == "fig" && words[1] == "pear" && words[2] == "kiwi" && words[3] == "apple");
  CHECK(std::ranges::max(words) == "pear" && std::ranges::count(words, "fig") == unknown(1));
  return 0;
}
