// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// LLVM's libc++ on top of the runtime: each program of programs/libcxx works in every language version, and asks nothing
// more of its engine than a program without libc++ does.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "toolbox.h"

namespace {

namespace fs = std::filesystem;
using toolbox::Arguments;
using toolbox::Workshop;

const std::string libcxx = BAREWASI_LIBCXX;
const std::string programs = BAREWASI_TEST_PROGRAMS "/libcxx";

#define SKIP_WITHOUT_LIBCXX() \
  if (libcxx.empty()) GTEST_SKIP() << "libc++ for wasm32 is not installed: scripts/setup --ci"

// As docs/libcxx.md has it.
Arguments with_libcxx(const Arguments& more) {
  Arguments all = {"--sysroot=" BAREWASI_SYSROOT,
                   "-fno-exceptions",
                   "-fno-rtti",
                   "-Wall",
                   "-Wextra",
                   "-Werror",
                   BAREWASI_NO_WASM_OPT,
                   "-Wl,--fatal-warnings",
                   "-nostdinc++",
                   "-isystem",
                   libcxx + "/include/wasm32-wasi/c++/v1"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

// The archives come after what needs them: ours first, for what both have.
const Arguments& archives() {
  static const Arguments all = {"-lc++", "-lc++abi", libcxx + "/lib/wasm32-wasi/libc++.a"};
  return all;
}

std::string build(const Workshop& workshop, const std::string& source, const Arguments& more) {
  std::string module = (workshop.path() / "program.wasm").string();
  std::vector<std::string> inputs = {source};
  inputs.insert(inputs.end(), archives().begin(), archives().end());
  const auto built = toolbox::compile(inputs, module, with_libcxx(more));
  EXPECT_EQ(built.exit_code, 0) << built.err;
  EXPECT_EQ(built.err, "");
  return module;
}

std::vector<std::string> names_of_programs() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(programs)) {
    if (entry.path().extension() == ".cpp") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// The path of a program's source, and the first standard that has what it uses.
std::string source_of(const std::string& program) { return programs + "/" + program + ".cpp"; }
std::string oldest_standard(const std::string& program) { return program == "expected" ? "-std=c++23" : "-std=c++20"; }

void expect_success(const std::string& engine, const std::string& module, const std::string& program) {
  const auto result = toolbox::run(engine, module);
  EXPECT_EQ(result.exit_code, 0) << engine << ": the check on that line of " << program << ".cpp; " << result.err;
  EXPECT_EQ(result.out + result.err, "") << engine;
}

class LibcxxPrograms : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    SKIP_WITHOUT_LIBCXX();
    SKIP_WITHOUT_ENGINE("wasmtime");
  }

  std::string build(const Arguments& more) const { return ::build(workshop_, source_of(GetParam()), more); }

  Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(Works, LibcxxPrograms, testing::ValuesIn(names_of_programs()),
                         [](const auto& program) { return program.param; });

TEST_P(LibcxxPrograms, OnWasmtimeAndNodeWithNoImportButAnEndAndAMessage) {
  const std::string module = build({oldest_standard(GetParam()), "-Oz"});
  for (const std::string& import : toolbox::imports_of(module)) {
    EXPECT_TRUE(import == "wasi_snapshot_preview1 proc_exit" || import == "wasi_snapshot_preview1 fd_write") << import;
  }
  expect_success("wasmtime", module, GetParam());
  SKIP_WITHOUT_ENGINE("node");
  expect_success("node", module, GetParam());
}

TEST_P(LibcxxPrograms, InLaterStandardsUnoptimisedToo) {
  expect_success("wasmtime", build({"-std=c++23", "-O0"}), GetParam());
  expect_success("wasmtime", build({"-std=c++26", "-Oz"}), GetParam());
}

TEST(LibcxxPage, HasARowForEachProgramAndNoOther) {
  std::ifstream stream(BAREWASI_SOURCE "/docs/libcxx.md");
  const std::regex row(R"(\| (\w+) \| \d+ \| \d+ \|)");
  std::vector<std::string> rows;
  bool in_table = false;
  for (std::string line; std::getline(stream, line);) {
    if (line == "| program | barewasi | wasi-libc |") in_table = true;
    if (line.empty()) in_table = false;
    if (std::smatch match; in_table && std::regex_match(line, match, row)) rows.push_back(match[1]);
  }
  EXPECT_EQ(rows, names_of_programs());
}

// A row of the engine table: what the programs above leave to the engine differs little.
class LibcxxOnEngines : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    SKIP_WITHOUT_LIBCXX();
    SKIP_WITHOUT_ENGINE(GetParam());
  }

  void expect_success(const std::string& program) const {
    const std::string module = build(workshop_, source_of(program), {oldest_standard(program), "-Oz"});
    ::expect_success(GetParam(), module, program);
  }

  Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(On, LibcxxOnEngines, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(LibcxxOnEngines, Algorithms) { expect_success("algorithm"); }
TEST_P(LibcxxOnEngines, Atomics) { expect_success("atomic"); }
TEST_P(LibcxxOnEngines, Functions) { expect_success("function"); }
TEST_P(LibcxxOnEngines, HashMaps) { expect_success("unordered_map"); }
TEST_P(LibcxxOnEngines, Strings) { expect_success("string"); }

class Libcxx : public testing::Test {
 protected:
  void SetUp() override {
    SKIP_WITHOUT_LIBCXX();
    SKIP_WITHOUT_ENGINE("wasmtime");
  }

  support::ProcessResult run(const std::string& source, const Arguments& more = {"-std=c++20", "-Oz"}) const {
    return toolbox::run("wasmtime", build(workshop_, workshop_.file("program.cpp", source), more));
  }

  Workshop workshop_;
};

TEST_F(Libcxx, WhatWouldThrowPanicsInstead) {
  const auto result = run(R"(
#include <barewasi/buffered.hpp>
#include <vector>
int main(int argc, char**) {
  barewasi::print_buffered("written before\n");
  return std::vector<int>(1).at(argc);
}
)");
  EXPECT_EQ(result.exit_code, toolbox::trapped);
  EXPECT_EQ(result.out, "written before\n");
  const std::string line = "panic: out_of_range was thrown in -fno-exceptions mode with message \"vector\"\n";
  EXPECT_EQ(result.err.substr(0, line.size()), line);
}

TEST_F(Libcxx, EveryDirectiveOfItsMessagesIsShown) {
  const auto result = run(R"(
#include <__verbose_abort>
int main() { std::__libcpp_verbose_abort("%s %d %i|%zu rest", "text", -1, 2, sizeof(int)); }
)");
  EXPECT_EQ(result.exit_code, toolbox::trapped);
  const std::string line = "panic: text -1 2|%zu rest\n";
  EXPECT_EQ(result.err.substr(0, line.size()), line);
}

TEST_F(Libcxx, ChecksThatTalkPanicWithTheirPlace) {
  const auto result = run("#include <span>\nint main(int argc, char**) { return std::span<int>()[argc]; }\n",
                          {"-std=c++20", "-Oz", "-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_DEBUG"});
  EXPECT_EQ(result.exit_code, toolbox::trapped);
  EXPECT_TRUE(result.err.starts_with("panic: ")) << result.err;
  EXPECT_NE(result.err.find(": index out of range\n"), std::string::npos) << result.err;
}

// Types by name, dynamic_cast and terminate are libc++abi's, which libc++'s archive has in it.
TEST_F(Libcxx, WithTypesAtRunTimeToo) {
  const auto result = run(R"(
#include <cstdlib>
#include <exception>
#include <typeinfo>
struct Base { virtual ~Base() {} };
struct Left : virtual Base {};
struct Right : virtual Base {};
struct Both : Left, Right {};
static Base& seen(Base& object) { asm volatile("" ::: "memory"); return object; }
int main() {
  Both both;
  Base& base = seen(both);
  if (dynamic_cast<Right*>(&base) == nullptr || typeid(base) != typeid(Both)) return 1;
  std::set_terminate([] { std::_Exit(7); });
  std::terminate();
}
)",
                          {"-std=c++20", "-Oz", "-frtti"});
  EXPECT_EQ(result.exit_code, 7) << result.err;
}

// Each in an object with something else that the program needs.
TEST_F(Libcxx, WhatBothArchivesHaveIsNoDuplicate) {
  const auto result = run(R"(
#include <new>
int main() {
  int* const number = new (std::nothrow) int(3);
  if (*number != 3) return 1;
  delete number;
  std::__throw_bad_alloc();
}
)",
                          {"-std=c++20", "-O0"});
  EXPECT_EQ(result.exit_code, toolbox::trapped);
  EXPECT_TRUE(result.err.starts_with("panic: bad_alloc was thrown in -fno-exceptions mode\n")) << result.err;
}

TEST_F(Libcxx, ThroughLinkTimeOptimisation) {
  for (const char* const how : {"-flto=thin", "-flto=full"}) {
    const auto module = build(workshop_, programs + "/shared_ptr.cpp", {"-std=c++20", "-O2", how});
    EXPECT_EQ(toolbox::run("wasmtime", module).exit_code, 0) << how;
  }
}

TEST_F(Libcxx, PrintsItsStringsThroughTheRuntime) {
  const auto result = run(R"(
#include <barewasi/io.hpp>
#include <barewasi/heap.hpp>
#include <string>
int main() {
  const std::string text = "a string";
  return barewasi::print(text, " and ", std::string_view(text).substr(2), "\n") ? 0 : 1;
}
)");
  EXPECT_EQ(result.out, "a string and string\n");
  EXPECT_EQ(result.exit_code, 0);
}

// Everything is declared for the headers' sake; what is not there has to say so.
TEST_F(Libcxx, WhatIsOnlyNamedIsALinkErrorThatNamesIt) {
  const std::string source =
      workshop_.file("program.cpp", "#include <cstdio>\nint main() { return std::printf(\"%d\", 1); }\n");
  const auto built = toolbox::compile({source}, (workshop_.path() / "program.wasm").string(), with_libcxx({}));
  EXPECT_NE(built.exit_code, 0);
  EXPECT_NE(built.err.find("undefined symbol: printf"), std::string::npos) << built.err;
}

class LibcxxPackage : public testing::Test {
 protected:
  void SetUp() override { SKIP_WITHOUT_LIBCXX(); }

  support::ProcessResult configure(const Arguments& more) const {
    (void)workshop_.file("CMakeLists.txt", R"(
cmake_minimum_required(VERSION 3.25)
project(app LANGUAGES CXX)
find_package(barewasi REQUIRED COMPONENTS libcxx)
add_executable(app string.cpp)
target_link_libraries(app PRIVATE barewasi::libcxx)
)");
    fs::copy_file(programs + "/string.cpp", workshop_.path() / "string.cpp", fs::copy_options::overwrite_existing);
    fs::copy_file(programs + "/check.h", workshop_.path() / "check.h", fs::copy_options::overwrite_existing);
    Arguments command = {"cmake",
                         "-S",
                         workshop_.path(),
                         "-B",
                         build_folder(),
                         "-G",
                         "Ninja",
                         "-DCMAKE_BUILD_TYPE=MinSizeRel",
                         "--toolchain",
                         BAREWASI_SOURCE "/cmake/wasm32-wasi.cmake",
                         "-Dbarewasi_DIR=" BAREWASI_SOURCE "/cmake",
                         "-DBAREWASI_SYSROOT=" BAREWASI_SYSROOT};
    command.insert(command.end(), more.begin(), more.end());
    return support::run(command);
  }
  std::string build_folder() const { return (workshop_.path() / "build").string(); }

  Workshop workshop_;
};

TEST_F(LibcxxPackage, BringsEveryFlagWithIt) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const auto configured = configure({});
  ASSERT_EQ(configured.exit_code, 0) << configured.out << configured.err;
  const auto built = support::run({"cmake", "--build", build_folder()});
  ASSERT_EQ(built.exit_code, 0) << built.out << built.err;
  EXPECT_EQ(toolbox::run("wasmtime", build_folder() + "/app.wasm").exit_code, 0);
}

TEST_F(LibcxxPackage, SaysWhatIsMissing) {
  const auto configured = configure({"-DBAREWASI_LIBCXX=/nowhere"});
  EXPECT_NE(configured.exit_code, 0);
  EXPECT_NE(configured.err.find("no libc++ for wasm32 in /nowhere"), std::string::npos) << configured.err;
  EXPECT_NE(configured.err.find("libc++-22-dev-wasm32"), std::string::npos) << configured.err;
}

}  // namespace
