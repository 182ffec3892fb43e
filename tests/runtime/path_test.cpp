// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Paths, component by component: against a model that has them in a list.

#include "files/path.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using barewasi::below;
using barewasi::trim_path;

witx::Str str(std::string_view text) { return {text.data(), text.size()}; }
std::string string(witx::Str text) { return std::string(text.data(), text.size()); }

std::vector<std::string> components(std::string_view path) {
  std::vector<std::string> all;
  std::string one;
  for (const char letter : std::string(path) + "/") {
    if (letter != '/') {
      one += letter;
      continue;
    }
    if (!one.empty() && one != ".") all.push_back(one);
    one.clear();
  }
  return all;
}

// What the rest of `path` has to be below `name`; nothing when it is not below.
bool is_below(const std::vector<std::string>& path, const std::vector<std::string>& name) {
  return path.size() >= name.size() && std::equal(name.begin(), name.end(), path.begin());
}

TEST(Paths, LieBelowDirectoriesByComponent) {
  struct Case {
    const char* path;
    const char* name;
    int components;
    const char* rest;
  };
  constexpr Case cases[] = {
      {"data/x", "data", 1, "x"},
      {"data/x", "data/", 1, "x"},
      {"/data/x", "./data//", 1, "x"},
      {"data", "/data", 1, "."},
      {"data/", "data", 1, "."},
      {"data/.", "data", 1, "."},
      {"data/./", "data/.", 1, "."},
      {"data//a///b//", "data", 1, "a///b"},
      {"a/./b/c/.", "a/b", 2, "c"},
      {"a/b/../c", "a", 1, "b/../c"},
      {"a/..", "a", 1, ".."},
      {"../data/x", "../data", 2, "x"},
      {"a", "/", 0, "a"},
      {"/", ".", 0, "."},
      {"a", "", 0, "a"},
      {".", "", 0, "."},
      {".hidden", ".", 0, ".hidden"},
      {"a.", "/", 0, "a."},
      {"...", "/", 0, "..."},
      {"a/b.", "a", 1, "b."},
      {"boxes/x", "box", -1, ""},
      {"box", "boxes", -1, ""},
      {"box", "box/deep", -1, ""},
      {"", "box", -1, ""},
      {"/box2", "/box", -1, ""},
      {"a/../b", "b", -1, ""},
  };
  for (const Case& one : cases) {
    const auto place = below(str(one.path), str(one.name));
    EXPECT_EQ(place.components, one.components) << one.path << " below " << one.name;
    EXPECT_EQ(string(place.rest), one.rest) << one.path << " below " << one.name;
  }
}

TEST(Paths, AreWhatTheModelSays) {
  std::mt19937 random(20261128);
  constexpr const char* pieces[] = {"/", "/", ".", "..", "a", "b", "/a", "./", "a/b"};
  const auto any = [&] {
    std::string path;
    for (auto left = random() % 7; left != 0; --left) path += pieces[random() % std::size(pieces)];
    return path;
  };
  int hits = 0;
  for (int round = 0; round < 200'000; ++round) {
    const std::string path = any();
    const std::string name = any();
    const auto of_path = components(path);
    const auto of_name = components(name);
    const auto place = below(str(path), str(name));
    if (!is_below(of_path, of_name)) {
      ASSERT_LT(place.components, 0) << path << " below " << name;
      continue;
    }
    ++hits;
    ASSERT_EQ(place.components, static_cast<int>(of_name.size())) << path << " below " << name;
    // What is left has the components that are left, and nothing at its ends that is none.
    const std::string rest = string(place.rest);
    ASSERT_EQ(components(rest),
              std::vector<std::string>(of_path.begin() + static_cast<long>(of_name.size()), of_path.end()))
        << path << " below " << name << ": " << rest;
    ASSERT_EQ(string(trim_path(str(rest))), rest);
    ASSERT_NE(rest.front(), '/');
    ASSERT_NE(rest.back(), '/');
    ASSERT_TRUE(rest == "." || (!rest.starts_with("./") && !rest.ends_with("/."))) << rest;
  }
  EXPECT_GT(hits, 10'000);
}

}  // namespace
