// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string>
#include <utility>

#include "check.h"

int main() {
  std::string text = "short";
  CHECK(text.size() == 5);
  for (int i = 0; i < unknown(100); ++i) text += ", and longer";
  CHECK(text.size() == 1205 && text.find("longer") == 11);
  text.replace(0, 5, "long");
  text.insert(0, static_cast<unsigned>(unknown(3)), '-');
  CHECK(text.starts_with("---long, and") && text.rfind(", ") == text.size() - 12);
  const std::string copy = text;
  std::string moved = std::move(text);
  CHECK(copy == moved && (copy + "!").compare(copy) > 0);
  moved.erase(4);
  moved.push_back(static_cast<char>(unknown('!')));
  CHECK(moved == "---l!" && moved.substr(3) == "l!");
  CHECK(std::to_string(unknown(-42)) == "-42");
  std::wstring wide(static_cast<unsigned>(unknown(20)), L'w');
  wide += L"ide";
  CHECK(wide.size() == 23 && wide.find(L"id") == 20);
  return 0;
}
