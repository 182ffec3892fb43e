// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every function of preview 1, called through the typed layer by the programs of programs/calls, on every engine at
// hand. Where an engine does otherwise than the programs expect, differences.cpp says so by name.

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "differences.h"
#include "toolbox.h"

namespace {

using toolbox::difference;
using toolbox::Workshop;

constexpr const char* programs[] = {"contents", "paths", "folders", "surroundings", "sockets"};

// What is asked one at a time, for it ends the program on some engines.
constexpr const char* questions[] = {"args_get",      "args_sizes_get", "environ_get", "environ_sizes_get",
                                     "clock_res_get", "clock_time_get", "poll_oneoff", "random_get"};

std::string build_program(const Workshop& workshop, const std::string& name) {
  const std::string module = (workshop.path() / (name + ".wasm")).string();
  auto arguments = toolbox::with_runtime();
  arguments.insert(arguments.end(), {"-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"});
  const auto built = toolbox::compile({BAREWASI_TEST_PROGRAMS "/calls/" + name + ".cpp"}, module, arguments);
  EXPECT_EQ(built.exit_code, 0) << built.err;
  return module;
}

// "WRONG fd_tell of a directory: badf" without the error.
std::string without_error(const std::string& line) { return line.substr(0, line.find(": ")); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class Calls : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  // What the program says of its calls on the engine of this test.
  std::vector<std::string> lines(const std::string& program, const std::vector<std::string>& arguments) {
    const Workshop box;
    toolbox::RunOptions how = {.arguments = arguments, .environment = {{"COLOUR", "green"}}};
    // What is around a program is there without any folder.
    if (program != "surroundings") {
      how.host_folder = box.path().string();
      how.guest_folder = "/box";
    }
    const auto result = toolbox::run(GetParam(), build_program(tools_, program), how);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return lines_of(result.out);
  }

  // Nothing is wrong but what is known to be, and all of that still is.
  void expect_as_known(const std::string& program, const std::vector<std::string>& arguments) {
    const auto said = lines(program, arguments);
    EXPECT_FALSE(said.empty());
    for (const std::string& line : said) {
      const std::string call = without_error(line).substr(line.find(' '));
      const bool known = difference(GetParam(), "WRONG" + call).has_value();
      EXPECT_EQ(line.starts_with("WRONG"), known) << line;
    }
  }

  Workshop tools_;
};

INSTANTIATE_TEST_SUITE_P(On, Calls, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(Calls, ContentsOfFiles) { expect_as_known("contents", {}); }
TEST_P(Calls, FilesByName) { expect_as_known("paths", {}); }
TEST_P(Calls, Folders) { expect_as_known("folders", {}); }
TEST_P(Calls, Surroundings) { expect_as_known("surroundings", {"one", "two"}); }
TEST_P(Calls, AStreamIsReady) { expect_as_known("surroundings", {"stream"}); }
TEST_P(Calls, SocketsRefuse) { expect_as_known("sockets", {}); }

TEST_P(Calls, ExitStatusArrives) {
  const auto result = toolbox::run(GetParam(), build_program(tools_, "surroundings"), {.arguments = {"proc_exit"}});
  EXPECT_EQ(result.exit_code, toolbox::status_from(GetParam(), 33)) << result.err;
}

// Each has an error for this, or ends the program: none goes on as if all were well.
TEST_P(Calls, WhatCannotBeIsRefused) {
  const std::string module = build_program(tools_, "surroundings");
  for (const char* const question : questions) {
    const auto result =
        toolbox::run(GetParam(), module, {.arguments = {question}, .environment = {{"COLOUR", "green"}}});
    const bool refused = result.exit_code == 0 && result.out.starts_with(std::string("refuses ") + question);
    const bool known = difference(GetParam(), std::string("WRONG ") + question + " of what cannot be").has_value();
    EXPECT_NE(refused || result.exit_code != 0, known) << question << ": " << result.out << result.err;
  }
}

// ---- None forgotten -------------------------------------------------------------------------------------------------

TEST(AllCalls, TheProgramsImportEveryFunction) {
  const Workshop workshop;
  std::set<std::string> imported;
  for (const char* const program : programs) {
    for (const std::string& import : toolbox::imports_of(build_program(workshop, program))) {
      imported.insert(import.substr(import.find(' ') + 1));
    }
  }
  EXPECT_EQ(imported.size(), 46U);
  EXPECT_EQ(imported, toolbox::every_function());
}

class CallsOnWasmtime : public Calls {};
INSTANTIATE_TEST_SUITE_P(On, CallsOnWasmtime, testing::Values("wasmtime"),
                         [](const auto& engine) { return engine.param; });

TEST_P(CallsOnWasmtime, EveryFunctionGivesOrRefusesAsItShould) {
  std::set<std::string> gave;
  std::set<std::string> refused(std::begin(questions), std::end(questions));
  const auto note = [&](const std::string& program, const std::vector<std::string>& arguments) {
    for (const std::string& line : lines(program, arguments)) {
      std::istringstream words(line);
      std::string verdict;
      std::string function;
      words >> verdict >> function;
      while (function.ends_with(':')) function.pop_back();
      if (verdict == "gives") gave.insert(function);
      if (verdict == "refuses") refused.insert(function);
    }
  };
  for (const char* const program : {"contents", "paths", "folders", "sockets"}) note(program, {});
  note("surroundings", {"one", "two"});
  note("surroundings", {"proc_raise"});

  // Given up by Wasmtime; no socket was opened; never returns.
  const std::set<std::string> cannot_give = {
      "fd_allocate", "fd_fdstat_set_rights", "proc_exit", "proc_raise", "sock_accept",
      "sock_recv",   "sock_shutdown",        "sock_send"};
  const std::set<std::string> cannot_refuse = {"proc_exit", "sched_yield"};
  for (const std::string& function : toolbox::every_function()) {
    EXPECT_NE(gave.contains(function), cannot_give.contains(function)) << function;
    EXPECT_NE(refused.contains(function), cannot_refuse.contains(function)) << function;
  }
}

}  // namespace
