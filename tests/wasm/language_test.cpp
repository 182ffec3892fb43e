// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What the languages offer without naming a library, and compilers call one for: each program of programs/language works
// however it is compiled. Where the runtime has nothing to offer, the tool's error names what README.md explains.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

Arguments operator+(Arguments left, const Arguments& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

// ---- What works -----------------------------------------------------------------------------------------------------

class Language : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Has, Language, testing::Values("atomic", "frames", "numbers"),
                         [](const auto& program) { return program.param; });

TEST_P(Language, WorksHoweverItIsCompiled) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const Workshop workshop;
  const std::string program = toolbox::contents(BAREWASI_TEST_PROGRAMS "/language/" + GetParam() + ".c");
  const Arguments ways[] = {
      {"-O0"},
      {"-O2", "-std=c2x"},
      {"-Oz", "-flto"},
      {"-O2", "-flto=thin", "-fno-builtin"},
      {"-ffreestanding", "-g"},
      {"-fsanitize=undefined", "-fsanitize-trap=all"},
      {"-ftrapv", "-fstack-protector-strong", "-fvisibility=hidden"},
      {"-O2", "-msimd128", "-mtail-call"},
      {"-mcpu=mvp"},
  };
  for (const Arguments& way : ways) {
    const std::string module = toolbox::build(workshop, "program.c", program,
                                              toolbox::with_runtime() + way + Arguments{"-Wno-atomic-alignment"});
    const auto result = toolbox::run("wasmtime", module);
    EXPECT_EQ(result.exit_code, 0) << testing::PrintToString(way) << result.err;
  }
}

// A heap of the program's own: with the four functions of C in it, nothing of ours is linked beside them.
TEST(OwnHeap, IsWhatNewAndStringsUse) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const Workshop workshop;
  for (const char* const optimised : {"-O0", "-O2"}) {
    const std::string module = toolbox::build(workshop, "a.cpp", R"(
#include <barewasi/io.hpp>
#include <barewasi/string.hpp>
using Size = __SIZE_TYPE__;
alignas(16) static char area[65536];
static Size at = 0;
extern "C" {
void* malloc(Size bytes) {
  const Size begin = at + 16, end = begin + (bytes + 15) / 16 * 16;
  if (end > sizeof area) return nullptr;
  *reinterpret_cast<Size*>(area + at) = bytes;
  at = end;
  return area + begin;
}
void free(void*) {}
void* calloc(Size count, Size bytes) { return malloc(count * bytes); }
void* realloc(void* memory, Size bytes) {
  void* const moved = malloc(bytes);
  if (memory == nullptr || moved == nullptr) return moved;
  const Size before = *reinterpret_cast<Size*>(static_cast<char*>(memory) - 16);
  return __builtin_memcpy(moved, memory, before < bytes ? before : bytes);
}
}
int main() {
  int* volatile numbers = new int[100]();
  const auto text = barewasi::format(numbers[99], ", and a text that is too long for any buffer in the string\n");
  delete[] numbers;
  return at > 400 + text.size() && text.size() > 50 ? 0 : 1;
}
)",
                                              toolbox::with_runtime() + Arguments{optimised});
    const auto result = toolbox::run("wasmtime", module);
    EXPECT_EQ(result.exit_code, 0) << optimised << result.err;
  }
}

// ---- What ends in an error ------------------------------------------------------------------------------------------

class Refused : public testing::Test {
 protected:
  void expect_undefined(std::string_view symbol, std::string_view name, std::string_view source,
                        const Arguments& more) const {
    const auto result = compile(name, source, more);
    EXPECT_NE(result.exit_code, 0);
    EXPECT_NE(result.err.find("undefined symbol: " + std::string(symbol) + "\n"), std::string::npos) << result.err;
  }

  support::ProcessResult compile(std::string_view name, std::string_view source, const Arguments& more) const {
    return toolbox::compile({workshop_.file(name, source)}, (workshop_.path() / "a.wasm").string(),
                            toolbox::with_runtime() + more);
  }

  Workshop workshop_;
};

// A malloc of the program's own, and something that is of our heap: memory of the one would be given to the other.
TEST_F(Refused, TwoHeapsInOneProgram) {
  constexpr std::string_view own = R"(
#include <barewasi/heap.hpp>
#include <barewasi/string.hpp>
static char area[4096];
static unsigned at = 0;
extern "C" void* malloc(__SIZE_TYPE__ bytes) { return area + (at += (bytes + 15) / 16 * 16); }
extern "C" void free(void*) {}
struct alignas(64) Large { char bytes[64]; };
void* volatile kept;
)";
  const auto link = [&](const std::string& body, const Arguments& more) {
    const std::string source =
        (more.empty() ? std::string(own) : "#include <barewasi/heap.hpp>\nvoid* volatile kept;\n") +
        "int main() { kept = malloc(3); kept = (void*)(" + body + "); return 0; }\n";
    return compile("a.cpp", source, more + Arguments{"-O0"});
  };
  const auto expect_refused = [&](const std::string& body, const Arguments& more) {
    const auto result = link(body, more);
    EXPECT_NE(result.exit_code, 0) << body;
    EXPECT_NE(result.err.find("duplicate symbol: malloc\n"), std::string::npos) << body << result.err;
    EXPECT_NE(result.err.find("libc.a(two_heaps_in_one_program.o)"), std::string::npos) << body << result.err;
  };
  for (const char* const body :
       {"calloc(2, 3)", "realloc(kept, 3)", "aligned_alloc(64, 64)", "malloc_usable_size(kept)", "new Large",
        "barewasi::heap_statistics().held", "barewasi::heap_check()"}) {
    expect_refused(body, {});
  }
  for (const char* const body : {"barewasi::heap_statistics().held", "barewasi::heap_check()"}) {
    expect_refused(body, {"-lbump-heap"});
    EXPECT_EQ(link(body, {"-lchecked-heap"}).err, "") << body;
  }
  for (const char* const body : {"malloc(3)", "new int[3]", "barewasi::format(1).data()"}) {
    EXPECT_EQ(link(body, {}).err, "") << body;
  }
}

constexpr std::string_view looks_up_a_class = R"(
struct Shape { virtual ~Shape() = default; };
struct Square : Shape { int side = 4; };
static Square square;
static Shape* volatile shape = &square;
int main() { return dynamic_cast<Square*>(static_cast<Shape*>(shape))->side == 4 ? 0 : 1; }
)";

TEST_F(Refused, DynamicCastIsRefusedWithItsPlaceByNoRtti) {
  expect_undefined("__dynamic_cast", "a.cpp", looks_up_a_class, {"-frtti"});
  const auto result = compile("a.cpp", looks_up_a_class, {"-fno-rtti"});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_NE(result.err.find("a.cpp:6:"), std::string::npos) << result.err;
}

TEST_F(Refused, HeadersOfTheCppLibraryAreThoseOfLibcxx) {
  constexpr std::string_view source = "#include <vector>\nint main() { return 0; }\n";
  const auto result = compile("a.cpp", source, {});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_NE(result.err.find("'vector' file not found"), std::string::npos) << result.err;
  if (*BAREWASI_LIBCXX == '\0') GTEST_SKIP() << "libc++ for wasm32 is not installed: scripts/setup --ci";
  const auto built =
      compile("a.cpp", source, {"-nostdinc++", "-isystem", BAREWASI_LIBCXX "/include/wasm32-wasi/c++/v1"});
  EXPECT_EQ(built.exit_code, 0) << built.err;
}

constexpr std::string_view own_printf = R"(
#include <wasi/api.h>
int printf(const char* format, ...);
int printf(const char* format, ...) {
  const __wasi_ciovec_t piece = {(const uint8_t*)format, 6};
  __wasi_size_t written;
  return __wasi_fd_write(1, &piece, 1, &written);
}
int main(void) {
  printf("hello\n");
  return 0;
}
)";

TEST_F(Refused, APrintfOfOnesOwnNeedsNoPutsWithoutTheBuiltin) {
  expect_undefined("puts", "a.c", own_printf, {"-O2"});
  EXPECT_EQ(compile("a.c", own_printf, {"-O2", "-fno-builtin-printf"}).exit_code, 0);
}

constexpr std::string_view checked = "static volatile int n = 1;\nint main(void) { return (n << n) - 2; }\n";

TEST_F(Refused, ChecksOfUndefinedBehaviourTrapWithoutALibrary) {
  expect_undefined("__ubsan_handle_shift_out_of_bounds", "a.c", checked, {"-fsanitize=undefined"});
  expect_undefined("__ubsan_handle_shift_out_of_bounds_minimal", "a.c", checked,
                   {"-fsanitize=undefined", "-fsanitize-minimal-runtime"});
  EXPECT_EQ(compile("a.c", checked, {"-fsanitize=undefined", "-fsanitize-trap=undefined"}).exit_code, 0);
}

}  // namespace
