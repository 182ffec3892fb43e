// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// replay PATH...: attacks with every file named, and with every file in the folders named. Exit codes: 0 nothing is wrong,
// 1 something is, 2 usage (no path, or one that is not there).
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "support/files.h"
#include "target.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& path) {
  std::vector<fs::path> files;
  if (fs::is_regular_file(path)) files.push_back(path);
  if (!fs::is_directory(path)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t attacks = 0;
  std::size_t wrong = 0;
  for (int i = 1; i < argc; ++i) {
    if (!fs::exists(argv[i])) {
      fmt::print(stderr, "replay: there is no '{}'\n", argv[i]);
      return 2;
    }
    for (const fs::path& file : files_in(argv[i])) {
      const auto read = support::RealFiles().read(file.string());
      const auto* bytes = std::get_if<std::string>(&read);
      const std::string problem = bytes != nullptr ? fuzz::attack(*bytes) : "cannot be read";
      ++attacks;
      if (problem.empty()) continue;
      ++wrong;
      fmt::print("{}: {}\n", file.string(), problem);
    }
  }
  if (attacks == 0) {
    fmt::print(stderr, "usage: replay PATH...\n");
    return 2;
  }
  fmt::print("replay: {} inputs, {} of them with something wrong\n", attacks, wrong);
  return wrong == 0 ? 0 : 1;
}
