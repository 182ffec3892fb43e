// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/completion.h"

namespace cli {

std::string single_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

}  // namespace cli
