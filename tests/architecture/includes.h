// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who includes whom in generator/.
#pragma once

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace tests {

struct Include {
  std::string file;
  std::string room;
  std::string target;
  bool own = false;
};

// The folder that a file is in: "model", "backend/cpp". Commands are a part of cli.
inline std::string room_of(const std::filesystem::path& file) {
  const std::string folder = file.parent_path();
  return folder == "cli/commands" ? "cli" : folder;
}

inline std::vector<Include> all_includes() {
  static const std::regex include(R"re(^#include ([<"])([^>"]+)[>"])re");
  std::vector<Include> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(GENERATOR_DIR)) {
    const std::string extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    const std::filesystem::path relative = std::filesystem::relative(entry.path(), GENERATOR_DIR);
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) continue;
      found.push_back({.file = relative, .room = room_of(relative), .target = match[2], .own = match[1] == "\""});
    }
  }
  return found;
}

}  // namespace tests
