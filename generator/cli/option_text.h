// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace cli {

// "a|b|c" → its parts.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

// "-o,--output" → "-o", "--output".
[[nodiscard]] std::vector<std::string> names_of(const OptionInfo& option);

// The words that an option's value may be; empty where it is free.
[[nodiscard]] std::vector<std::string> words_of(const OptionInfo& option);

// Whether each of the words may be followed by "=FILE".
[[nodiscard]] bool takes_file(const OptionInfo& option);

// What --help prints behind the options.
[[nodiscard]] std::string_view exit_codes_text();
[[nodiscard]] std::string_view files_text();

}  // namespace cli
