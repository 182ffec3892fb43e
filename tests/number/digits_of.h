// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <cstddef>
#include <string>

// "1.5e+10" as its digits and exponent, whatever the shape.
inline std::string digits_of(const std::string& text) {
  std::string digits;
  int exponent = 0;
  bool behind_the_point = false;
  std::string sign;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-') {
      sign = "-";
    } else if (text[i] == 'e') {
      exponent += std::stoi(text.substr(i + 1));
      break;
    } else if (text[i] == '.') {
      behind_the_point = true;
    } else {
      digits += text[i];
      if (behind_the_point) --exponent;
    }
  }
  while (digits.size() > 1 && digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  digits.erase(0, digits.find_first_not_of('0'));
  return sign + digits + "e" + std::to_string(exponent);
}
