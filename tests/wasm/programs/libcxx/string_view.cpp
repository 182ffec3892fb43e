// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string_view>

#include "check.h"

int main() {
  using namespace std::string_view_literals;
  const char text[] = {'k', 'e', 'y', ' ', '=', ' ', 'a', static_cast<char>(unknown('b')), '\0'};
  const std::string_view line = text;
  CHECK(line.size() == 8);
  const auto equals = line.find('=');
  CHECK(equals == 4);
  CHECK(line.substr(0, equals).find_last_not_of(' ') == 2);
  CHECK(line.substr(equals + 2) == "ab"sv);
  CHECK(line.starts_with("key") && !line.ends_with("key"));
  CHECK(line.rfind("k") == 0 && line.find("ab") == 6 && line.find("none") == std::string_view::npos);
  CHECK(line < "l" && line > "abc");
  const wchar_t wide_text[] = {L'a', static_cast<wchar_t>(unknown(L'b')), L'\0'};
  const std::wstring_view wide = wide_text;
  CHECK(wide.size() == 2 && wide.find(L'b') == 1 && wide == L"ab");
  return 0;
}
