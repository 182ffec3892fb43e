// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is said of a path that a revision does not have.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include "support/git_files.h"
#include "support/process.h"

namespace {

namespace fs = std::filesystem;

TEST(GitHint, SaysHowPathsBeginToWhoIsInASubfolder) {
  if (support::run({"git", "--version"}).exit_code != 0) GTEST_SKIP() << "git is not installed";
  const fs::path root = fs::temp_directory_path() / ("git_hint_" + std::to_string(getpid()));
  fs::remove_all(root);
  fs::create_directories(root / "specs/deep");
  std::ofstream(root / "specs/a.witx") << "(typename $a u8)\n";
  const auto git = [&root](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"git", "-c", "user.name=Test", "-c", "user.email=test@example.org"});
    EXPECT_EQ(support::run(arguments, {.input = {}, .working_directory = root.string(), .environment = {}}).exit_code,
              0);
  };
  git({"init", "-q"});
  git({"add", "-A"});
  git({"commit", "-q", "-m", "one"});

  support::RealFiles files;
  const auto reason = [&](const std::string& folder, const std::string& path) {
    const auto read = support::GitFiles(files, (root / folder).string()).read(path);
    const auto* error = std::get_if<support::FileError>(&read);
    return error == nullptr ? std::string() : error->reason;
  };
  EXPECT_EQ(reason("specs", "git:HEAD:specs/a.witx"), "");
  EXPECT_EQ(reason("specs", "git:HEAD:./a.witx"), "");
  const std::string plain = "no such file at revision 'HEAD'";
  EXPECT_EQ(reason("specs", "git:HEAD:/a.witx"),
            plain + "; a path begins at the top of the repository, or with './' in this folder: 'git:HEAD:./a.witx'");
  EXPECT_EQ(reason("specs", "git:HEAD:a.witx"), reason("specs", "git:HEAD:/a.witx"));
  // At the top both beginnings mean the same, and who wrote './' knows.
  EXPECT_EQ(reason("", "git:HEAD:a.witx"), plain);
  EXPECT_EQ(reason("specs", "git:HEAD:./b.witx"), plain);
  fs::remove_all(root);
}

}  // namespace
