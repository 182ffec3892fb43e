// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The scripts that let a shell finish what is typed, made from the tables of commands and options: one file a shell.
#pragma once

#include <string>
#include <string_view>

namespace cli {

[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

// The text between single quotes, as each of these shells reads it; fish only where it has no backslash.
[[nodiscard]] std::string single_quoted(std::string_view text);

}  // namespace cli
