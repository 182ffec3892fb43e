// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the tests of this folder do to programs: compile them with the sysroot that was built, look into the module,
// run it on an engine. Everything is a process; what it said comes back, good or bad, and the test judges.

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/process.h"

namespace toolbox {

// A folder for one test's files, removed with the test.
class Workshop {
 public:
  Workshop();
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Writes `text` to a file of this name and returns the file's path.
  [[nodiscard]] std::string file(std::string_view name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

// All bytes of a file. A failure of the test when it cannot be read.
[[nodiscard]] std::string contents(const std::string& path);

// Arguments for a compiler, in groups that read as what they are for.
using Arguments = std::vector<std::string>;

// Compile with our sysroot, as a user would: optimised for size, wasm-opt kept out, linker warnings fatal.
[[nodiscard]] Arguments with_runtime();
// Compile with nothing of ours: no headers, no entry, no libraries.
[[nodiscard]] Arguments bare();

// Runs the C++ compiler, or the C compiler for sources that end in .c; writes `output`.
[[nodiscard]] support::ProcessResult compile(const std::vector<std::string>& sources, const std::string& output,
                                             const Arguments& arguments);

// A module made from one source, which must compile without a word; its path.
[[nodiscard]] std::string build(const Workshop& workshop, std::string_view source_name, std::string_view source,
                                const Arguments& arguments = with_runtime());

// "MODULE NAME" of every import, sorted. A failure of the test when it cannot be read.
[[nodiscard]] std::vector<std::string> imports_of(const std::string& module);
// The exported names, sorted.
[[nodiscard]] std::vector<std::string> exports_of(const std::string& module);

// One of ours by name: crt1-command.o, libc.a.
[[nodiscard]] std::string library(std::string_view name);
// One of the examples, as built: hello, cat.
[[nodiscard]] std::string example(std::string_view name);

struct RunOptions {
  std::vector<std::string> arguments = {};
  std::string input = {};
  // A folder of the host, and the name under which the program sees it.
  std::string host_folder = {};
  std::string guest_folder = {};
  std::vector<std::pair<std::string, std::string>> environment = {};
  int timeout_seconds = 20;
  // Node only: what the host answers instead, as engines/node.mjs describes: "fd_write=take:1".
  std::vector<std::string> answers = {};
  // The functions of a library to call in turn, in place of running a program: one on Wasmtime, any number on Node and
  // Deno. What each returns is printed.
  std::vector<std::string> invoked = {};
};

// The engines that these tests know: "wasmtime", "wazero", "node", ... See engines.cpp.
[[nodiscard]] const std::vector<std::string>& engines();

// How the engine's command begins; nothing when it is not installed.
[[nodiscard]] std::optional<std::vector<std::string>> find_engine(const std::string& engine);

// Why the test that is running cannot be run on this engine: it is not installed, or differences.cpp says NEVER.
[[nodiscard]] std::optional<std::string> why_not(const std::string& engine);

// The engines that the test that is running can be run on.
[[nodiscard]] std::vector<std::string> engines_at_hand();

// Runs a module. A trap is exit code 134, whatever the engine makes of it.
[[nodiscard]] support::ProcessResult run(const std::string& engine, const std::string& module,
                                         const RunOptions& how = {});

// What an engine says to the world of a program that ends with this status.
[[nodiscard]] int status_from(const std::string& engine, int status);

// The names of preview 1's functions, as the generated header has them.
[[nodiscard]] std::set<std::string> every_function();

// A program on PATH, or where the environment variable of that name in upper case says: WASM_OPT for wasm-opt.
[[nodiscard]] std::optional<std::string> find_tool(const std::string& name);

inline constexpr int trapped = 134;
inline constexpr int killed = 137;

}  // namespace toolbox

// Leaves the test, saying why, when it cannot be run on the engine.
#define SKIP_WITHOUT_ENGINE(engine) \
  if (const auto reason = toolbox::why_not(engine)) GTEST_SKIP() << *reason
