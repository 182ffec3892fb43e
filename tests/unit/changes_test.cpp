// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Several files that change together: all of them, or none, whatever is in the way and whenever that turns out; and what can be
// known before is known before.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "support/files.h"

#include "../temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using support::FileChange;
using support::RealFiles;
using Tree = std::map<std::string, std::string>;

struct Changes : testing::Test {
  RealFiles files;
  std::optional<TemporaryFolder> temporary;
  fs::path folder;

  // Some tests begin anew in their midst.
  void SetUp() override { folder = temporary.emplace().path(); }

  [[nodiscard]] std::string in(const std::string& name) const { return folder / name; }
  void put(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }

  // Every name below the folder, with what it holds or leads to, and its mode.
  [[nodiscard]] Tree tree() const {
    Tree found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string name = entry.path().lexically_relative(folder);
      struct stat status{};
      EXPECT_EQ(::lstat(entry.path().c_str(), &status), 0);
      const std::string mode = std::to_string(status.st_mode);
      if (entry.is_symlink()) {
        found[name] = mode + " -> " + fs::read_symlink(entry.path()).string();
      } else if (entry.is_regular_file()) {
        found[name] = mode + ' ' + std::get<std::string>(files.read(entry.path()));
      } else {
        found[name] = mode;
      }
    }
    return found;
  }

  // Changes of which the last one is not possible: nothing is changed by the others.
  void expect_nothing_changes(const std::vector<FileChange>& changes, const std::string& path,
                              const std::string& reason) {
    const Tree before = tree();
    const auto failure = files.change(changes);
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->path, path);
    EXPECT_EQ(failure->error.reason, reason);
    EXPECT_TRUE(failure->made.empty());
    EXPECT_EQ(tree(), before);
  }
};

constexpr const char* somebody = "somebody else has changed it meanwhile";

TEST_F(Changes, AreMadeTogether) {
  put("a", "old a");
  put("gone", "old");
  EXPECT_FALSE(files.change({{in("a"), "new a", "old a"},
                             {in("gone"), std::nullopt, "old"},
                             {in("new/folder/b"), "new b"},
                             {in("c"), "new c"}}));
  const Tree after = tree();
  EXPECT_EQ(after.size(), 5U);
  EXPECT_TRUE(after.at("a").ends_with(" new a"));
  EXPECT_TRUE(after.at("new/folder/b").ends_with(" new b"));
  EXPECT_TRUE(after.at("c").ends_with(" new c"));
}

// The last change fails when all of the others are made already.
TEST_F(Changes, AreTakenBackWhenTheLastOneFails) {
  put("a", "old a");
  ASSERT_EQ(::chmod(in("a").c_str(), 0640), 0);
  put("gone", "old");
  fs::create_symlink("a", folder / "link");
  put("b", "what somebody wrote");
  expect_nothing_changes({{in("link"), "new a", "old a"},
                          {in("gone"), std::nullopt, "old"},
                          {in("new/folder/c"), "new c"},
                          {in("b"), "new b", "what was read"}},
                         in("b"), somebody);
}

TEST_F(Changes, NewerWorkOfSomebodyElseStays) {
  put("a", "newer");
  expect_nothing_changes({{in("a"), "ours", "older"}}, in("a"), somebody);
  expect_nothing_changes({{in("a"), "ours"}}, in("a"), somebody);
  expect_nothing_changes({{in("a"), std::nullopt, "older"}}, in("a"), somebody);
}

TEST_F(Changes, TwoThatDoTheSameDoNotDisturbEachOther) {
  put("a", "ours");
  EXPECT_FALSE(files.change({{in("a"), "ours"}}));
  EXPECT_FALSE(files.change({{in("a"), "ours", "older"}}));
  fs::remove(folder / "a");
  EXPECT_FALSE(files.change({{in("a"), "ours", "older"}}));
  EXPECT_TRUE(tree().at("a").ends_with(" ours"));
}

TEST_F(Changes, OfOneFileAreNotTwo) {
  expect_nothing_changes({{in("a"), "1"}, {in("a"), "2"}}, in("a"), "it would be written twice");
  fs::create_directory(folder / "x");
  expect_nothing_changes({{in("a"), "1"}, {in("./x/../a"), "2"}}, in("./x/../a"), "it would be written twice");
  fs::create_symlink("a", folder / "link");
  expect_nothing_changes({{in("a"), "1"}, {in("link"), "2"}}, in("link"), "it would be written twice");
  fs::create_symlink("a", folder / "other");
  expect_nothing_changes({{in("link"), "1"}, {in("other"), "2"}}, in("other"), "it would be written twice");
}

TEST_F(Changes, OneFileIsNotTheFolderOfAnother) {
  for (const bool inner_first : {false, true}) {
    std::vector<FileChange> changes{{in("x"), "1"}, {in("x/y/z"), "2"}};
    if (inner_first) std::swap(changes[0], changes[1]);
    expect_nothing_changes(changes, in("x/y/z"), "a part of the path is not a folder");
  }
}

// Signals wait for the end of it and then arrive: nothing lies about.
TEST_F(Changes, ASignalFindsAllOrNothing) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    for (int i = 0;; ++i) {
      std::vector<FileChange> changes;
      for (int n = 0; n < 20; ++n) {
        const std::string name = in(std::to_string(n));
        changes.push_back({name, std::to_string(i)});
        if (i > 0) changes.back().seen = std::to_string(i - 1);
      }
      if (files.change(changes)) ::_exit(1);
    }
  }
  ::usleep(300000);
  ::kill(child, SIGINT);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status)) << status;
  const Tree after = tree();
  ASSERT_EQ(after.size(), 20U);
  for (const auto& [name, text] : after) EXPECT_EQ(text, after.at("0")) << name;
}

// What is in the place of a file, and what that does to a change.
struct Place {
  std::string name;
  std::string path;
  // Why a new text cannot be written; empty: it can.
  std::string reason;
};

struct Places : Changes {
  const std::string long_name = std::string(300, 'x');

  void SetUp() override {
    Changes::SetUp();
    put("file", "text");
    put("locked", "text");
    ASSERT_EQ(::chmod(in("locked").c_str(), 0444), 0);
    fs::create_directory(folder / "folder");
    fs::create_symlink("nowhere/target", folder / "dangling");
    fs::create_symlink("file/target", folder / "below_a_file");
    fs::create_symlink("locked", folder / "to_locked");
    fs::create_symlink("folder", folder / "to_folder");
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
  }

  [[nodiscard]] std::vector<Place> all() const {
    return {{"a file", in("file"), ""},
            {"nothing", in("new"), ""},
            {"nothing in new folders", in("new/er/est"), ""},
            {"nothing, by way of a folder that is not there", in("none/../new"),
             "its path has '..' behind a folder that is not there"},
            {"a locked file", in("locked"), "it is read-only (mode 444)"},
            {"a folder", in("folder"), "is a folder"},
            {"a folder, with a slash", in("folder/"), "is a folder"},
            {"nothing, with a slash", in("new/"), "is a folder"},
            {"a folder above", in("folder/.."), "is a folder"},
            {"a name below a file", in("file/name"), "a part of the path is not a folder"},
            {"a name far below a file", in("file/a/b"), "a part of the path is not a folder"},
            {"a link to nowhere", in("dangling"), ""},
            {"a link to below a file", in("below_a_file"), "a part of the path is not a folder"},
            {"a link to a locked file", in("to_locked"), "it is read-only (mode 444)"},
            {"a link to a folder", in("to_folder"), "is a folder"},
            {"a name in a linked folder", in("to_folder/new"), ""},
            {"a name below a link to nowhere", in("dangling/new"), "a symbolic link in its path leads nowhere"},
            {"a circle", in("a"), "its symbolic links lead in a circle"},
            {"a name below a circle", in("a/new"), "its symbolic links lead in a circle"},
            {"a name that is too long", in(long_name), "its name is too long"},
            {"a name as long as names are", in(std::string(255, 'y')), ""},
            {"no path", "", "its path is empty"}};
  }
};

TEST_F(Places, WhatIsInTheWayIsKnownBefore) {
  for (std::size_t i = 0; i < all().size(); ++i) {
    // Each in a folder of its own.
    TearDown();
    SetUp();
    const Place place = all()[i];
    SCOPED_TRACE(place.name);
    const auto there = files.read(place.path);
    const auto* seen = std::get_if<std::string>(&there);
    const std::vector<FileChange> changes{
        {in("first"), "1"}, {place.path, "new", seen == nullptr ? std::nullopt : std::optional<std::string>(*seen)}};
    const Tree before = tree();
    const auto foreseen = files.obstacle(changes);
    EXPECT_EQ(tree(), before);
    const auto failure = files.change(changes);
    EXPECT_EQ(foreseen ? foreseen->error.reason : "", place.reason);
    EXPECT_EQ(failure ? failure->error.reason : "", place.reason);
    if (failure) {
      EXPECT_EQ(failure->path, place.path);
      EXPECT_EQ(tree(), before);
    } else {
      const auto written = files.read(place.path);
      EXPECT_TRUE(std::holds_alternative<std::string>(written) && std::get<std::string>(written) == "new");
    }
  }
}

}  // namespace
