// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The ways to a program: one flag for clang, a package for CMake, every part by name. The same program each time, and
// the same behaviour.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "toolbox.h"

namespace {

namespace fs = std::filesystem;
using toolbox::Arguments;
using toolbox::Workshop;

const std::string hello = BAREWASI_SOURCE "/examples/hello.cpp";

void expect_hello(const std::string& module) {
  for (const std::string& engine : toolbox::engines_at_hand()) {
    const auto result = toolbox::run(engine, module);
    EXPECT_EQ(result.out, "Hello, world!\n") << engine << ": " << result.err;
    EXPECT_EQ(result.exit_code, 0) << engine;
  }
}

class WaysIn : public testing::Test {
 protected:
  std::string module() const { return (workshop_.path() / "hello.wasm").string(); }

  // What was said, which should be nothing.
  support::ProcessResult run(const Arguments& command, const std::string& path = getenv("PATH")) const {
    return support::run(command, {.input = {}, .working_directory = {}, .environment = {{"PATH", path}}});
  }

  void expect_quiet(const Arguments& command, const std::string& path = getenv("PATH")) const {
    const auto result = run(command, path);
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_EQ(result.err, "");
  }

  Workshop workshop_;
};

TEST_F(WaysIn, OneFlagAndNothingMore) {
  expect_quiet({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, hello, "-o", module()});
  expect_hello(module());
}

TEST_F(WaysIn, OneFlagInEveryLanguageVersion) {
  for (const char* const version : {"-std=c++17", "-std=c++20", "-std=c++23", "-std=c++26"}) {
    expect_quiet({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, version, "-Wall", "-Wextra",
                  "-Wpedantic", hello, "-o", module()});
    expect_hello(module());
  }
}

// What is for a later version than clang's default says so first of all.
TEST_F(WaysIn, OneFlagAndTooOldALanguageIsNamed) {
  for (const char* const header : {"directory", "files", "lines", "random", "time"}) {
    const std::string source =
        workshop_.file("old.cpp", "#include <barewasi/" + std::string(header) + ".hpp>\nint main() {}\n");
    const auto result =
        run({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, source, "-o", module()});
    EXPECT_NE(result.exit_code, 0) << header;
    EXPECT_EQ(result.err.find("error: "), result.err.find("error: \"this header of barewasi is for C++20"))
        << result.err.substr(0, 1000);
  }
}

// A program in C, as wasi-libc's users write it: libc.a has what wasi/api.h declares, and only what is called comes along.
TEST_F(WaysIn, OneFlagForAProgramInCAgainstWasiApi) {
  const fs::path source = workshop_.path() / "hello.c";
  std::ofstream(source) << R"c(#include <wasi/api.h>

int main(void) {
  const uint8_t *text = (const uint8_t *)"Hello, world!\n";
  size_t left = 14;
  while (left > 0) {
    const __wasi_ciovec_t part = {text, left};
    __wasi_size_t written = 0;
    if (__wasi_fd_write(1, &part, 1, &written) != __WASI_ERRNO_SUCCESS) return 1;
    text += written;
    left -= written;
  }
  return 0;
}
)c";
  for (const char* const version : {"-std=c11", "-std=c17", "-std=c23"}) {
    expect_quiet({BAREWASI_WASM_CC, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, version, "-Oz", "-Wall",
                  "-Wextra", "-Wpedantic", source.string(), "-o", module()});
    expect_hello(module());
    const std::vector<std::string> imports{"wasi_snapshot_preview1 fd_write", "wasi_snapshot_preview1 proc_exit"};
    EXPECT_EQ(toolbox::imports_of(module()), imports);
  }
}

TEST_F(WaysIn, OneFlagAtEveryOptimisationThroughEveryLinkTime) {
  for (const char* const link_time : {"-fno-lto", "-flto=full", "-flto=thin"}) {
    for (const char* const optimisation : {"-O0", "-O2", "-Oz"}) {
      for (const char* const environment : {"-fhosted", "-ffreestanding"}) {
        expect_quiet({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, BAREWASI_NO_WASM_OPT,
                      link_time, optimisation, environment, hello, "-o", module()});
        expect_hello(module());
      }
    }
  }
}

// Nobody has said -fno-rtti: the compiler describes each of these classes, and the descriptions have to be of something.
TEST_F(WaysIn, OneFlagForClassesOfEveryKind) {
  const std::string classes = workshop_.file("classes.cpp", R"(
#include <barewasi/io.hpp>
struct Shape { virtual ~Shape() {} virtual int sides() const = 0; };
struct Square : Shape { int sides() const override { return 4; } };
struct Named { virtual ~Named() {} virtual const char* name() const { return "Hello"; } };
struct World : virtual Named { const char* name() const override { return ", world!"; } };
struct Both : Square, World {};
int main() {
  const Shape* const shape = new Both;
  const Named named;
  const bool good = shape->sides() == 4;
  barewasi::print(named.name(), static_cast<const Both*>(shape)->name(), "\n");
  delete shape;
  return good ? 0 : 1;
}
)");
  for (const char* const link_time : {"-fno-lto", "-flto=full"}) {
    for (const char* const optimisation : {"-O0", "-Oz"}) {
      expect_quiet({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, BAREWASI_NO_WASM_OPT,
                    link_time, optimisation, classes, "-o", module()});
      expect_hello(module());
    }
  }
}

// clang runs a wasm-opt that it finds on PATH after it has linked with -O: this one says that it was there.
TEST_F(WaysIn, OneFlagWithAWasmOptOnThePathAndWithout) {
  const Arguments command = {BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, "-O2", hello, "-o",
                             module()};
  const fs::path folder = workshop_.path() / "bin";
  fs::create_directory(folder);
  for (const char* const linker : {"wasm-ld-22", "wasm-ld-21", "wasm-ld-20", "wasm-ld-19", "wasm-ld"}) {
    if (const auto found = toolbox::find_tool(linker)) fs::create_symlink(*found, folder / linker);
  }
  expect_quiet(command, folder.string());
  expect_hello(module());

  const std::string witness = (workshop_.path() / "witness").string();
  const std::string script = workshop_.file("bin/wasm-opt", "#!/bin/sh\n: >'" + witness + "'\n");
  fs::permissions(script, fs::perms::owner_all);
  expect_quiet(command, folder.string());
  EXPECT_TRUE(fs::exists(witness));
  expect_hello(module());

  // clang 19 cannot be told.
  if (BAREWASI_WASM_CLANG < 20) return;
  fs::remove(witness);
  Arguments kept_away = command;
  kept_away.push_back("--no-wasm-opt");
  expect_quiet(kept_away, folder.string());
  EXPECT_FALSE(fs::exists(witness));
}

TEST_F(WaysIn, TheWasmOptOfThisMachineDoesNoHarm) {
  const auto wasm_opt = toolbox::find_tool("wasm-opt");
  if (!wasm_opt) GTEST_SKIP() << "wasm-opt is not installed";
  const auto result =
      run({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, "-O2", hello, "-o", module()},
          fs::path(*wasm_opt).parent_path().string() + ":" + getenv("PATH"));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  expect_hello(module());
}

TEST_F(WaysIn, EveryPartByName) {
  const std::string folder = BAREWASI_SYSROOT "/lib/wasm32-wasip1/";
  expect_quiet({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "-nostdlib", "-nostdlibinc", BAREWASI_NO_WASM_OPT,
                "-I" BAREWASI_SYSROOT "/include", hello, folder + "crt1-command.o", folder + "libc.a", "-o", module()});
  expect_hello(module());
}

TEST_F(WaysIn, EveryPartByNameAndCompilerRtForWideDivision) {
  const std::string folder = BAREWASI_SYSROOT "/lib/wasm32-wasip1/";
  std::string compiler_rt = run({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "-print-libgcc-file-name"}).out;
  compiler_rt.pop_back();
  const std::string source = workshop_.file("wide.cpp", R"(
#include <barewasi/io.hpp>
static volatile unsigned __int128 fourteen = static_cast<unsigned __int128>(14) << 90;
int main() { return barewasi::print(barewasi::Str("Hello, world!\n", static_cast<barewasi::usize>(
                                    fourteen / (static_cast<unsigned __int128>(1) << 90)))) ? 0 : 1; }
)");
  expect_quiet({BAREWASI_WASM_CXX, "--target=wasm32", "-ffreestanding", "-nostdlib", "-O0", BAREWASI_NO_WASM_OPT,
                "-I" BAREWASI_SYSROOT "/include", source, folder + "crt1-command.o", folder + "libc.a", compiler_rt,
                "-o", module()});
  expect_hello(module());
}

// Nothing that was built: the three sources that this program needs, compiled with it.
TEST_F(WaysIn, SourcesInOnesOwnTree) {
  const std::string runtime = BAREWASI_SOURCE "/runtime/";
  const std::string main_void = (workshop_.path() / "main_void.o").string();
  expect_quiet({BAREWASI_WASM_CC, "--target=wasm32", "-Oz", "-c", runtime + "start/main_void.c", "-o", main_void});
  expect_quiet({BAREWASI_WASM_CXX, "--target=wasm32", "-ffreestanding", "-nostdlib", "-std=c++20", "-Oz",
                "-fno-exceptions", "-fno-rtti", BAREWASI_NO_WASM_OPT, "-Wl,--fatal-warnings",
                "-I" + runtime + "include", "-I" BAREWASI_SOURCE "/generated/cpp", hello, runtime + "start/command.cpp",
                runtime + "io/write_all.cpp", main_void, "-o", module()});
  expect_hello(module());
}

// Debian's clang 19 knows its compiler-rt by the target's older name only; and told --no-wasm-opt, it compiles, links
// nothing, and calls that a success.
TEST_F(WaysIn, OneFlagAndClang19WithTheOlderTarget) {
  const auto clang = toolbox::find_tool("clang++-19");
  if (!clang) GTEST_SKIP() << "clang++-19 is not installed: scripts/setup --ci";
  for (const char* const optimisation : {"-O0", "-O2", "-Oz"}) {
    expect_quiet({*clang, "--target=wasm32-wasi", "--sysroot=" BAREWASI_SYSROOT, optimisation, hello, "-o", module()});
    expect_hello(module());
  }
}

// Zig ignores --sysroot without a word and has a libc of its own behind -lc: every part is named. Its undefined-behaviour
// checks want a library that only that libc brings.
TEST_F(WaysIn, ZigWithEveryPartByName) {
  const auto zig = toolbox::find_tool("zig");
  if (!zig) GTEST_SKIP() << "zig is not installed: scripts/setup --ci";
  const std::string c =
      workshop_.file("status.c", "int main(int argc, char** argv) { return argv[0] ? argc + 6 : 1; }\n");
  const Arguments parts = {"-target",
                           "wasm32-wasi",
                           "-nostdlib",
                           "-fno-sanitize=undefined",
                           "-I" BAREWASI_SYSROOT "/include",
                           toolbox::library("crt1-command.o"),
                           toolbox::library("libc.a"),
                           "-o",
                           module()};
  const auto compile = [&](const std::string& language, const std::string& source) {
    Arguments command = {*zig, language, source};
    command.insert(command.end(), parts.begin(), parts.end());
    const auto result = run(command);
    EXPECT_EQ(result.exit_code, 0) << result.err;
  };
  compile("c++", hello);
  expect_hello(module());
  compile("cc", c);
  for (const std::string& engine : toolbox::engines_at_hand()) {
    EXPECT_EQ(toolbox::run(engine, module()).exit_code, toolbox::status_from(engine, 7)) << engine;
  }
}

// As a user has it: what is installed, and examples/ as somebody else's project.
TEST_F(WaysIn, FindPackageBelowAnInstalledPrefix) {
  const std::string prefix = (workshop_.path() / "prefix").string();
  const auto installed = run({"cmake", "--install", BAREWASI_BUILD, "--prefix", prefix, "--component", "runtime"});
  ASSERT_EQ(installed.exit_code, 0) << installed.out << installed.err;
  const std::string build = (workshop_.path() / "build").string();
  const auto configured =
      run({"cmake", "-S", BAREWASI_SOURCE "/examples", "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
           "-DCMAKE_PREFIX_PATH=" + prefix, "--toolchain", prefix + "/share/barewasi/cmake/wasm32-wasi.cmake"});
  ASSERT_EQ(configured.exit_code, 0) << configured.out << configured.err;
  const auto built = run({"cmake", "--build", build, "--target", "hello"});
  ASSERT_EQ(built.exit_code, 0) << built.out << built.err;
  expect_hello(build + "/bin/hello.wasm");
  // And for tests that run here; to build all of it is another test's.
  const std::string tests = (workshop_.path() / "tests").string();
  const auto for_tests = run({"cmake", "-S", BAREWASI_SOURCE "/examples/native-test", "-B", tests, "-G", "Ninja",
                              "-DCMAKE_PREFIX_PATH=" + prefix});
  ASSERT_EQ(for_tests.exit_code, 0) << for_tests.out << for_tests.err;
  const auto compiled =
      run({"cmake", "--build", tests, "--target", "CMakeFiles/count_lines_test.dir/count_lines_test.cpp.o"});
  EXPECT_EQ(compiled.exit_code, 0) << compiled.out << compiled.err;
  // It is of version 0.1, and of no other; what asks is what find_package sets.
  const auto version =
      run({"cmake", "-DPACKAGE_FIND_VERSION=1.1", "-DPACKAGE_FIND_VERSION_MAJOR=1", "-DPACKAGE_FIND_VERSION_MINOR=1",
           "-P", workshop_.file("version.cmake", R"(cmake_policy(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/prefix/share/barewasi/cmake/barewasi-config-version.cmake")
message("${PACKAGE_VERSION} ${PACKAGE_VERSION_COMPATIBLE}"))")});
  EXPECT_EQ(version.err, "0.1.0 FALSE\n");
}

// A toolchain file as wasi-sdk has it: the older name of the target, and packages below the roots only.
TEST_F(WaysIn, FindPackageWithAToolchainOfOnesOwn) {
  const std::string toolchain = workshop_.file("toolchain.cmake", R"(
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_VERSION 1)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER ")" BAREWASI_WASM_CC R"(")
set(CMAKE_CXX_COMPILER ")" BAREWASI_WASM_CXX R"(")
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
)");
  (void)workshop_.file("CMakeLists.txt", R"(
cmake_minimum_required(VERSION 3.25)
project(app LANGUAGES C CXX)
find_package(barewasi REQUIRED)
include(${barewasi_DIR}/barewasi-runtime.cmake)
add_executable(app app.cpp greeting.c)
target_link_libraries(app PRIVATE barewasi::runtime)
)");
  (void)workshop_.file("app.cpp", R"(
#include <barewasi/io.hpp>
extern "C" const char* greeting(void);
int main() { return barewasi::print(greeting(), "\n") ? 0 : 1; }
)");
  (void)workshop_.file("greeting.c", R"(
#include <stdlib.h>
#include <string.h>
const char* greeting(void) { return memcpy(malloc(14), "Hello, world!", 14); }
)");
  const std::string source = workshop_.path().string();
  const std::string build = source + "/build";
  const auto configured = run({"cmake", "-S", source, "-B", build, "-G", "Ninja", "--toolchain", toolchain,
                               "-Dbarewasi_DIR=" BAREWASI_SOURCE "/cmake", "-DBAREWASI_SYSROOT=" BAREWASI_SYSROOT});
  ASSERT_EQ(configured.exit_code, 0) << configured.out << configured.err;
  const auto built = run({"cmake", "--build", build});
  ASSERT_EQ(built.exit_code, 0) << built.out << built.err;
  // The platform's file for CMake is not on this toolchain's path, and whoever has none gets no suffix.
  expect_hello(build + (fs::exists(build + "/app.wasm") ? "/app.wasm" : "/app"));
}

TEST_F(WaysIn, APackageForCMakeSaysWhatIsMissing) {
  const std::string build = (workshop_.path() / "build").string();
  const auto result =
      run({"cmake", "-S", BAREWASI_SOURCE "/examples", "-B", build, "-G", "Ninja", "-DBAREWASI_SYSROOT=/nowhere",
           "-Dbarewasi_DIR=" BAREWASI_SOURCE "/cmake", "--toolchain", BAREWASI_SOURCE "/cmake/wasm32-wasi.cmake"});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_NE(result.err.find("no finished sysroot in /nowhere"), std::string::npos) << result.err;
}

TEST_F(WaysIn, ThreadsAreRefusedWithAReason) {
  const auto result =
      run({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, "-pthread", hello, "-o", module()});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_NE(result.err.find("without -pthread"), std::string::npos) << result.err;

  // A program that includes nothing of ours.
  const std::string empty = workshop_.file("empty.cpp", "int main() {}\n");
  const auto linked =
      run({BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, "--sysroot=" BAREWASI_SYSROOT, "-pthread", empty, "-o", module()});
  EXPECT_NE(linked.exit_code, 0);
  EXPECT_NE(linked.err.find("-lpthread"), std::string::npos) << linked.err;
}

}  // namespace
