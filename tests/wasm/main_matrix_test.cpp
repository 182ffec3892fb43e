// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Every way to write main, through every way to build it: 264 programs with each compiler. All of them link without a
// word and return what their main returns.

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

struct Spelling {
  std::string_view language;
  std::string_view main;
};

constexpr Spelling spellings[] = {
    {"cpp", "int main() { return 42; }"},
    {"cpp", "int main(void) { return 42; }"},
    {"cpp", "auto main() -> int { return 42; }"},
    {"cpp", "int main(int argc, char** argv) { return argc == 1 && argv[0] && !argv[1] ? 42 : 1; }"},
    {"cpp", "int main(int argc, char* argv[]) { return argc == 1 && argv[0] && !argv[1] ? 42 : 1; }"},
    {"cpp", "auto main(int argc, char** argv) -> int { return argc == 1 && argv[0] && !argv[1] ? 42 : 1; }"},
    {"cpp", "int main(int, char**) { return 42; }"},
    {"c", "int main(void) { return 42; }"},
    {"c", "int main() { return 42; }"},
    {"c", "int main(int argc, char** argv) { return argc == 1 && argv[0] && !argv[1] ? 42 : 1; }"},
    {"c", "int main(int argc, char* argv[]) { return argc == 1 && argv[0] && !argv[1] ? 42 : 1; }"},
};

constexpr std::string_view environments[] = {"-fhosted", "-ffreestanding"};
constexpr std::string_view link_times[] = {"-fno-lto", "-flto=full", "-flto=thin"};
constexpr std::string_view optimisations[] = {"-O0", "-Oz"};

struct Compiler {
  std::string c;
  std::string cpp;
  std::string target;
  // For linking only.
  Arguments link_flags;
};

// One object, linked twice: by itself, and out of an archive.
struct Program {
  const Spelling* spelling = nullptr;
  Arguments flags;
};

std::vector<Program> programs() {
  std::vector<Program> all;
  for (const Spelling& spelling : spellings) {
    for (const auto environment : environments) {
      for (const auto link_time : link_times) {
        for (const auto optimisation : optimisations) {
          all.push_back({&spelling, {std::string(environment), std::string(link_time), std::string(optimisation)}});
        }
      }
    }
  }
  return all;
}

std::string described(const Program& program) {
  std::string text(program.spelling->language);
  for (const std::string& flag : program.flags) text += " " + flag;
  return text + " " + std::string(program.spelling->main);
}

// Builds and runs one program both ways; returns what went wrong, or nothing.
class Builder {
 public:
  Builder(Compiler compiler, std::string wasmtime) : compiler_(std::move(compiler)), wasmtime_(std::move(wasmtime)) {}

  std::string build_and_run(const Program& program, std::size_t number) const {
    const std::string stem = (workshop_.path() / std::to_string(number)).string();
    const std::string language(program.spelling->language);
    const std::string source = workshop_.file(std::to_string(number) + "." + language, program.spelling->main);

    std::string wrong = run(command(program, {"-c", source, "-o", stem + ".o"}));
    if (wrong.empty()) wrong = run({BAREWASI_WASM_AR, "rcs", stem + ".a", stem + ".o"});
    if (wrong.empty()) wrong = link_and_run(program, stem + ".o", stem + ".wasm");
    if (wrong.empty()) wrong = link_and_run(program, stem + ".a", stem + ".a.wasm");
    return wrong;
  }

 private:
  Arguments command(const Program& program, const Arguments& rest) const {
    Arguments all = {program.spelling->language == "c" ? compiler_.c : compiler_.cpp, compiler_.target,
                     "--sysroot=" BAREWASI_SYSROOT};
    all.insert(all.end(), program.flags.begin(), program.flags.end());
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
  }

  static std::string run(const Arguments& arguments) {
    const auto result = support::run(arguments);
    return result.exit_code == 0 && result.err.empty() ? ""
                                                       : "exit code " + std::to_string(result.exit_code) + result.err;
  }

  std::string link_and_run(const Program& program, const std::string& input, const std::string& module) const {
    Arguments rest = compiler_.link_flags;
    rest.insert(rest.end(), {"-Wl,--fatal-warnings", input, "-o", module});
    const std::string wrong = run(command(program, rest));
    if (!wrong.empty()) return wrong;
    const auto result = support::run({wasmtime_, "run", module});
    return result.exit_code == 42 ? "" : "returned " + std::to_string(result.exit_code) + ": " + result.err;
  }

  Workshop workshop_;
  Compiler compiler_;
  std::string wasmtime_;
};

void build_and_run_all(const Compiler& compiler) {
  const auto wasmtime = toolbox::find_tool("wasmtime");
  if (!wasmtime) GTEST_SKIP() << "the engine wasmtime is not installed";

  const std::vector<Program> all = programs();
  EXPECT_EQ(2 * all.size(), 264U);
  const Builder builder(compiler, *wasmtime);
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  const auto work = [&] {
    for (std::size_t number = next++; number < all.size(); number = next++) {
      const std::string wrong = builder.build_and_run(all[number], number);
      const std::lock_guard lock(reporting);
      EXPECT_EQ(wrong, "") << described(all[number]);
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < 2 || i < std::thread::hardware_concurrency(); ++i) workers.emplace_back(work);
  for (std::thread& worker : workers) worker.join();
}

TEST(MainMatrix, EverySpellingThroughEveryBuild) {
  build_and_run_all({BAREWASI_WASM_CC, BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET, {BAREWASI_NO_WASM_OPT}});
}

TEST(MainMatrix, EverySpellingThroughEveryBuildByClang19) {
  const auto c = toolbox::find_tool("clang-19");
  const auto cpp = toolbox::find_tool("clang++-19");
  if (!c || !cpp) GTEST_SKIP() << "clang 19 is not installed";
  build_and_run_all({*c, *cpp, "--target=wasm32-wasi", {}});
}

}  // namespace
