// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// How many bytes the programs of bench/runtime/sizes take, as linked and after wasm-opt, against sizes.txt. A size that
// changes is a change to look at; UPDATE_GOLDENS=1 in the environment writes the file anew. What no program may exceed
// stands here, and so do the rows of the READMEs that repeat these numbers.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

struct Program {
  std::string name;
  std::string source;
  // After wasm-opt; 0 where nothing is promised.
  std::uintmax_t at_most = 0;
  Arguments more = {};
  // A program written before in sizes.txt: what this one has beyond it is what is promised.
  std::string beyond = {};
};

std::vector<Program> programs() {
  const std::string folder = BAREWASI_SOURCE "/bench/runtime/sizes/";
  const std::string heap = BAREWASI_SOURCE "/bench/runtime/heap/";
  // malloc, realloc and free with nothing around them.
  const Arguments alone = {"-nostdlib", "-fno-builtin", "-Wl,--no-entry"};
  const auto with = [&alone](const Arguments& libraries) {
    Arguments all = alone;
    all.insert(all.end(), libraries.begin(), libraries.end());
    return all;
  };
  return {{"empty", folder + "empty.cpp", 72},
          {"hello", folder + "hello.cpp", 250},
          {"integer", folder + "integer.cpp", 460},
          {"double", folder + "double.cpp", 2300},
          {"parse", folder + "parse.cpp", 3800},
          {"args", folder + "args.cpp", 700},
          {"malloc", folder + "malloc.cpp", 1900},
          {"abort", folder + "abort.cpp", 260},
          {"find", BAREWASI_SOURCE "/examples/find.cpp", 6000, {"-lbump-heap"}},
          {"sum", BAREWASI_SOURCE "/examples/sum.cpp", 16 * 1024, {"-lbump-heap"}},
          {"seed", BAREWASI_SOURCE "/examples/seed.cpp", 2100},
          {"no-heap", heap + "three.cpp", 0, with({heap + "nothing.cpp"})},
          {"heap", heap + "three.cpp", 1800, with({toolbox::library("libc.a")}), "no-heap"},
          {"bump-heap", heap + "three.cpp", 200, with({toolbox::library("libbump-heap.a"), toolbox::library("libc.a")}),
           "no-heap"}};
}

// What the numbers hold for: "22.1.8".
std::string compiler_version() {
  std::string version = support::run({BAREWASI_WASM_CXX, "-dumpversion"}).out;
  if (version.ends_with('\n')) version.pop_back();
  return version;
}

struct Sizes {
  std::uintmax_t linked = 0;
  std::uintmax_t optimised = 0;
};

struct Golden {
  std::string version;
  std::map<std::string, Sizes> sizes;
};

Golden read_golden() {
  Golden golden;
  std::ifstream file(BAREWASI_SOURCE "/tests/wasm/sizes.txt");
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first == "clang") {
      words >> golden.version;
    } else if (!first.empty() && first.front() != '#') {
      words >> golden.sizes[first].linked >> golden.sizes[first].optimised;
    }
  }
  return golden;
}

void write_golden(const Golden& golden) {
  std::ofstream file(BAREWASI_SOURCE "/tests/wasm/sizes.txt");
  file << "# Bytes of each program, as linked and after wasm-opt 132; UPDATE_GOLDENS=1 build/release/bin/wasm_tests\n"
       << "clang " << golden.version << "\n";
  for (const auto& [name, sizes] : golden.sizes) file << name << " " << sizes.linked << " " << sizes.optimised << "\n";
}

std::uintmax_t linked_size(const Program& program, const std::string& module) {
  Arguments arguments = toolbox::with_runtime();
  arguments.insert(arguments.end(), {"-DNDEBUG", "-Wl,--strip-all", "-ffile-prefix-map=" BAREWASI_SOURCE "/="});
  arguments.insert(arguments.end(), program.more.begin(), program.more.end());
  const auto built = toolbox::compile({program.source}, module, arguments);
  EXPECT_EQ(built.exit_code, 0) << built.err;
  return std::filesystem::file_size(module);
}

// The one whose sizes are written down; an older one knows fewer tricks.
std::optional<std::string> find_wasm_opt() {
  const auto found = toolbox::find_tool("wasm-opt");
  if (!found || support::run({*found, "--version"}).out.find("version 132") == std::string::npos) return std::nullopt;
  return found;
}

std::uintmax_t optimised_size(const std::string& wasm_opt, const std::string& module) {
  const std::string output = module + ".opt";
  const auto result =
      support::run({wasm_opt, "-Oz", "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-sign-ext",
                    "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-multivalue",
                    "--enable-reference-types", "--enable-simd", "--enable-tail-call", "--enable-extended-const",
                    module, "-o", output});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  return std::filesystem::file_size(output);
}

class SizesOfPrograms : public testing::Test {
 protected:
  void SetUp() override {
    golden_ = read_golden();
    const std::string version = compiler_version();
    if (updating_) golden_.version = version;
    if (version != golden_.version) {
      GTEST_SKIP() << "sizes.txt is for clang " << golden_.version << ", this is " << version;
    }
  }

  void TearDown() override {
    if (updating_) write_golden(golden_);
  }

  void compare(const std::string& name, std::uintmax_t size, std::uintmax_t Sizes::* which) {
    if (updating_) golden_.sizes[name].*which = size;
    EXPECT_EQ(size, golden_.sizes[name].*which) << name;
  }

  std::string module() const { return (workshop_.path() / "a.wasm").string(); }

  Workshop workshop_;
  Golden golden_;
  const bool updating_ = getenv("UPDATE_GOLDENS") != nullptr;
};

TEST_F(SizesOfPrograms, AsLinked) {
  for (const Program& program : programs()) {
    compare(program.name, linked_size(program, module()), &Sizes::linked);
  }
}

TEST_F(SizesOfPrograms, AfterWasmOpt) {
  const auto wasm_opt = find_wasm_opt();
  if (!wasm_opt) GTEST_SKIP() << "wasm-opt 132 is not installed: scripts/setup --engines wasm-opt";
  for (const Program& program : programs()) {
    (void)linked_size(program, module());
    const auto size = optimised_size(*wasm_opt, module());
    compare(program.name, size, &Sizes::optimised);
    if (program.at_most != 0) {
      const auto other = program.beyond.empty() ? 0 : golden_.sizes[program.beyond].optimised;
      EXPECT_LE(size - other, program.at_most) << program.name;
    }
  }
}

// A row of a table in a README, and the program whose size its first number is.
struct Row {
  std::string file;
  std::string label;
  std::string name;
  std::string beyond = {};
};

const std::vector<Row>& rows() {
  static const std::string readme = BAREWASI_SOURCE "/README.md";
  static const std::string project = BAREWASI_SOURCE "/docs/performance.md";
  static const std::string runtime = BAREWASI_SOURCE "/runtime/README.md";
  static const std::vector<Row> all = {{readme, "hello", "hello"},
                                       {readme, "hello and an integer", "integer"},
                                       {readme, "hello, formatting into allocated memory, panic", "seed"},
                                       {project, "an empty main", "empty"},
                                       {project, "hello", "hello"},
                                       {project, "hello and an integer", "integer"},
                                       {project, "a floating-point number", "double"},
                                       {project, "the first argument and variable", "args"},
                                       {project, "malloc and free", "malloc"},
                                       {project, "a message and abort", "abort"},
                                       {project, "hello, formatting into allocated memory, panic", "seed"},
                                       {project, "bytes of code", "heap", "no-heap"},
                                       {runtime, "an empty main", "empty"},
                                       {runtime, "hello", "hello"},
                                       {runtime, "a message and abort", "abort"},
                                       {runtime, "the first argument and variable", "args"},
                                       {runtime, "malloc and free", "malloc"},
                                       {runtime, "malloc, realloc and free, by themselves", "heap", "no-heap"},
                                       {runtime, "the same with `-lbump-heap`", "bump-heap", "no-heap"}};
  return all;
}

TEST(SizesInReadmes, AreThoseOfTheGoldens) {
  const Golden golden = read_golden();
  for (const auto& [file, label, name, beyond] : rows()) {
    ASSERT_TRUE(golden.sizes.contains(name)) << name;
    const auto other = beyond.empty() ? 0 : golden.sizes.at(beyond).optimised;
    const std::string row = "\n| " + label + " | " + std::to_string(golden.sizes.at(name).optimised - other) + " |";
    const std::string text = toolbox::contents(file);
    EXPECT_NE(text.find(row), std::string::npos) << file << " has no row" << row;
  }
}

}  // namespace
