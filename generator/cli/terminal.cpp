// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/terminal.h"

#include <string_view>

namespace cli {

bool wants_color(bool is_terminal, const char* no_color, const char* term) {
  const auto text = [](const char* value) { return value == nullptr ? std::string_view() : std::string_view(value); };
  return is_terminal && text(no_color).empty() && text(term) != "dumb";
}

}  // namespace cli
