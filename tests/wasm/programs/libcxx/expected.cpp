// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <expected>

#include "check.h"

enum class Error { odd, negative };

static std::expected<int, Error> half(int number) {
  if (number < 0) return std::unexpected(Error::negative);
  if (number % 2 != 0) return std::unexpected(Error::odd);
  return number / 2;
}

int main() {
  CHECK(half(unknown(8)) == 4);
  CHECK(half(unknown(7)).error() == Error::odd);
  CHECK(half(unknown(-2)).error() == Error::negative);
  CHECK(half(unknown(12)).and_then(half).value() == 3);
  CHECK(half(unknown(6)).and_then(half).value_or(-1) == -1);
  CHECK(half(unknown(6)).transform([](int number) { return number * 10; }) == 30);
  return 0;
}
