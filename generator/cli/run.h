// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <vector>

#include "driver/session.h"

namespace cli {

// The tool, without the process around it. `arguments` without the program's name; the answer is the exit code.
[[nodiscard]] int run(const std::vector<std::string>& arguments, driver::Host& host);

}  // namespace cli
