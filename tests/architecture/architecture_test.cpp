// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the targets of generator/CMakeLists.txt cannot express: which packages each room may use, and how its code is written.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "includes.h"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

// Packages that only some rooms may know; "backend/" stands for all back-ends.
const std::map<std::string, Names> packages{
    {"CLI/CLI.hpp", {"cli"}},
    // driver hands what back-ends make to render.
    {"nlohmann/json.hpp", {"config", "backend", "backend/", "render", "report", "driver", "cli"}},
    {"nlohmann/json_fwd.hpp", {"config", "backend", "backend/", "render", "report", "driver"}},
};

TEST(Architecture, PackagesStayInTheirRooms) {
  for (const tests::Include& include : tests::all_includes()) {
    const auto package = packages.find(include.target);
    if (package == packages.end()) continue;
    const std::string room = include.room.starts_with("backend/") ? "backend/" : include.room;
    EXPECT_TRUE(package->second.contains(room)) << include.file << " includes " << include.target;
  }
}

// What a template is made of is for render/ to know.
TEST(Architecture, OnlyRenderingKnowsTemplates) {
  for (const tests::Include& include : tests::all_includes()) {
    const bool inside = include.target == "render/mustache.h" || include.target == "render/tags.h";
    EXPECT_TRUE(!inside || include.room == "render") << include.file << " includes " << include.target;
  }
}

TEST(Architecture, OnlyTheEdgeKnowsStreams) {
  for (const tests::Include& include : tests::all_includes()) {
    const bool stream = include.target == "iostream" || include.target == "fstream" || include.target == "cstdio";
    EXPECT_TRUE(!stream || include.file == "main.cpp") << include.file << " includes " << include.target;
  }
}

TEST(Architecture, PosixStaysAtTheSeams) {
  const Names posix{"unistd.h", "fcntl.h", "poll.h", "sys/stat.h", "sys/wait.h"};
  const Names seams{"support/files.cpp", "support/file_changes.cpp", "support/process.cpp", "main.cpp"};
  for (const tests::Include& include : tests::all_includes()) {
    EXPECT_TRUE(!posix.contains(include.target) || seams.contains(include.file))
        << include.file << " includes " << include.target;
  }
}

// Sources of the tool and of its tests.
std::vector<fs::path> all_sources() {
  std::vector<fs::path> found;
  for (const fs::path& top : {fs::path(GENERATOR_DIR), fs::path(GENERATOR_DIR).parent_path() / "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top)) {
      const std::string extension = entry.path().extension();
      if (extension == ".cpp" || extension == ".h") found.push_back(entry.path());
    }
  }
  return found;
}

std::string text_of(const fs::path& path) {
  std::ifstream stream(path);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

// Commands say what they make, and one place makes it: so that all of a run's files are written, or none.
TEST(Architecture, OnePlaceChangesFiles) {
  for (const auto& entry : fs::recursive_directory_iterator(GENERATOR_DIR)) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string file = entry.path().lexically_relative(GENERATOR_DIR);
    EXPECT_TRUE(text_of(entry.path()).find(".change(") == std::string::npos || file == "driver/writing.cpp") << file;
  }
}

// The plan of a binding is for any language: it names none, and writes nothing that only some would read.
TEST(Architecture, PlansSpeakNoLanguage) {
  static const std::regex name(R"re(C\+\+|\bcpp\b|\bC\b|Markdown|\bRust\b|\bZig\b|wasi-libc)re");
  static const std::regex spelled(R"re(witx::|_cast|struct|typedef|const |__|uint|int32|std::)re");
  std::size_t files = 0;
  for (const fs::path& file : all_sources()) {
    if (file.parent_path().filename() != "bind") continue;
    ++files;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
      if (line.find("//") != std::string::npos) {
        EXPECT_FALSE(std::regex_search(line, name)) << file << ": " << line;
        continue;
      }
      // Every other part between quotes is a literal.
      std::istringstream parts(line);
      bool is_literal = false;
      for (std::string part; std::getline(parts, part, '"'); is_literal = !is_literal)
        EXPECT_FALSE(is_literal && std::regex_search(part, spelled)) << file << ": " << line;
    }
  }
  EXPECT_GT(files, 10U);
}

// fmt has join in <fmt/ranges.h> from 11 on, and has had that header for long.
TEST(Architecture, WhoJoinsIncludesRanges) {
  const std::string join = std::string("fmt::") + "join(";
  for (const fs::path& file : all_sources()) {
    const std::string text = text_of(file);
    EXPECT_TRUE(text.find(join) == std::string::npos || text.find("#include <fmt/ranges.h>") != std::string::npos)
        << file;
  }
}

// To clang before 20 a capture of a structured binding under its own name shadows it, and that is an error here.
TEST(Architecture, CapturesDoNotRepeatTheNameOfABinding) {
  static const std::regex repeated(R"re([\[,] ?&?([a-z_]+) = \1[\],])re");
  for (const fs::path& file : all_sources()) EXPECT_FALSE(std::regex_search(text_of(file), repeated)) << file;
}

// A file is read in one sitting.
TEST(Architecture, FilesStaySmall) {
  for (const auto& entry : fs::recursive_directory_iterator(GENERATOR_DIR)) {
    const std::string extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    std::ifstream stream(entry.path());
    std::size_t lines = 0;
    for (std::string line; std::getline(stream, line);) ++lines;
    EXPECT_LE(lines, 400U) << entry.path();
  }
}

}  // namespace
