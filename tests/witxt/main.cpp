// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// witxt FILE...: runs .witxt files; exit 0 if every directive passes, 1 if one fails, 2 if there is nothing to run.
#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "witxt/suite.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: witxt FILE...\n");
    return 2;
  }
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (int i = 1; i < argc; ++i) {
    const witxt::Outcome outcome = witxt::run_file(argv[i]);
    for (const std::string& line : outcome.lines) fmt::print("{}\n", line);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  fmt::print("{} passed, {} failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
