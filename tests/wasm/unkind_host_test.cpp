// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A host that is not kind: it takes less than it is offered, is interrupted, refuses, or lies. engines/node.mjs plays it.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "on_engine.h"
#include "toolbox.h"

namespace {

class UnkindHost : public toolbox::OnEngine {
 protected:
  static constexpr std::string_view program = R"code(
#include <barewasi/io.hpp>
int main() {
  if (const auto written = barewasi::write_all(wasi::stdout_fd, "a long enough text\n"); !written) {
    return static_cast<int>(written.error());
  }
  return 0;
}
)code";

  void expect_answers(const std::string& answers, std::string_view out, int exit_code) {
    expect(program, out, exit_code, {.answers = {"fd_write=" + answers}});
  }
};

INSTANTIATE_TEST_SUITE_P(On, UnkindHost, testing::Values("node"), [](const auto& engine) { return engine.param; });

TEST_P(UnkindHost, PartialWritesAreContinued) { expect_answers("take:1", "a long enough text\n", 0); }

TEST_P(UnkindHost, InterruptedAndBlockedWritesAreRepeated) {
  expect_answers("27,6,take:3,6,6,27,take:5,ok", "a long enough text\n", 0);
}

TEST_P(UnkindHost, WhatAFailedWriteTookIsNotAskedFor) {
  // `intr`, and the count of the write before it is still there.
  expect_answers("take:7,27,take:3,6,ok", "a long enough text\n", 0);
}

TEST_P(UnkindHost, WhateverItAnswersTheLoopIsWhatItsModelSays) {
  auto arguments = toolbox::with_runtime();
  arguments.emplace_back("-mexec-model=reactor");
  const auto module = toolbox::build(workshop_, "writer.cpp", R"code(
#include <barewasi/io.hpp>
static char bytes[64];
extern "C" [[clang::export_name("room")]] char* room() { return bytes; }
extern "C" [[clang::export_name("write")]] int write(unsigned size) {
  return static_cast<int>(barewasi::write_all(wasi::stdout_fd, barewasi::Str(bytes, size)).error());
}
)code",
                                     arguments);
  const auto result = support::run({*toolbox::find_tool("node"), BAREWASI_TEST_PROGRAMS "/write_loop.mjs", module});
  EXPECT_EQ(result.out, "50000 runs, 0 wrong\n") << result.err;
}

// An instance that a host keeps, and calls again after a trap.
class Kept : public toolbox::OnEngine {
 protected:
  std::string library(const toolbox::Arguments& more = {}) {
    auto arguments = toolbox::with_runtime();
    arguments.emplace_back("-mexec-model=reactor");
    arguments.insert(arguments.end(), more.begin(), more.end());
    return toolbox::build(workshop_, "kept.cpp", R"code(
#include <barewasi/panic.hpp>
#define EXPORT(name) extern "C" [[clang::export_name(#name)]] void name()
static volatile int number = 7;
struct Trapping {};
template <class Out>
void show(Out&, Trapping) { __builtin_trap(); }
EXPORT(fail) { barewasi::panic("number ", number + 0); }
EXPORT(cut) { barewasi::panic("cut ", Trapping()); }
EXPORT(say) { barewasi::print("said ", number + 0, "\n"); }
)code",
                          arguments);
  }

  static std::string call(const std::string& library, const std::vector<std::string>& functions, bool blocks = false) {
    std::vector<std::string> words = {*toolbox::find_tool("node"), BAREWASI_TEST_PROGRAMS "/kept.mjs", library};
    words.insert(words.end(), functions.begin(), functions.end());
    const auto result = support::run(
        words,
        {.input = {}, .working_directory = {}, .environment = {{"BLOCKS", blocks ? "1" : "0"}}, .timeout_seconds = 60});
    return result.out + result.err;
  }
};
INSTANTIATE_TEST_SUITE_P(On, Kept, testing::Values("node"), [](const auto& engine) { return engine.param; });

TEST_P(Kept, EveryPanicHasItsLine) {
  const std::string out = call(library(), {"fail", "fail", "say", "cut", "fail", "fail"});
  const std::string whole = "kept.cpp:8: panic: number 7\n";
  std::size_t found = 0;
  for (std::size_t at = out.find(whole); at != std::string::npos; at = out.find(whole, at + 1)) ++found;
  // The one after a panic that did not come to its end has its place and first part.
  EXPECT_EQ(found, 3U) << out;
  EXPECT_NE(out.find("kept.cpp:8: panic: number\n"), std::string::npos) << out;
  EXPECT_NE(out.find("say: said 7\n"), std::string::npos) << out;
}

TEST_P(Kept, WaitsWhereAWriteWouldBlockWhenItIsLinkedSo) {
  const std::string waiting = library({toolbox::library("wait-when-blocked.o")});
  EXPECT_EQ(call(waiting, {"say", "say"}, true), "say: (poll 1: kind 2, descriptor 1)said 7\nsay: said 7\n");
  // Without, it asks again and again, and gives up.
  EXPECT_EQ(call(library(), {"say"}, true), "say: \n");
}

// Two recipes that are found everywhere, and what docs/ has in their place.

TEST_P(Kept, StateBeginsAnewAtEachCallWhereNobodyCallsConstructors) {
  const auto build = [&](const toolbox::Arguments& more) {
    auto arguments = toolbox::with_runtime();
    arguments.insert(arguments.end(), more.begin(), more.end());
    return toolbox::build(workshop_, "state.cpp", R"code(
#include <barewasi/io.hpp>
struct Counter {
  int value;
  Counter() : value(0) { barewasi::print("made "); }
};
static Counter counter;
extern "C" [[clang::export_name("next")]] void next() { barewasi::print(++counter.value, "\n"); }
)code",
                          arguments);
  };
  EXPECT_EQ(call(build({"-nostartfiles", "-Wl,--no-entry", "-Wl,--export-dynamic"}), {"next", "next"}),
            "next: made 1\nnext: made 1\n");
  EXPECT_EQ(call(build({"-mexec-model=reactor"}), {"next", "next"}), "next: 1\nnext: 2\n");
}

TEST_P(Kept, MemoryOfTheHostIsTheHeapsWhenTheLinkerKnowsOfIt) {
  const auto build = [&](const toolbox::Arguments& more) {
    auto arguments = toolbox::with_runtime();
    arguments.insert(arguments.end(), {"-mexec-model=reactor", "-Wl,--import-memory"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return toolbox::build(workshop_, "fill.cpp", R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
extern "C" [[clang::export_name("fill")]] void fill() {
  int blocks = 0;
  for (void* volatile block = malloc(65000); block != nullptr; block = malloc(65000)) ++blocks;
  barewasi::print(blocks > 240 ? "all" : "little", "\n");
}
)code",
                          arguments);
  };
  EXPECT_EQ(call(build({}), {"fill"}), "fill: little\n");
  EXPECT_EQ(call(build({"-Wl,--initial-memory=16515072"}), {"fill"}), "fill: all\n");
}

TEST_P(UnkindHost, AClosedDescriptorIsReported) { expect_answers("take:4,64", "a lo", 64); }

TEST_P(UnkindHost, AWriteThatTakesNothingIsAnError) { expect_answers("lie:0", "", 29); }

TEST_P(UnkindHost, AWriteThatTakesMoreThanThereIsIsAnError) { expect_answers("lie:1000", "", 29); }

TEST_P(UnkindHost, AWriteThatStaysBlockedEndsInItsError) { expect_answers("6", "", 6); }

TEST_P(UnkindHost, ArgumentsThatCannotBeReadEndInStatus71) {
  constexpr std::string_view with_arguments = "int main(int argc, char**) { return argc; }";
  for (const char* const answer : {"args_sizes_get=28", "args_sizes_get=52", "args_get=21", "args_get=52"}) {
    const auto result = run(with_arguments, {.answers = {answer}});
    EXPECT_EQ(result.err, "no args/env\n") << answer;
    EXPECT_EQ(result.exit_code, 71) << answer;
  }
}

// What Node says when there are none.
TEST_P(UnkindHost, ArgumentsThatAreInvalidAreNone) {
  expect("int main(int argc, char** argv) { return argc == 0 && argv[0] == nullptr ? 0 : 1; }", "", 0,
         {.answers = {"args_get=28"}});
}

}  // namespace
