// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What users of other runtimes reported there. README.md in this folder lists all of them with the tests that show them
// here; those that no other file has are in this one.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

class Reported : public testing::Test {
 protected:
  std::string build(std::string_view name, std::string_view source, const Arguments& more = {}) const {
    Arguments arguments = toolbox::with_runtime();
    arguments.insert(arguments.end(), more.begin(), more.end());
    return toolbox::build(workshop_, name, source, arguments);
  }

  void expect_fine(std::string_view name, std::string_view source, const Arguments& more = {}) const {
    const std::string module = build(name, source, more);
    for (const std::string& engine : toolbox::engines_at_hand()) {
      const auto result = toolbox::run(engine, module);
      EXPECT_EQ(result.exit_code, 0) << engine << ": " << result.err;
    }
  }

  Workshop workshop_;
};

// wasi-libc 249.
TEST_F(Reported, MemoryIsAlignedTo16WhateverTheSize) {
  expect_fine("aligned.cpp", R"(
#include <barewasi/heap.hpp>
int main() {
  for (__SIZE_TYPE__ bytes = 0; bytes < 5000; ++bytes) {
    void* const memory = malloc(bytes);
    if (memory == nullptr || reinterpret_cast<__UINTPTR_TYPE__>(memory) % 16 != 0) return 1;
    if (bytes % 3 == 0) free(memory);
  }
  return 0;
}
)",
              {"-fno-builtin"});
}

// wasi-libc 421: what the heap writes into a block must not be taken for what the program wrote.
TEST_F(Reported, ABlockMayBeOfAnotherTypeEachTime) {
  for (const char* const link_time : {"-fno-lto", "-flto=full"}) {
    expect_fine("types.cpp", R"(
#include <barewasi/heap.hpp>
template <class T>
static bool holds(int i) {
  T* const block = static_cast<T*>(malloc(24));
  for (int j = 0; j < 3; ++j) block[j] = static_cast<T>(i + j);
  bool same = true;
  for (int j = 0; j < 3; ++j) same = same && block[j] == static_cast<T>(i + j);
  free(block);
  return same;
}
int main() {
  for (int i = 0; i < 10000; ++i) {
    if (!holds<double>(i) || !holds<unsigned>(i) || !holds<unsigned long long>(i) || !holds<char>(i % 100)) return 1;
  }
  return 0;
}
)",
                {"-O2", "-fno-builtin", link_time});
  }
}

// WASI 471 and wasi-libc 264: the linker wraps every export with constructors and destructors where nobody names them.
TEST_F(Reported, ExportsAreNotWrappedWithConstructors) {
  const std::string source = R"(
struct Made { Made(); ~Made(); };
static int count = 0;
Made::Made() { ++count; }
Made::~Made() { --count; }
static Made made;
extern "C" __attribute__((export_name("count_now"))) int count_now() { return count; }
int main() { return count_now() == 1 && count_now() == 1 ? 0 : 1; }
)";
  expect_fine("exports.cpp", source);
  const std::string bytes = toolbox::contents(build("exports.cpp", source));
  EXPECT_NE(bytes.find("count_now"), std::string::npos);
  EXPECT_EQ(bytes.find("command_export"), std::string::npos);
}

// wasi-libc 351.
TEST_F(Reported, AnEmptyProgramImportsNoMoreThanItsEnd) {
  EXPECT_EQ(toolbox::imports_of(build("empty.cpp", "int main() { return 0; }\n")),
            std::vector<std::string>{"wasi_snapshot_preview1 proc_exit"});
}

// wasi-sdk 190.
TEST_F(Reported, APureVirtualFunctionDragsNothingIn) {
  const std::string module = build("pure.cpp", R"(
static int made = 0;
struct Shape { Shape() { ++made; } virtual int sides() const = 0; };
struct Square : Shape { int sides() const override { return 4; } };
static const Square square;
static const Shape* volatile shape = &square;
int main() { return shape->sides() == 4 ? 0 : 1; }
)",
                                   {"-O0"});
  EXPECT_EQ(toolbox::imports_of(module),
            (std::vector<std::string>{"wasi_snapshot_preview1 fd_write", "wasi_snapshot_preview1 proc_exit"}));
  EXPECT_LE(std::filesystem::file_size(module), 4000U);
}

// llvm 99642: compiler-rt's own division asks for the stack protector's symbols.
TEST_F(Reported, TheStackProtectorAndWideDivisionLink) {
  expect_fine("wide.cpp", R"(
static volatile unsigned __int128 large = static_cast<unsigned __int128>(1) << 100;
static volatile unsigned __int128 small = 1000003;
int main() {
  volatile char buffer[64] = {};
  const unsigned __int128 all = large, part = small;
  return all / part * part + all % part == all && buffer[63] == 0 ? 0 : 1;
}
)",
              {"-fstack-protector-all"});
}

}  // namespace
