// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a write leaves of the file that was there: its mode, its links, or all of it.
#include "support/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/line_endings.h"

#include "../temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using support::FileChange;
using support::LineEnding;
using support::MemoryFiles;
using support::RealFiles;

struct Folder : testing::Test {
  RealFiles files;
  std::optional<TemporaryFolder> temporary;
  fs::path folder;

  // Some tests begin anew in their midst.
  void SetUp() override { folder = temporary.emplace().path(); }

  [[nodiscard]] std::string in(const std::string& name) const { return folder / name; }
  [[nodiscard]] std::string text(const std::string& name) const {
    const auto read = files.read(in(name));
    return std::holds_alternative<std::string>(read) ? std::get<std::string>(read) : "(not there)";
  }
  // Why a file cannot be written, by somebody who knows what is there; empty: it is.
  std::string why_not(const std::string& path, const std::string& text) {
    const auto there = files.read(path);
    const auto* seen = std::get_if<std::string>(&there);
    const auto failure = files.change(
        {{.path = path, .text = text, .seen = seen == nullptr ? std::nullopt : std::optional<std::string>(*seen)}});
    return failure ? failure->error.reason : "";
  }
  void put(const std::string& name, const std::string& text) { ASSERT_EQ(why_not(in(name), text), ""); }
  [[nodiscard]] unsigned mode(const std::string& name) const {
    struct stat status{};
    EXPECT_EQ(::stat(in(name).c_str(), &status), 0);
    return status.st_mode & 07777U;
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
};

TEST_F(Folder, AFileKeepsItsMode) {
  for (const unsigned wanted : {0600U, 0644U, 0664U, 0755U, 0200U | 0400U | 0040U}) {
    put("a", "old");
    ASSERT_EQ(::chmod(in("a").c_str(), wanted), 0);
    put("a", "new");
    EXPECT_EQ(mode("a"), wanted);
    EXPECT_EQ(text("a"), "new");
  }
}

TEST_F(Folder, ANewFileHasTheModeOfItsUser) {
  const mode_t mask = ::umask(027);
  put("a", "text");
  ::umask(mask);
  EXPECT_EQ(mode("a"), 0640U);
}

TEST_F(Folder, AFileThatNobodyMayWriteIsRefused) {
  put("a", "old");
  for (const unsigned wanted : {0444U, 0400U, 0555U}) {
    ASSERT_EQ(::chmod(in("a").c_str(), wanted), 0);
    EXPECT_EQ(why_not(in("a"), "new"), "it is read-only (mode " + std::to_string(wanted / 64) +
                                           std::to_string(wanted / 8 % 8) + std::to_string(wanted % 8) + ")");
    EXPECT_EQ(text("a"), "old");
    EXPECT_EQ(mode("a"), wanted);
    EXPECT_EQ(entries(), 1U);
  }
}

TEST_F(Folder, ALinkStaysALinkAndItsTargetIsReplaced) {
  fs::create_directory(folder / "there");
  put("there/target", "old");
  ASSERT_EQ(::chmod(in("there/target").c_str(), 0640), 0);
  fs::create_symlink("there/target", folder / "link");
  fs::create_symlink(folder / "link", folder / "again");
  put("again", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "again"));
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(text("there/target"), "new");
  EXPECT_EQ(mode("there/target"), 0640U);
}

TEST_F(Folder, ALinkToNothingGetsItsTarget) {
  fs::create_symlink("there/target", folder / "link");
  put("link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(text("there/target"), "new");
}

TEST_F(Folder, LinksThatLeadInACircleAreRefused) {
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  EXPECT_EQ(why_not(in("a"), "new"), "its symbolic links lead in a circle");
  EXPECT_EQ(entries(), 2U);
}

TEST_F(Folder, APipeOrADeviceIsNotReplaced) {
  EXPECT_EQ(why_not("/dev/null", "gone"), "");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  fs::create_symlink("/dev/null", folder / "sink");
  put("sink", "gone");
  EXPECT_TRUE(fs::is_symlink(folder / "sink"));
}

TEST_F(Folder, AllOfSeveralFilesAreWritten) {
  put("a", "old");
  EXPECT_FALSE(files.change({{in("a"), "1", "old"}, {in("new/b"), "2"}, {in("c"), "3"}}));
  EXPECT_EQ(text("a"), "1");
  EXPECT_EQ(text("new/b"), "2");
  EXPECT_EQ(text("c"), "3");
  EXPECT_EQ(entries(), 3U);
}

// Wherever in the list the file stands that cannot be written.
TEST_F(Folder, OrNone) {
  for (std::size_t bad = 0; bad < 3; ++bad) {
    std::vector<FileChange> texts;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string name = std::to_string(i);
      fs::remove(folder / name);
      if (i != 1) put(name, "old " + name);
      texts.push_back({.path = in(name), .text = "new", .seen = "old " + name});
    }
    put(std::to_string(bad), "old " + std::to_string(bad));
    ASSERT_EQ(::chmod(in(std::to_string(bad)).c_str(), 0444), 0);
    const auto failed = files.change(texts);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->path, texts[bad].path);
    EXPECT_EQ(failed->error.reason, "it is read-only (mode 444)");
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string name = std::to_string(i);
      EXPECT_EQ(text(name), i == 1 && bad != 1 ? "(not there)" : "old " + name);
    }
    EXPECT_EQ(entries(), bad == 1 ? 3U : 2U);
  }
}

TEST_F(Folder, WhatAnEarlierRunLeftIsNoObstacle) {
  std::ofstream(folder / (".witxc-" + std::to_string(::getpid()) + "-0.tmp")) << "left";
  put("a", "new");
  EXPECT_EQ(text("a"), "new");
  EXPECT_EQ(entries(), 2U);
}

TEST(LineEndings, OfTheFirstLineCount) {
  EXPECT_EQ(support::line_ending_of(""), LineEnding::lf);
  EXPECT_EQ(support::line_ending_of("a"), LineEnding::lf);
  EXPECT_EQ(support::line_ending_of("\n"), LineEnding::lf);
  EXPECT_EQ(support::line_ending_of("a\nb\r\n"), LineEnding::lf);
  EXPECT_EQ(support::line_ending_of("a\r\nb\n"), LineEnding::crlf);
  EXPECT_EQ(support::line_ending_of("\r\n"), LineEnding::crlf);
  EXPECT_EQ(support::line_ending_of("a\rb\n"), LineEnding::lf);
}

TEST(LineEndings, AreNoDifference) {
  EXPECT_EQ(support::with_lf("a\r\n\r\nb\rc\n\r"), "a\n\nb\rc\n\r");
  EXPECT_EQ(support::with_ending("a\nb\r\nc", LineEnding::crlf), "a\r\nb\r\nc");
  EXPECT_EQ(support::with_ending("a\nb\r\nc", LineEnding::lf), "a\nb\nc");
  EXPECT_TRUE(support::same_lines("a\r\nb\n", "a\nb\r\n"));
  EXPECT_FALSE(support::same_lines("a\n", "a"));
  EXPECT_FALSE(support::same_lines("a\rb", "ab"));
  EXPECT_TRUE(support::has_mixed_endings("a\r\nb\n"));
  EXPECT_FALSE(support::has_mixed_endings("a\r\nb\r\n"));
  EXPECT_FALSE(support::has_mixed_endings("a\rb\n"));
}

}  // namespace
