// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The house as generator/CMakeLists.txt builds it and generator/README.md draws it: every file belongs to a room, every room names
// whom it knows and nobody else, and the map leads to places that exist.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "includes.h"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

struct House {
  // Whom each room knows.
  std::map<std::string, Names> rooms;
  Names sources;
};

// As CMake has written it down.
const House& house() {
  static const House built = [] {
    House read;
    std::ifstream stream(HOUSE_FILE);
    for (std::string line; std::getline(stream, line);) {
      std::istringstream words(line);
      std::string kind;
      std::string name;
      words >> kind >> name;
      if (kind == "source") {
        read.sources.insert(name);
        continue;
      }
      Names& known = read.rooms[name];
      for (std::string room; words >> room;) known.insert(room);
    }
    return read;
  }();
  return built;
}

// Relative to generator/, by their endings.
Names files_that_end_with(const std::string& extension) {
  Names found;
  for (const auto& entry : fs::recursive_directory_iterator(GENERATOR_DIR)) {
    if (entry.path().extension() == extension) found.insert(entry.path().lexically_relative(GENERATOR_DIR));
  }
  return found;
}

TEST(House, EverySourceIsListedInItsRoom) {
  Names listed = house().sources;
  ASSERT_GT(listed.size(), 100U);
  // What is linked into programs is in no room.
  listed.insert({"main.cpp", "fmt.cpp"});
  EXPECT_EQ(files_that_end_with(".cpp"), listed);
}

TEST(House, EveryHeaderIsInARoomAndUsed) {
  Names used;
  for (const tests::Include& include : tests::all_includes()) used.insert(include.target);
  for (const std::string& header : files_that_end_with(".h")) {
    EXPECT_TRUE(house().rooms.contains(tests::room_of(header))) << header;
    EXPECT_TRUE(used.contains(header)) << header << " is included by nobody";
  }
}

// A target sees what it names and what that shows; here every room that is included is named, and none in vain.
TEST(House, RoomsNameWhomTheyKnow) {
  std::map<std::string, Names> known;
  for (const tests::Include& include : tests::all_includes()) {
    const std::string target = tests::room_of(include.target);
    if (include.own && house().rooms.contains(include.room) && target != include.room && target != "embedded")
      known[include.room].insert(target);
  }
  for (const auto& [room, named] : house().rooms) EXPECT_EQ(named, known[room]) << room;
}

// A back-end may know what all have in common, and no other one.
TEST(House, BackEndsDoNotKnowEachOther) {
  for (const auto& [room, known] : house().rooms) {
    for (const std::string& other : known) {
      const bool is_language = other.starts_with("backend/") && other != "backend/base";
      EXPECT_TRUE(!is_language || room == "backend") << room << " knows " << other;
    }
  }
}

std::string map_text() {
  std::ifstream stream(fs::path(GENERATOR_DIR) / "README.md");
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

// What stands between backquotes in a line of the map.
std::vector<std::string> quoted_in(const std::string& text) {
  static const std::regex quoted("`([^`\n]+)`");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

// NAME and * stand for any name.
bool is_there(const fs::path& top, const std::string& path) {
  std::string pattern;
  for (const char c : path) pattern += c == '*' ? std::string(".*") : c == '.' ? std::string("\\.") : std::string(1, c);
  const std::regex name("(.*/)?" + std::regex_replace(pattern, std::regex("NAME"), "[a-z_]+") + "(\\.h|/)?");
  if (path.find("NAME") == std::string::npos && path.find('*') == std::string::npos)
    return fs::exists(top / path) || fs::exists(top / (path + ".h"));
  for (const auto& entry : fs::recursive_directory_iterator(top)) {
    if (std::regex_match(entry.path().lexically_relative(top).string(), name)) return true;
  }
  return false;
}

TEST(House, TheMapLeadsToPlacesThatExist) {
  const fs::path generator(GENERATOR_DIR);
  std::size_t paths = 0;
  for (const std::string& word : quoted_in(map_text())) {
    static const std::regex path("[A-Za-z0-9_.*-]+(/[A-Za-z0-9_.*-]+)*/?");
    const bool is_file = word.ends_with(".cpp") || word.ends_with(".h") || word.ends_with(".md");
    if (!std::regex_match(word, path) || (word.find('/') == std::string::npos && !is_file)) continue;
    ++paths;
    EXPECT_TRUE(is_there(generator, word) || is_there(generator.parent_path(), word)) << word;
  }
  EXPECT_GT(paths, 50U);
}

TEST(House, TheMapShowsEveryRoom) {
  Names shown;
  std::istringstream lines(map_text());
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    const std::string first = line.substr(0, line.find('|', 1));
    for (const std::string& word : quoted_in(first)) {
      if (word.ends_with('/')) shown.insert(word.substr(0, word.size() - 1));
    }
  }
  Names rooms;
  for (const auto& [room, known] : house().rooms) rooms.insert(room);
  EXPECT_EQ(shown, rooms);
}

}  // namespace
