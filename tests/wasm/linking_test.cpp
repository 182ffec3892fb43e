// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The imports as the generated headers declare them, against engines that compare types when they link: Wasmtime refuses
// a module whose import has another type than its own function, whether it is called or not.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::Workshop;

class TypedLinking : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  support::ProcessResult link(std::string_view file, const std::string& source) {
    auto arguments = toolbox::with_runtime();
    arguments.push_back("-I" BAREWASI_SOURCE "/generated/c");
    module_ = toolbox::build(workshop_, file, source, arguments);
    return toolbox::run(GetParam(), module_);
  }

  // What an import of preview 1 is taken for, and nothing asks for it to be called.
  support::ProcessResult link_declared_as(const std::string& name, const std::string& declaration) {
    return link("declared.cpp",
                "extern \"C\" __attribute__((import_module(\"wasi_snapshot_preview1\"), import_name(\"" + name +
                    "\"))) " + declaration +
                    ";\nvoid* volatile kept;\n"
                    "int main() { kept = reinterpret_cast<void*>(declared); return 7; }\n");
  }

  Workshop workshop_;
  std::string module_;
};

INSTANTIATE_TEST_SUITE_P(On, TypedLinking, testing::Values("wasmtime", "wasmtime_api"),
                         [](const auto& engine) { return engine.param; });

// A program that has the address of every function, each spelled with `prefix` before its name.
std::string program_with_every(const std::string& include, const std::string& prefix) {
  std::string program = "#include <" + include + ">\n";
  program += "void* volatile functions[] = {\n";
  for (const std::string& name : toolbox::every_function()) program += "  (void*)" + prefix + name + ",\n";
  return program + "};\nint main(void) { return functions[0] != 0 ? sizeof functions / sizeof *functions : 0; }\n";
}

void expect_all_linked(const support::ProcessResult& result, const std::string& module) {
  EXPECT_EQ(result.exit_code, 46) << result.err;
  std::vector<std::string> imports;
  for (const std::string& name : toolbox::every_function()) imports.push_back("wasi_snapshot_preview1 " + name);
  EXPECT_EQ(toolbox::imports_of(module), imports);
}

TEST_P(TypedLinking, EveryFunctionOfTheHeaderForCpp) {
  expect_all_linked(link("every.cpp", program_with_every("wasi/preview1.hpp", "wasi::raw::")), module_);
}

TEST_P(TypedLinking, EveryFunctionOfTheHeaderForC) {
  const std::string source = program_with_every("wasi/api.h", "__wasi_") + "#include \"wasi_api.c\"\n";
  expect_all_linked(link("every.c", source), module_);
}

TEST_P(TypedLinking, EveryFunctionOfTheLibraryForC) {
  expect_all_linked(link("every.c", program_with_every("wasi/api.h", "__wasi_")), module_);
}

// ---- Controls: that the engine does compare ------------------------------------------------------------------------

TEST_P(TypedLinking, TheTypeThatItHasIsTaken) {
  EXPECT_EQ(link_declared_as("fd_sync", "int declared(int)").exit_code, 7);
}

TEST_P(TypedLinking, AnyOtherTypeIsRefused) {
  for (const char* const declaration : {"int declared()", "int declared(int, int)", "int declared(long long)",
                                        "void declared(int)", "long long declared(int)", "int declared(float)"}) {
    const auto result = link_declared_as("fd_sync", declaration);
    EXPECT_NE(result.exit_code, 7) << declaration;
    EXPECT_NE(result.err.find("incompatible import type for `wasi_snapshot_preview1::fd_sync`"), std::string::npos)
        << declaration << ": " << result.err;
  }
}

TEST_P(TypedLinking, WhatIsNotThereIsRefused) {
  const auto result = link_declared_as("fd_sink", "int declared(int)");
  EXPECT_NE(result.exit_code, 7);
  EXPECT_NE(result.err.find("unknown import: `wasi_snapshot_preview1::fd_sink`"), std::string::npos) << result.err;
}

}  // namespace
