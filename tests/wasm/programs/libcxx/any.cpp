// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <any>
#include <string>

#include "check.h"

int main() {
  std::any value;
  CHECK(!value.has_value());
  value = unknown(42);
  CHECK(*std::any_cast<int>(&value) == 42 && std::any_cast<long>(&value) == nullptr);
  value = std::string(static_cast<unsigned>(unknown(50)), 'x');
  const std::any copy = value;
  value.reset();
  CHECK(std::any_cast<const std::string&>(copy).size() == 50);
  return 0;
}
