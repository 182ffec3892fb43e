// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <charconv>
#include <string_view>

#include "check.h"

int main() {
  char room[24];
  const auto written = std::to_chars(room, room + sizeof room, unknown(-12345));
  CHECK(written.ec == std::errc() && std::string_view(room, written.ptr) == "-12345");
  const auto in_hex = std::to_chars(room, room + sizeof room, static_cast<unsigned>(unknown(0xbeef)), 16);
  CHECK(std::string_view(room, in_hex.ptr) == "beef");
  CHECK(std::to_chars(room, room + 2, unknown(123)).ec == std::errc::value_too_large);
  int number = 0;
  const std::string_view text = "987 rest";
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  CHECK(read.ec == std::errc() && number == unknown(987) && *read.ptr == ' ');
  short small = 0;
  const std::string_view large = "70000";
  CHECK(std::from_chars(large.data(), large.data() + large.size(), small).ec == std::errc::result_out_of_range);
  const std::string_view none = "x";
  CHECK(std::from_chars(none.data(), none.data() + 1, number).ec == std::errc::invalid_argument);
  return 0;
}
