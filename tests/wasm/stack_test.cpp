// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A stack that overflows: where it lies decides whether that is a trap or other data.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "toolbox.h"

namespace {

struct Stack : testing::Test {
  toolbox::Workshop workshop_;
};

constexpr std::string_view descending = R"(
#include <barewasi/io.hpp>
static volatile char data[8192];
static bool is_whole() {
  for (volatile char& byte : data) if (byte != 0) return false;
  return true;
}
__attribute__((noinline)) int descend(int depth) {
  volatile char frame[4096];
  for (volatile char& byte : frame) byte = 1;
  if (!is_whole()) {
    barewasi::print("data was overwritten\n");
    return 1;
  }
  return descend(depth + 1) + frame[depth % 4096];
}
int main() { return descend(0); }
)";

// Linkers before LLVM 22's put the stack above the data, and know no word for that.
constexpr bool stack_is_first = BAREWASI_WASM_CLANG >= 22;

// The stack lies below the data, so that its end is the beginning of memory.
TEST_F(Stack, ThatOverflowsTraps) {
  if (!stack_is_first) GTEST_SKIP() << "only with -Wl,--stack-first, as for clang 19 below";
  const std::string deep = toolbox::build(workshop_, "deep.cpp", descending);
  for (const std::string& engine : toolbox::engines_at_hand()) {
    const auto result = toolbox::run(engine, deep);
    EXPECT_EQ(result.out, "") << engine;
    EXPECT_EQ(result.exit_code, toolbox::trapped) << engine << ": " << result.err;
  }
}

// Where it lies above them, as older linkers have it, the same program meets its own data.
TEST_F(Stack, ThatOverflowsControlAboveTheDataItOverwritesThem) {
  auto arguments = toolbox::with_runtime();
  if (stack_is_first) arguments.emplace_back("-Wl,--no-stack-first");
  const std::string deep = toolbox::build(workshop_, "deep.cpp", descending, arguments);
  for (const std::string& engine : toolbox::engines_at_hand()) {
    EXPECT_EQ(toolbox::run(engine, deep).out, "data was overwritten\n") << engine;
  }
}

TEST_F(Stack, ThatOverflowsTrapsByClang19WhenItIsTold) {
  const auto clang = toolbox::find_tool("clang++-19");
  if (!clang) GTEST_SKIP() << "clang++-19 is not installed: scripts/setup --ci";
  const std::string deep = workshop_.file("deep.cpp", descending);
  const std::string module = (workshop_.path() / "deep.wasm").string();
  const auto built = support::run(
      {*clang, "--target=wasm32-wasi", "--sysroot=" BAREWASI_SYSROOT, "-Oz", "-Wl,--stack-first", deep, "-o", module},
      {.input = {}, .working_directory = {}, .environment = {}});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  EXPECT_EQ(built.err, "");
  for (const std::string& engine : toolbox::engines_at_hand()) {
    const auto result = toolbox::run(engine, module);
    EXPECT_EQ(result.out, "") << engine;
    EXPECT_EQ(result.exit_code, toolbox::trapped) << engine << ": " << result.err;
  }
}

}  // namespace
