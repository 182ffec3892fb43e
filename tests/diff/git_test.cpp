// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Documents at a revision of a git repository, in repositories made for the purpose.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "../cli/tool.h"
#include "support/git_files.h"
#include "support/process.h"

namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;
using cli_tests::Answer;

// A folder that goes with the test, which runs inside of it.
class DiffGit : public testing::Test {
 protected:
  void SetUp() override {
    if (support::run({"git", "--version"}).exit_code != 0) GTEST_SKIP() << "git is not installed";
    home_ = fs::current_path();
    root_ = fs::temp_directory_path() / ("diff_git_" + std::to_string(getpid()));
    fs::remove_all(root_);
    make("repository", "u32", "u8");
  }
  void TearDown() override {
    if (root_.empty()) return;
    fs::current_path(home_);
    fs::remove_all(root_);
  }

  static void write(const fs::path& path, const std::string& text) {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  static std::string git(std::vector<std::string> arguments) {
    std::vector<std::string> argv{"git",
                                  "-c",
                                  "user.name=Test",
                                  "-c",
                                  "user.email=test@example.org",
                                  "-c",
                                  "init.defaultBranch=main",
                                  "-c",
                                  "protocol.file.allow=always"};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    const support::ProcessResult result = support::run(argv);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
  }

  static void commit(const std::string& message) {
    git({"add", "-A"});
    git({"commit", "-q", "-m", message});
  }

  // Two commits: `first`, where number is `before`, and `second`; then a work tree in which everything is different again.
  void make(const std::string& name, const std::string& before, const std::string& after) {
    fs::create_directories(root_ / name);
    fs::current_path(root_ / name);
    git({"init", "-q"});
    write("a spec/entry.witx", "(use \"parts/types.witx\")\n(typename $r (record (field $x $n)))\n(module $m)\n");
    write("a spec/parts/types.witx", "(typename $n " + before + ")\n");
    write("top.witx", "(use \"used.witx\")\n(typename $r $n)\n");
    write("used.witx", "(typename $n " + before + ")\n");
    fs::create_symlink("top.witx", "link.witx");
    commit("first");
    git({"tag", "first"});
    write("a spec/parts/types.witx", "(typename $n " + after + ")\n");
    write("used.witx", "(typename $n " + after + ")\n");
    commit("second");
    git({"branch", "other/branch"});
    write("a spec/parts/types.witx", "(typename $n f64)\n");
    write("used.witx", "(typename $n f64)\n");
  }

  static Answer diff(const std::string& before, const std::string& after, std::vector<std::string> more = {}) {
    support::RealFiles files;
    std::vector<std::string> arguments{"diff", before, after};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return cli_tests::witxc(files, arguments);
  }

  fs::path home_;
  fs::path root_;
};

TEST_F(DiffGit, RevisionsAreComparedWithEachOther) {
  const Answer answer = diff("git:first:a spec/entry.witx", "git:HEAD:a spec/entry.witx");
  EXPECT_EQ(answer.exit_code, 1) << answer.err;
  EXPECT_THAT(answer.out, HasSubstr("n is u8 (1 byte) instead of u32 (4 bytes)"));
  EXPECT_THAT(answer.out, HasSubstr("git:first:a spec/parts/types.witx:1:14"));
}

TEST_F(DiffGit, ARevisionIsComparedWithTheWorkTree) {
  const Answer answer = diff("git:HEAD:a spec/entry.witx", "a spec/entry.witx");
  EXPECT_THAT(answer.out, HasSubstr("n is f64 (8 bytes) instead of u8 (1 byte)")) << answer.out << answer.err;
}

// At the top of the repository there is no folder in the path, and a branch's name may have one.
TEST_F(DiffGit, WhatAFileAtTheTopUsesIsReadAtItsRevision) {
  const Answer answer = diff("git:first:top.witx", "git:other/branch:top.witx");
  EXPECT_THAT(answer.out, HasSubstr("n is u8 (1 byte) instead of u32 (4 bytes)")) << answer.out << answer.err;
}

TEST_F(DiffGit, IncludeFoldersAreReadAtTheRevision) {
  write("use.witx", "(use \"types.witx\")\n(typename $r $n)\n");
  commit("third");
  const Answer answer = diff("git:HEAD:use.witx", "use.witx", {"-I", "a spec/parts"});
  EXPECT_EQ(answer.exit_code, 0) << answer.out << answer.err;
  write("a spec/parts/types.witx", "(typename $n u16)\n");
  EXPECT_THAT(diff("git:HEAD:use.witx", "use.witx", {"-I", "a spec/parts"}).out, HasSubstr("n is u16")) << answer.out;
}

TEST_F(DiffGit, PathsCanBeCountedFromTheWorkingFolder) {
  fs::current_path("a spec");
  const Answer answer = diff("git:first:./entry.witx", "git:HEAD:a spec/entry.witx");
  EXPECT_THAT(answer.out, HasSubstr("n is u8")) << answer.out << answer.err;
  EXPECT_EQ(diff("git:first:../top.witx", "git:first:top.witx").exit_code, 0);
  const Answer outside = diff("git:first:../../top.witx", "git:first:top.witx");
  EXPECT_EQ(outside.exit_code, 3);
  EXPECT_THAT(outside.err, HasSubstr("leads out of the repository"));
}

TEST_F(DiffGit, LinksAreFollowed) {
  EXPECT_EQ(diff("git:first:link.witx", "git:first:top.witx").exit_code, 0);
  fs::create_symlink("circle.witx", "circle.witx");
  commit("circle");
  EXPECT_EQ(diff("git:HEAD:circle.witx", "git:first:top.witx").exit_code, 3);
}

TEST_F(DiffGit, ABareCloneHasNoWorkTreeAndNeedsNone) {
  git({"clone", "-q", "--bare", (root_ / "repository").string(), (root_ / "bare.git").string()});
  fs::current_path(root_ / "bare.git");
  const Answer answer = diff("git:first:a spec/entry.witx", "git:main:a spec/entry.witx");
  EXPECT_THAT(answer.out, HasSubstr("n is u8 (1 byte) instead of u32 (4 bytes)")) << answer.out << answer.err;
}

TEST_F(DiffGit, AShallowCloneSaysWhatItLacks) {
  git({"clone", "-q", "--depth", "1", "--no-tags", "file://" + (root_ / "repository").string(),
       (root_ / "shallow").string()});
  fs::current_path(root_ / "shallow");
  const Answer answer = diff("git:first:top.witx", "git:HEAD:top.witx");
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_THAT(answer.err, HasSubstr("this shallow clone has no revision 'first'; 'git fetch --unshallow'"));
}

TEST_F(DiffGit, WhatCannotBeFoundIsNeverClean) {
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"git:nowhere:top.witx", "git knows no revision 'nowhere'"},
      {"git:first:none.witx", "no such file at revision 'first'"},
      {"git:first:a spec", "is a folder"},
      {"git:first:./", "is a folder"},
      {"git:first", "is written git:REV:PATH"},
      {"git::top.witx", "is written git:REV:PATH"},
      {"git:--help:top.witx", "cannot begin with '-'"},
      {"git:--output=stolen:top.witx", "cannot begin with '-'"},
      {"git:first;touch stolen:top.witx", "git knows no revision 'first;touch stolen'"},
      {"git:$(touch stolen):top.witx", "git knows no revision"},
      {"git:first:*.witx", "no such file"},
      {"git:first::(top)top.witx", "no such file"},
  };
  for (const auto& [path, reason] : wrong) {
    const Answer answer = diff(path, "top.witx");
    EXPECT_EQ(answer.exit_code, 3) << path << answer.out;
    EXPECT_THAT(answer.err, HasSubstr(reason)) << path << '\n' << answer.err;
  }
  EXPECT_FALSE(fs::exists("stolen"));
}

TEST_F(DiffGit, OutsideOfARepositoryGitSaysSo) {
  fs::create_directories(root_ / "empty");
  fs::current_path(root_ / "empty");
  const Answer answer = diff("git:HEAD:top.witx", "@preview1");
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_THAT(answer.err, HasSubstr("not a git repository"));
}

TEST_F(DiffGit, ARevisionIsNotWritable) {
  support::RealFiles real;
  support::GitFiles files(real);
  EXPECT_TRUE(files.change({{"git:HEAD:top.witx", "text"}}));
  EXPECT_TRUE(files.change({{"git:HEAD:top.witx", std::nullopt}}));
}

TEST_F(DiffGit, OneSpellingForEachFile) {
  support::RealFiles real;
  const support::GitFiles files(real);
  EXPECT_EQ(files.canonical("git:first:a spec/parts/../entry.witx"), "git:first:a spec/entry.witx");
  EXPECT_EQ(files.canonical("git:first:/top.witx"), "git:first:top.witx");
}

}  // namespace
