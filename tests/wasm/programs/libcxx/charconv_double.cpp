// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <charconv>
#include <string_view>

#include "check.h"

int main() {
  char room[64];
  const double third = unknown(1) / 3.0;
  const auto written = std::to_chars(room, room + sizeof room, third);
  CHECK(std::string_view(room, written.ptr) == "0.3333333333333333");
  double back = 0;
  CHECK(std::from_chars(room, written.ptr, back).ec == std::errc() && back == third);
  const auto fixed = std::to_chars(room, room + sizeof room, unknown(5) / 4.0, std::chars_format::fixed, 3);
  CHECK(std::string_view(room, fixed.ptr) == "1.250");
  return 0;
}
