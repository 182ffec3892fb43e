// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/unified_diff.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "support/process.h"

namespace {

std::string diff(std::string_view a, std::string_view b) {
  return support::unified_diff(a, b, {.old_name = "a", .new_name = "b"});
}

TEST(UnifiedDiff, EqualTextsHaveNone) { EXPECT_EQ(diff("x\ny\n", "x\ny\n"), ""); }

TEST(UnifiedDiff, ShowsChangesInTheirContext) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
            "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, TellsOfAMissingFinalNewline) {
  EXPECT_EQ(diff("x\n", "x"), "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+x\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, FromNothing) { EXPECT_EQ(diff("", "x\n"), "--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n"); }

// The independent answer: `patch` makes the one text from the other.
TEST(UnifiedDiff, PatchAppliesIt) {
  if (support::run({"patch", "--version"}).exit_code != 0) GTEST_SKIP() << "patch is not installed";
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("unified_diff_test." + std::to_string(std::random_device()()));
  std::filesystem::create_directories(folder);
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::string a;
    std::string b;
    for (int i = 0; i < 60; ++i) {
      const std::string line = std::to_string(random() % 8) + '\n';
      const auto fate = random() % 6;
      if (fate != 0) a += line;
      if (fate != 1) b += fate == 2 ? "changed\n" : line;
    }
    std::ofstream(folder / "text") << a;
    const support::ProcessResult patched = support::run(
        {"patch", "-s", "--posix", "text"}, {.input = diff(a, b), .working_directory = folder, .environment = {}});
    ASSERT_EQ(patched.exit_code, 0) << patched.out << patched.err << diff(a, b);
    std::stringstream text;
    text << std::ifstream(folder / "text").rdbuf();
    EXPECT_EQ(text.str(), b);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace
