// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What may be typed at a place of the command line, for the scripts that let a shell finish it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/options.h"

namespace cli {

struct Candidates {
  enum class Kind : std::uint8_t {
    // Nobody can know: a number, a name that the user makes up.
    unknown,
    words,
    files,
    folders,
    // Files, and the names of built-in definitions.
    definitions,
    // A type or a function of definitions, and behind it the definitions.
    names,
    // Ids of messages and of kinds of changes.
    rules,
    // Nothing more is taken.
    nothing
  };
  Kind kind = Kind::unknown;
  // All that are possible, where it is known which.
  std::vector<std::string> words;
};

// The value of an option that is not a switch.
[[nodiscard]] Candidates value_candidates(const OptionInfo& option);

// What a command takes besides options.
[[nodiscard]] Candidates operand_candidates(const CommandInfo& command);

}  // namespace cli
