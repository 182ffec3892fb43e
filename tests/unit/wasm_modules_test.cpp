// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Modules with what engines have added to the first version of the format: each file in modules/ beside its text, from which
// `wasm-tools parse` or the `wat2wasm` of Wasmtime's package for Python makes it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/files.h"
#include "wasm/code.h"
#include "wasm/module.h"

namespace {

using Bytes = std::vector<std::uint8_t>;
using Names = std::vector<std::string>;

struct Expected {
  // "MODULE NAME KIND", of a function with its type.
  Names imports;
  // Names of imported functions that some code or segment uses.
  Names used;
  std::size_t memories = 1;
};

const std::string exit_and_yield_types[] = {"wasi_snapshot_preview1 proc_exit (i32) -> ()",
                                            "wasi_snapshot_preview1 sched_yield () -> (i32)"};

const std::map<std::string, Expected> modules{
    {"gc", {{exit_and_yield_types[0], exit_and_yield_types[1]}, {"proc_exit"}}},
    {"exceptions", {{"env e tag", exit_and_yield_types[0], exit_and_yield_types[1]}, {"proc_exit"}}},
    {"references",
     {{exit_and_yield_types[0], exit_and_yield_types[1], "wasi_snapshot_preview1 fd_close (i32) -> (i32)"},
      {"proc_exit", "fd_close"}}},
    {"memory64", {{"wasi_snapshot_preview1 fd_write (i32, i64, i64, i64) -> (i32)"}, {"fd_write"}}},
    {"memories", {{"env other memory", exit_and_yield_types[0], exit_and_yield_types[1]}, {"proc_exit"}, 4}},
    {"compact",
     {{exit_and_yield_types[0], exit_and_yield_types[1], "env a global", "env b global", "env c global",
       "env f (i32) -> ()", "env g (i32) -> ()"},
      {"proc_exit"}}},
    {"passive",
     {{exit_and_yield_types[1], exit_and_yield_types[0], "wasi_snapshot_preview1 fd_close (i32) -> (i32)"},
      {"sched_yield", "proc_exit"}}},
};

Bytes bytes_of(const std::string& name) {
  auto read = support::RealFiles().read(std::string(TEST_MODULES) + "/" + name + ".wasm");
  const auto* text = std::get_if<std::string>(&read);
  EXPECT_NE(text, nullptr) << name;
  return text == nullptr ? Bytes() : Bytes(text->begin(), text->end());
}

TEST(WasmModules, HaveTheirImportsAndWhatUsesThem) {
  for (const auto& [name, expected] : modules) {
    const Bytes bytes = bytes_of(name);
    const auto read = wasm::read(bytes);
    if (const auto* error = std::get_if<wasm::Error>(&read)) {
      ADD_FAILURE() << name << ": at byte " << error->offset << ": " << error->message;
      continue;
    }
    const auto& module = std::get<wasm::Module>(read);
    Names imports;
    Names used;
    const auto uses = wasm::used_functions(bytes, module);
    EXPECT_TRUE(uses.has_value()) << name;
    std::size_t index = 0;
    for (const wasm::Import& import : module.imports) {
      const bool function = import.kind == wasm::ExternalKind::function;
      imports.push_back(
          import.module + ' ' + import.name + ' ' +
          (function ? wasm::to_string(*module.types[import.type]) : std::string(wasm::name(import.kind))));
      if (function && uses && uses->at(index++)) used.push_back(import.name);
    }
    EXPECT_EQ(imports, expected.imports) << name;
    EXPECT_EQ(used, expected.used) << name;
    EXPECT_EQ(module.memories.size(), expected.memories) << name;
  }
}

TEST(WasmModules, AreAllTried) {
  for (const auto& entry : std::filesystem::directory_iterator(TEST_MODULES)) {
    EXPECT_TRUE(modules.contains(entry.path().stem().string())) << entry.path();
  }
}

TEST(WasmModules, KnowWhatTheirMemoriesAre) {
  const auto limits = [](const std::string& name) {
    return std::get<wasm::Module>(wasm::read(bytes_of(name))).memories;
  };
  EXPECT_TRUE(limits("memory64").at(0).is_64_bit);
  EXPECT_FALSE(limits("gc").at(0).is_64_bit);
  EXPECT_TRUE(limits("memories").at(2).is_shared);
  EXPECT_FALSE(limits("memories").at(1).is_shared);
}

// Every changed byte is read or refused, at a byte of the input; so is every beginning.
TEST(WasmModules, AreReadOrRefusedWhateverTheirBytes) {
  for (const auto& [name, expected] : modules) {
    const Bytes whole = bytes_of(name);
    const auto ask = [&whole](const Bytes& bytes) {
      const auto read = wasm::read(bytes);
      if (const auto* error = std::get_if<wasm::Error>(&read)) {
        EXPECT_LE(error->offset, whole.size());
        EXPECT_NE(error->message, "");
      } else {
        (void)wasm::used_functions(bytes, std::get<wasm::Module>(read));
      }
    };
    for (std::size_t i = 0; i < whole.size(); ++i) {
      ask(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(i)));
      Bytes changed = whole;
      for (const int value : {0x00, 0x01, 0x40, 0x4e, 0x5f, 0x63, 0x64, 0x7f, 0x80, 0xff}) {
        changed[i] = static_cast<std::uint8_t>(value);
        ask(changed);
      }
    }
  }
}

}  // namespace
