// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tool in this process, on a real disk: for what files in memory do not have, such as folders, links and modes.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "tool.h"

#include "../temporary_folder.h"

namespace cli_tests {

// What every name below a folder holds or leads to.
using Tree = std::map<std::string, std::string>;

// An empty folder of its own, which is the working directory while a test runs.
struct Disk : testing::Test {
  support::RealFiles files;
  std::filesystem::path home = std::filesystem::current_path();
  std::optional<TemporaryFolder> temporary;
  std::filesystem::path folder;

  // Some tests begin anew in their midst.
  void SetUp() override {
    folder = temporary.emplace().path();
    std::filesystem::current_path(folder);
  }
  void TearDown() override { std::filesystem::current_path(home); }

  static void put(const std::filesystem::path& path, const std::string& text) {
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  Answer run(const std::vector<std::string>& arguments, const std::string& input = {}) {
    return witxc(files, arguments, input);
  }

  [[nodiscard]] Tree tree() const {
    Tree found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      std::string& text = found[entry.path().lexically_relative(folder)];
      if (entry.is_symlink()) {
        text = "-> " + std::filesystem::read_symlink(entry.path()).string();
      } else if (entry.is_regular_file()) {
        std::ostringstream read;
        read << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        text = read.str();
      }
    }
    return found;
  }
};

}  // namespace cli_tests
