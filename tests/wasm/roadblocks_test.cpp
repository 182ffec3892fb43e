// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What used to stop people who wrote C++ for WASI without a libc. Each is shown twice: that it cannot happen here, and,
// as a control that keeps the first half honest, that the way around which we lead does end there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "differences.h"
#include "toolbox.h"

namespace {

using testing::HasSubstr;

using toolbox::Workshop;

toolbox::Arguments operator+(toolbox::Arguments left, const toolbox::Arguments& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

std::string output(const Workshop& workshop) { return (workshop.path() / "a.wasm").string(); }

// Runs the module on every engine at hand.
class Roadblocks : public testing::Test {
 protected:
  static void expect_run(const std::string& module, std::string_view out, int exit_code) {
    for (const std::string& engine : toolbox::engines_at_hand()) {
      const auto result = toolbox::run(engine, module);
      EXPECT_EQ(result.out, out) << engine << ": " << result.err;
      EXPECT_EQ(result.exit_code, toolbox::status_from(engine, exit_code)) << engine << ": " << result.err;
    }
  }

  Workshop workshop_;
};

// ---- Two _starts ----------------------------------------------------------------------------------------------------

constexpr std::string_view handwritten_start = R"(
extern "C" __attribute__((export_name("_start"))) void _start() {}
)";

TEST_F(Roadblocks, TwoStartsNobodyWritesOne) {
  const std::string module = toolbox::build(workshop_, "a.cpp", "int main() { return 7; }");
  EXPECT_EQ(toolbox::exports_of(module), (std::vector<std::string>{"_start", "memory"}));
  expect_run(module, "", 7);
}

TEST_F(Roadblocks, TwoStartsControlAHandwrittenOneCollides) {
  const std::string source = workshop_.file("a.cpp", handwritten_start);
  const auto result = toolbox::compile({source}, output(workshop_), toolbox::with_runtime());
  EXPECT_NE(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("duplicate symbol: _start"));
}

TEST_F(Roadblocks, StartEnteredTwiceTraps) {
  // The first entry comes from the engine, the second from within.
  const std::string module = toolbox::build(workshop_, "a.cpp", R"(
extern "C" void _start();
int main() { _start(); return 0; }
)");
  expect_run(module, "", toolbox::trapped);
}

// ---- main's signature -----------------------------------------------------------------------------------------------

struct Spelling {
  std::string_view file;
  std::string_view main;
};

constexpr Spelling spellings[] = {
    {"cpp_none.cpp", "int main() { return 3; }"},
    {"cpp_void.cpp", "int main(void) { return 3; }"},
    {"cpp_arguments.cpp", "int main(int argc, char** argv) { return argc == 1 && argv[0] && !argv[1] ? 3 : 4; }"},
    {"cpp_array.cpp", "int main(int argc, char* argv[]) { return argc == 1 && argv[0] && !argv[1] ? 3 : 4; }"},
    {"cpp_auto.cpp", "auto main() -> int { return 3; }"},
    {"c_void.c", "int main(void) { return 3; }"},
    {"c_empty.c", "int main() { return 3; }"},
    {"c_arguments.c", "int main(int argc, char** argv) { return argc == 1 && argv[0] && !argv[1] ? 3 : 4; }"},
};

class MainSpelling : public testing::TestWithParam<Spelling> {};

INSTANTIATE_TEST_SUITE_P(Of, MainSpelling, testing::ValuesIn(spellings), [](const auto& spelling) {
  std::string name(spelling.param.file);
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
});

TEST_P(MainSpelling, IsFoundHostedAndFreestanding) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const Workshop workshop;
  for (const char* const environment : {"-fhosted", "-ffreestanding"}) {
    const std::string module = toolbox::build(workshop, GetParam().file, GetParam().main,
                                              toolbox::with_runtime() + toolbox::Arguments{environment});
    const auto result = toolbox::run("wasmtime", module);
    EXPECT_EQ(result.exit_code, 3) << environment << ": " << result.err;
    // Who does not ask for arguments does not read them.
    const bool has_arguments = std::string_view(GetParam().main).find("argc") != std::string_view::npos;
    const auto imports = toolbox::imports_of(module);
    EXPECT_EQ(std::count(imports.begin(), imports.end(), "wasi_snapshot_preview1 args_get"), has_arguments ? 1 : 0);
  }
}

TEST_F(Roadblocks, NoMainIsOneErrorThatSaysSo) {
  const std::string source = workshop_.file("a.cpp", "int answer() { return 42; }");
  const auto result = toolbox::compile({source}, output(workshop_), toolbox::with_runtime());
  EXPECT_NE(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("this_program_has_no_main.o"));
  EXPECT_EQ(result.err.find("undefined symbol"), result.err.rfind("undefined symbol")) << result.err;
}

TEST_F(Roadblocks, MainSignatureThatNoStandardHasIsALinkError) {
  const std::string_view spelled[] = {"int main(int argc) { return argc; }",
                                      "int main(int argc, char** argv, char** envp) { return argc + !argv + !envp; }"};
  for (const std::string_view main : spelled) {
    const std::string source = workshop_.file("a.c", main);
    const auto result =
        toolbox::compile({source}, output(workshop_), toolbox::with_runtime() + toolbox::Arguments{"-w"});
    EXPECT_NE(result.exit_code, 0) << main;
    EXPECT_THAT(result.err, HasSubstr("function signature mismatch: main"));
  }
}

TEST_F(Roadblocks, MainSignatureControlAStartThatGuessesOneNameMissesAnother) {
  const std::string start = workshop_.file("start.cpp", R"(
extern "C" int __main_argc_argv(int argc, char** argv);
extern "C" __attribute__((export_name("_start"))) void _start() { __main_argc_argv(0, nullptr); }
)");
  const std::string hosted = workshop_.file("hosted.cpp", "int main(int, char**) { return 0; }");
  EXPECT_EQ(toolbox::compile({start, hosted}, output(workshop_), {"-nostdlib", "-nostdlibinc", BAREWASI_NO_WASM_OPT})
                .exit_code,
            0);

  for (const char* const main : {"int main() { return 0; }", "auto main() -> int { return 0; }"}) {
    const std::string program = workshop_.file("program.cpp", main);
    const auto result = toolbox::compile({start, program}, output(workshop_), toolbox::bare());
    EXPECT_NE(result.exit_code, 0) << main;
    // The linker shows the name without its mangling.
    EXPECT_THAT(result.err, HasSubstr("undefined symbol: main"));
  }
}

// ---- An import outside wasi_snapshot_preview1 --------------------------------------------------------------------------

constexpr std::string_view undefined_function = R"(
extern "C" int there_is_no_such_function(int);
int main() { return there_is_no_such_function(1); }
)";

TEST_F(Roadblocks, ForeignImportIsALinkError) {
  const std::string source = workshop_.file("a.cpp", undefined_function);
  const auto result = toolbox::compile({source}, output(workshop_), toolbox::with_runtime());
  EXPECT_NE(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("undefined symbol: there_is_no_such_function"));
}

TEST_F(Roadblocks, ForeignImportControlAllowUndefinedMakesOneThatEnginesRefuse) {
  const std::string source = workshop_.file("a.cpp", undefined_function);
  const auto result = toolbox::compile({source}, output(workshop_),
                                       toolbox::with_runtime() + toolbox::Arguments{"-Wl,--allow-undefined"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto imports = toolbox::imports_of(output(workshop_));
  EXPECT_EQ(std::count(imports.begin(), imports.end(), "env there_is_no_such_function"), 1);
  for (const std::string& engine : toolbox::engines_at_hand()) {
    EXPECT_NE(toolbox::run(engine, output(workshop_)).exit_code, 0) << engine;
  }
}

// ---- An import that calls itself ------------------------------------------------------------------------------------

TEST_F(Roadblocks, ImportCallingItselfNamesDoNotMeet) {
  // A function of the program's own that is called what the import is called, and uses it.
  const std::string module = toolbox::build(workshop_, "a.cpp", R"(
#include <wasi/preview1.hpp>
extern "C" int fd_write(int fd, const void* bytes, int size) {
  const wasi::Ciovec pieces[] = {wasi::Ciovec(static_cast<const char*>(bytes), static_cast<wasi::Size>(size))};
  const auto written = wasi::fd_write(wasi::Fd(static_cast<unsigned>(fd)), pieces);
  return written ? static_cast<int>(*written) : -1;
}
int main() { return fd_write(1, "once\n", 5) == 5 ? 0 : 1; }
)");
  const auto imports = toolbox::imports_of(module);
  EXPECT_EQ(std::count(imports.begin(), imports.end(), "wasi_snapshot_preview1 fd_write"), 1);
  expect_run(module, "once\n", 0);
}

TEST_F(Roadblocks, ImportCallingItselfControlOneNameForBothNeverEnds) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  // The import, declared by hand under its plain name and wrapped ...
  const std::string wrapper = workshop_.file("wrapper.c", R"(
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write")))
int fd_write(int fd, const void* pieces, __SIZE_TYPE__ count, __SIZE_TYPE__* written);
int safe_write(int fd, const void* pieces, __SIZE_TYPE__ count, __SIZE_TYPE__* written) {
  volatile int attempts = 1;
  return attempts + fd_write(fd, pieces, count, written);
}
)");
  // ... meets a definition of that name: the linker takes that for the import.
  const std::string program = workshop_.file("program.c", R"(
int safe_write(int fd, const void* pieces, __SIZE_TYPE__ count, __SIZE_TYPE__* written);
int fd_write(int fd, const void* pieces, __SIZE_TYPE__ count, __SIZE_TYPE__* written) {
  volatile int result = safe_write(fd, pieces, count, written);
  return result;
}
__attribute__((export_name("_start"))) void _start(void) { fd_write(1, 0, 0, 0); }
)");
  const auto result = toolbox::compile({wrapper, program}, output(workshop_), toolbox::bare());
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(toolbox::imports_of(output(workshop_)).empty());
  // It ends when one of the two stacks does.
  EXPECT_EQ(toolbox::run("wasmtime", output(workshop_)).exit_code, toolbox::trapped);
}

// ---- A missing memcpy -----------------------------------------------------------------------------------------------

// A copy that becomes a call of memcpy where the machine has no instruction for it.
constexpr std::string_view copying_program = R"(
struct Large { char bytes[1000]; };
static Large from, to;
__attribute__((noinline)) static void copy(Large* target, const Large* source) { *target = *source; }
int main() {
  from.bytes[999] = 5;
  copy(&to, &from);
  return to.bytes[999];
}
)";

const toolbox::Arguments first_version = {"-mcpu=mvp"};

TEST_F(Roadblocks, MissingMemcpyIsThere) {
  expect_run(toolbox::build(workshop_, "a.cpp", copying_program, toolbox::with_runtime() + first_version), "", 5);
}

TEST_F(Roadblocks, MissingMemcpyControlWithoutUsItIsUndefined) {
  const std::string source = workshop_.file("a.cpp", copying_program);
  const auto result = toolbox::compile({source}, output(workshop_),
                                       toolbox::bare() + first_version + toolbox::Arguments{"-Wl,--no-entry"});
  // Nothing is exported here, so what is missing shows only where main is kept.
  const auto kept =
      toolbox::compile({source}, output(workshop_),
                       toolbox::bare() + first_version + toolbox::Arguments{"-Wl,--no-entry", "-Wl,--export=_Z4mainv"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(kept.exit_code, 0);
  EXPECT_THAT(kept.err, HasSubstr("undefined symbol: memcpy"));
}

TEST_F(Roadblocks, MemoryFunctionsCallNothing) {
  // In an object file, whatever is called and not defined is an import.
  for (const char* const name :
       {"memcpy", "memmove", "memset", "memcmp", "bcmp", "memchr", "strlen", "strcmp", "strncmp", "strchr"}) {
    const std::string member = std::string(name) + ".o";
    const auto extracted = support::run(
        {BAREWASI_WASM_AR, "x", "--output", workshop_.path().string(), toolbox::library("libc.a"), member});
    ASSERT_EQ(extracted.exit_code, 0) << extracted.err;
    EXPECT_EQ(toolbox::imports_of((workshop_.path() / member).string()),
              (std::vector<std::string>{"env __linear_memory"}))
        << name;
  }
}

TEST_F(Roadblocks, MemoryFunctionsControlAHelpersLoopBecomesACallOfMemcpy) {
  const std::string source = workshop_.file("a.c", R"(
static void copy_bytes(char* restrict to, const char* restrict from, __SIZE_TYPE__ size) {
  for (__SIZE_TYPE__ i = 0; i < size; ++i) to[i] = from[i];
}
void* my_memory_copy(void* restrict to, const void* restrict from, __SIZE_TYPE__ size) {
  copy_bytes(to, from, size);
  return to;
}
)");
  const std::string object = (workshop_.path() / "a.o").string();
  ASSERT_EQ(toolbox::compile({source}, object, {"-O2", "-nostdlibinc", "-mcpu=mvp", "-c"}).exit_code, 0);
  const auto imports = toolbox::imports_of(object);
  EXPECT_EQ(std::count(imports.begin(), imports.end(), "env memcpy"), 1);
}

// ---- Formatting without an allocator -----------------------------------------------------------------------------------

TEST_F(Roadblocks, FormattingNeedsNoAllocator) {
  // A libc.a with the heap taken out of it.
  const std::string smaller = (workshop_.path() / "libc.a").string();
  std::filesystem::copy_file(toolbox::library("libc.a"), smaller);
  const auto removed = support::run({BAREWASI_WASM_AR, "d", smaller, "two_heaps_in_one_program.o", "allocate_aligned.o",
                                     "allocate_zeroed.o", "reallocate.o"});
  ASSERT_EQ(removed.exit_code, 0) << removed.err;

  const auto link =
      toolbox::with_runtime() + toolbox::Arguments{"-nostdlib", toolbox::library("crt1-command.o"), smaller};
  const std::string module = toolbox::build(workshop_, "a.cpp", R"(
#include <barewasi/io.hpp>
int main(int argc, char**) {
  barewasi::print("argc ", argc, ", hex ", barewasi::hex(255 * argc), ", ", true, ' ', -7LL, '\n');
  return 0;
}
)",
                                            link);
  expect_run(module, "argc 1, hex ff, true -7\n", 0);

  // The control: what does need the heap does not link without it.
  const std::string allocating = workshop_.file("b.cpp", R"(
#include <barewasi/string.hpp>
int main(int argc, char**) { return static_cast<int>(barewasi::format("argc ", argc).size()); }
)");
  const auto result = toolbox::compile({allocating}, output(workshop_), link);
  EXPECT_NE(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("undefined symbol: malloc"));
}

// ---- An abort that hangs ------------------------------------------------------------------------------------------------

TEST_F(Roadblocks, AbortEnds) {
  const std::string module = toolbox::build(workshop_, "a.cpp", R"(
#include <barewasi/exit.hpp>
int main() { abort(); }
)");
  expect_run(module, "", toolbox::trapped);
}

TEST_F(Roadblocks, AbortBySignalEndsWhateverTheEngineMakesOfIt) {
  const std::string module =
      toolbox::build(workshop_, "a.cpp", R"(
#include <barewasi/exit.hpp>
int main() { abort(); }
)",
                     toolbox::with_runtime() + toolbox::Arguments{toolbox::library("abort-by-signal.o")});
  const auto imports = toolbox::imports_of(module);
  EXPECT_EQ(std::count(imports.begin(), imports.end(), "wasi_snapshot_preview1 proc_raise"), 1);
  // Wasmtime says it does not support it, and the trap follows; Node takes SIGABRT itself.
  for (const std::string& engine : toolbox::engines_at_hand()) {
    const auto result = toolbox::run(engine, module);
    EXPECT_EQ(result.out, "") << engine << ": " << result.err;
    const auto otherwise = toolbox::difference(engine, "WRONG proc_raise of abrt");
    EXPECT_EQ(result.exit_code == toolbox::trapped, !otherwise) << engine << ": " << result.exit_code << result.err;
    EXPECT_GT(result.exit_code, 128) << engine << ": " << result.err;
  }
}

TEST_F(Roadblocks, AbortControlAnEndlessLoopHasToBeKilled) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const std::string module = toolbox::build(workshop_, "a.cpp", R"(
extern "C" void abort() { for (volatile bool forever = true; forever;) {} }
int main() { abort(); return 0; }
)");
  EXPECT_EQ(toolbox::run("wasmtime", module, {.timeout_seconds = 1}).exit_code, toolbox::killed);
}

}  // namespace
