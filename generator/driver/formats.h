// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `--format NAME[=FILE]`, given any number of times, asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/options.h"

namespace driver {

struct Wanted {
  // "text", or a name of report::all_formats().
  std::string format;
  // Empty: the terminal.
  std::string file;
};

// What goes where. Text goes to the terminal unless another format does.
[[nodiscard]] std::vector<Wanted> wanted_formats(const Options& options);

// Why formats cannot be had together, and what to type instead.
struct Conflict {
  std::string message;
  std::string help;
};

// Nothing if they can be.
[[nodiscard]] std::optional<Conflict> conflict(const std::vector<Wanted>& wanted);

}  // namespace driver
