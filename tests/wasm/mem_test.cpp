// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The mem and str functions: programs/mem.c tries every small size, alignment and overlap, with what the sysroot has and
// with the variants that other processors' features choose.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

const std::string program = BAREWASI_TEST_PROGRAMS "/mem.c";

Arguments sources_of_mem() {
  Arguments files;
  for (const auto& entry : std::filesystem::directory_iterator(BAREWASI_RUNTIME "/mem")) {
    if (entry.path().extension() == ".c") files.push_back(entry.path().string());
  }
  return files;
}

int exit_code_with(const Arguments& sources, const Arguments& flags) {
  const Workshop workshop;
  const std::string module = (workshop.path() / "mem.wasm").string();
  Arguments arguments = {"--sysroot=" BAREWASI_SYSROOT, "-O2", "-fno-builtin", BAREWASI_NO_WASM_OPT};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  const auto built = toolbox::compile(sources, module, arguments);
  EXPECT_EQ(built.exit_code, 0) << built.err;
  EXPECT_EQ(built.err, "");
  return toolbox::run("wasmtime", module, {.timeout_seconds = 60}).exit_code;
}

TEST(Mem, EverySizeAlignmentAndOverlap) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  EXPECT_EQ(exit_code_with({program}, {}), 0);
}

TEST(Mem, EverySizeAlignmentAndOverlapWithSimd) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  Arguments sources = sources_of_mem();
  sources.push_back(program);
  EXPECT_EQ(exit_code_with(sources, {"-msimd128"}), 0);
}

TEST(Mem, EverySizeAlignmentAndOverlapWithoutBulkMemory) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  Arguments sources = sources_of_mem();
  sources.push_back(program);
  EXPECT_EQ(exit_code_with(sources, {"-mcpu=mvp"}), 0);
}

TEST(Mem, ControlOneWrongByteIsNoticed) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const Workshop workshop;
  const std::string wrong = workshop.file("memcpy.c", R"(
typedef __SIZE_TYPE__ size_t;
void* memcpy(void* restrict to, const void* restrict from, size_t size) {
  for (size_t i = 0; i < size; ++i) ((char*)to)[i] = ((const char*)from)[i];
  if (size == 33) ((char*)to)[32] ^= 1;
  return to;
}
)");
  EXPECT_NE(exit_code_with({program, wrong}, {}), 0);
}

}  // namespace
