// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The layer that owns: descriptors, whole files, directories, lines, time and chance, on every engine at hand.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "toolbox.h"

namespace {

using toolbox::RunOptions;
using toolbox::Workshop;

class Owned : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  support::ProcessResult run(const RunOptions& how, const std::string& program = "owned") {
    const std::string module = (workshop_.path() / (program + ".wasm")).string();
    auto arguments = toolbox::with_runtime();
    arguments.insert(arguments.end(), {"-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"});
    const auto built = toolbox::compile({BAREWASI_TEST_PROGRAMS "/" + program + ".cpp"}, module, arguments);
    EXPECT_EQ(built.exit_code, 0) << built.err;
    return toolbox::run(GetParam(), module, how);
  }

  Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(On, Owned, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(Owned, FilesDirectoriesTimeAndChance) {
  const Workshop box;
  const auto result = run({.host_folder = box.path().string(), .guest_folder = "/box"});
  EXPECT_EQ(result.out, "300 files, success\n0 lines, 0 bytes, the longest 0, success\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Owned, FileSystem) {
  const Workshop box;
  const auto result = run({.host_folder = box.path().string(), .guest_folder = "/box"}, "filesystem");
  // What these engines lack, as of today; none of the others lacks anything.
  static const std::map<std::string, std::string> lacking = {{"chicory", "no renames, "},
                                                             {"deno", "links are followed, "}};
  const auto what = lacking.find(GetParam());
  EXPECT_EQ(result.out, (what == lacking.end() ? "" : what->second) + "done\n");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Owned, LinesOfAnyLength) {
  const std::string input = "one\n\nthree\n" + std::string(100'000, 'x') + "\nno end";
  const auto result = run({.arguments = {"lines"}, .input = input});
  EXPECT_EQ(result.out, "5 lines, 100014 bytes, the longest 100000, success\n");
  EXPECT_EQ(result.err, "");
}

using OwnedOnUnkindHost = Owned;
INSTANTIATE_TEST_SUITE_P(On, OwnedOnUnkindHost, testing::Values("node"),
                         [](const auto& engine) { return engine.param; });

TEST_P(OwnedOnUnkindHost, LinesOutliveAgainAndIntr) {
  const auto result = run({.arguments = {"lines"}, .input = "one\ntwo\n", .answers = {"fd_read=6,27,6,ok"}});
  EXPECT_EQ(result.out, "2 lines, 6 bytes, the longest 3, success\n");
}

TEST_P(OwnedOnUnkindHost, LinesReportWhatEndsThem) {
  const auto result = run({.arguments = {"lines"}, .input = "one\ntwo\n", .answers = {"fd_read=ok,29"}});
  EXPECT_EQ(result.out, "2 lines, 6 bytes, the longest 3, io\n");
}

TEST_P(OwnedOnUnkindHost, ADescriptorThatIsNeverReadyIsGivenUp) {
  const auto result = run({.arguments = {"lines"}, .input = "one\n", .answers = {"fd_read=6"}});
  EXPECT_EQ(result.out, "0 lines, 0 bytes, the longest 0, again\n");
}

}  // namespace
