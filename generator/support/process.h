// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace support {

struct ProcessResult {
  // What the program returned; 128 + N when signal N ended it; -1 when it could not be started, and `err` says why.
  int exit_code = -1;
  std::string out;
  std::string err;
};

struct ProcessOptions {
  // Given on standard input, which is then closed.
  std::string input;
  // Empty: this process's own.
  std::string working_directory;
  // Added to this process's own environment.
  std::vector<std::pair<std::string, std::string>> environment;
  // The program is killed (exit code 128 + 9) when it runs longer.
  int timeout_seconds = 60;
};

// Runs argv[0], looked up on PATH, with exactly these arguments: no shell ever sees them. Waits for it to end.
[[nodiscard]] ProcessResult run(const std::vector<std::string>& argv, const ProcessOptions& options = {});

}  // namespace support
