// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <optional>

#include "check.h"

static std::optional<int> half(int number) {
  if (number % 2 != 0) return std::nullopt;
  return number / 2;
}

int main() {
  CHECK(half(unknown(8)) == 4);
  CHECK(!half(unknown(7)));
  CHECK(half(unknown(7)).value_or(-1) == -1);
  std::optional<int> kept = half(unknown(10));
  CHECK(kept.value() == 5);
  kept.emplace(unknown(6));
  CHECK(*kept == 6);
  kept.reset();
  CHECK(!kept.has_value());
#if __cplusplus >= 202302L
  CHECK(half(unknown(12)).and_then(half).transform([](int number) { return number + 1; }) == 4);
#endif
  return 0;
}
