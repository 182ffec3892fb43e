// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Libraries that a host keeps and calls into, on the engines that can be told so. (WASI in Bun has no word for it.)

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::Workshop;

constexpr std::string_view source = R"code(
#include <barewasi/args.hpp>
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
extern "C" void _initialize();
static const auto given = barewasi::args().size();
struct Counter {
  int* value;
  Counter() : value(new int(40 + (given != 0))) { barewasi::print("made\n"); }
  ~Counter() { barewasi::print("unmade\n"); }
};
static Counter counter;
extern "C" __attribute__((export_name("next"))) int next() { return ++*counter.value; }
extern "C" __attribute__((export_name("restart"))) int restart() {
  _initialize();
  return 0;
}
)code";

class Reactor : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  std::string library() const {
    auto arguments = toolbox::with_runtime();
    arguments.emplace_back("-mexec-model=reactor");
    return toolbox::build(workshop_, "library.cpp", source, arguments);
  }

  support::ProcessResult call(const std::vector<std::string>& functions) const {
    return toolbox::run(GetParam(), library(), {.invoked = functions});
  }

 private:
  Workshop workshop_;
};

class ReactorCalledOften : public Reactor {};

const auto by_engine = [](const auto& engine) { return engine.param; };
INSTANTIATE_TEST_SUITE_P(On, Reactor, testing::Values("wasmtime", "component", "node", "deno"), by_engine);
INSTANTIATE_TEST_SUITE_P(On, ReactorCalledOften, testing::Values("node", "deno"), by_engine);

TEST_P(Reactor, ExportsWhatItOffersAndNoStart) {
  EXPECT_EQ(toolbox::exports_of(library()), (std::vector<std::string>{"_initialize", "memory", "next", "restart"}));
}

TEST_P(Reactor, IsMadeBeforeItsFirstCall) {
  const auto result = call({"next"});
  EXPECT_EQ(result.out, "made\n42\n") << result.err;
  EXPECT_EQ(result.exit_code, 0);
}

TEST_P(Reactor, InitialisedTwiceTraps) {
  const auto result = call({"restart"});
  EXPECT_EQ(result.out, "made\n") << result.err;
  EXPECT_EQ(result.exit_code, toolbox::trapped);
}

TEST_P(ReactorCalledOften, KeepsWhatItsConstructorsMade) {
  const auto result = call({"next", "next", "next"});
  EXPECT_EQ(result.out, "made\n42\n43\n44\n") << result.err;
  EXPECT_EQ(result.exit_code, 0);
}

TEST(EmptyReactor, ImportsNothing) {
  const Workshop workshop;
  const std::string module = toolbox::build(
      workshop, "library.cpp", "extern \"C\" __attribute__((export_name(\"one\"))) int one() { return 1; }",
      {"--sysroot=" BAREWASI_SYSROOT, "-Oz", BAREWASI_NO_WASM_OPT, "-mexec-model=reactor"});
  EXPECT_EQ(toolbox::exports_of(module), (std::vector<std::string>{"_initialize", "memory", "one"}));
  EXPECT_EQ(toolbox::imports_of(module), std::vector<std::string>{});
}

}  // namespace
