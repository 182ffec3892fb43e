// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What programs are told, on every engine at hand: arguments and environment.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "on_engine.h"
#include "toolbox.h"

namespace {

class Arguments : public toolbox::OnEngine {};

INSTANTIATE_TEST_SUITE_P(On, Arguments, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(Arguments, ArriveAsGiven) {
  expect(R"code(
#include <barewasi/args.hpp>
#include <barewasi/io.hpp>
int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) barewasi::print("[", argv[i], "]");
  return argv[argc] == nullptr && static_cast<int>(barewasi::args().size()) == argc ? 0 : 1;
}
)code",
         "[one][two words][][ünï]", 0, {.arguments = {"one", "two words", "", "ünï"}});
}

TEST_P(Arguments, AreReadBeforeStaticObjects) {
  expect(R"code(
#include <barewasi/args.hpp>
#include <barewasi/io.hpp>
static barewasi::usize before = 0;
// The first that a program may choose.
[[gnu::constructor(101)]] static void count() { before = barewasi::args().size(); }
static const auto given = barewasi::args().size();
int main() {
  barewasi::print(before - 1, " ", given - 1, " ", barewasi::environment().begin() != nullptr, "\n");
}
)code",
         "2 2 true\n", 0, {.arguments = {"one", "two"}});
}

// Memory that cannot grow by the two pages that the arguments want, or by the second.
TEST_P(Arguments, WithoutMemoryEndInStatus71) {
  for (const char* const most : {"131072", "196608"}) {
    auto arguments = toolbox::with_runtime();
    arguments.emplace_back(std::string("-Wl,--max-memory=") + most);
    const auto module = toolbox::build(workshop_, "full.cpp", "int main(int argc, char**) { return argc; }", arguments);
    const auto result = toolbox::run(GetParam(), module);
    EXPECT_EQ(result.err, "no args/env\n") << most;
    EXPECT_EQ(result.exit_code, 71) << most;
  }
}

// Their sizes are told into the far end of the stack, and nothing else.
TEST_P(Arguments, AreReadWithTheSmallestStack) {
  auto arguments = toolbox::with_runtime();
  arguments.emplace_back("-Wl,-z,stack-size=16");
  const auto module = toolbox::build(workshop_, "small.cpp", R"code(
#include <barewasi/args.hpp>
int first[8] = {1, 2, 3, 4, 5, 6, 7, 8};
int main() {
  int sum = 0;
  for (const int number : first) sum += number;
  return barewasi::args().size() == 3 && sum == 36 && barewasi::environment().begin() != nullptr ? 0 : 1;
}
)code",
                                     arguments);
  const auto result = toolbox::run(GetParam(), module, {.arguments = {"one", "two"}});
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Arguments, MayBeLargerThanTheFirstPages) {
  expect(R"code(
#include <barewasi/io.hpp>
int main(int argc, char** argv) {
  unsigned long total = 0;
  for (int i = 1; i < argc; ++i) total += __builtin_strlen(argv[i]);
  barewasi::print(argc - 1, " ", total, "\n");
  return 0;
}
)code",
         "3 300000\n", 0, {.arguments = std::vector<std::string>(3, std::string(100'000, 'x'))});
}

TEST_P(Arguments, TheEnvironmentIsFoundByName) {
  expect(R"code(
#include <barewasi/args.hpp>
#include <barewasi/io.hpp>
static const char* value(witx::Str name) {
  const char* found = barewasi::environment_value(name);
  return found ? found : "(none)";
}
int main() {
  barewasi::print(value("NAME"), "|", value("EMPTY"), "|", value("NAM"), "|", value("NAME1"), "\n");
  return 0;
}
)code",
         "a=b||(none)|(none)\n", 0, {.environment = {{"NAME", "a=b"}, {"EMPTY", ""}}});
}

}  // namespace
