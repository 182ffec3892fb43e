// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The program of README.md that writes a file, on every engine at hand. tests/scripts carries out the rest of that file.

#include <gtest/gtest.h>

#include "toolbox.h"

namespace {

using toolbox::Workshop;

// The block of README.md that is log.cpp.
std::string first_program() {
  const std::string readme = toolbox::contents(BAREWASI_SOURCE "/README.md");
  constexpr std::string_view fence = "\n<!-- file log.cpp -->\n```cpp\n";
  const std::size_t begin = readme.find(fence) + fence.size();
  return readme.substr(begin, readme.find("\n```\n", begin) + 1 - begin);
}

class FirstScreen : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  Workshop workshop_;
  std::string module_ = toolbox::build(workshop_, "log.cpp", first_program());
};

INSTANTIATE_TEST_SUITE_P(On, FirstScreen, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(FirstScreen, WritesTheFileThatItNames) {
  const auto result =
      toolbox::run(GetParam(), module_, {.host_folder = workshop_.path().string(), .guest_folder = "/"});
  EXPECT_EQ(result.out + result.err, "");
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(toolbox::contents((workshop_.path() / "log.txt").string()), "hello\n");
}

TEST_P(FirstScreen, SaysThatItWasGivenNoFolder) {
  const auto result = toolbox::run(GetParam(), module_);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err, "no folder was given\n");
  EXPECT_EQ(result.exit_code, 1);
}

}  // namespace
