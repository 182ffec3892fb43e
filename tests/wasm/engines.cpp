// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The engines that the tests run programs on: how each is found, and how its command line is spelled.

#include <gtest/gtest.h>

#include <filesystem>
#include <string_view>

#include "differences.h"
#include "toolbox.h"

namespace toolbox {
namespace {

namespace fs = std::filesystem;

struct Engine {
  const char* name;
  // How it is called, ahead of everything else; nothing when it is not installed.
  std::optional<std::vector<std::string>> (*find)();
  const char* environment_option = "--env";
  const char* folder_option = "--dir";
  const char* between_host_and_guest = "::";
  // What stderr has when the program trapped, where the exit code does not say so.
  std::string_view trap = {};
  // Of a status it knows whether it is 0.
  bool tells_only_failure = false;
};

std::optional<std::vector<std::string>> command(const std::string& program, const std::vector<std::string>& arguments) {
  const auto found = find_tool(program);
  if (!found) return std::nullopt;
  std::vector<std::string> words = {*found};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

std::optional<std::vector<std::string>> find_wasmtime() { return command("wasmtime", {"run"}); }
std::optional<std::vector<std::string>> find_wazero() { return command("wazero", {"run"}); }

std::optional<std::vector<std::string>> find_node() {
  return command("node", {"--no-warnings", BAREWASI_ENGINE_RUNNERS "/node.mjs"});
}

std::optional<std::vector<std::string>> find_deno() {
  return command("deno", {"run", "--quiet", "--allow-all", BAREWASI_ENGINE_RUNNERS "/node.mjs"});
}

std::optional<std::vector<std::string>> find_bun() { return command("bun", {BAREWASI_ENGINE_RUNNERS "/node.mjs"}); }

// Where an engine is that is more than one program, as it is called below build/engines/bin.
std::optional<fs::path> folder_of(const std::string& name) {
  std::error_code error;
  const fs::path folder = fs::canonical(fs::path(BAREWASI_ENGINES) / name, error);
  if (error || !fs::is_directory(folder)) return std::nullopt;
  return folder;
}

// An engine that is a package for Python: a folder with a python that has it.
std::optional<std::vector<std::string>> for_python(const std::string& name, const std::string& runner) {
  const auto folder = folder_of(name);
  if (!folder) return std::nullopt;
  return std::vector<std::string>{*folder / "python", BAREWASI_ENGINE_RUNNERS "/" + runner};
}

std::optional<std::vector<std::string>> find_wasmtime_api() { return for_python("wasmtime-api", "wasmtime_api.py"); }

std::optional<std::vector<std::string>> find_pywasm() { return for_python("pywasm", "pywasm_api.py"); }
std::optional<std::vector<std::string>> find_wasmer() { return for_python("wasmer", "wasmer_api.py"); }

// Chicory is a library for Java: a folder of archives.
std::optional<std::vector<std::string>> find_chicory() {
  const auto archives = folder_of("chicory");
  if (!archives) return std::nullopt;
  return command("java", {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", archives->string() + "/*",
                          BAREWASI_ENGINE_RUNNERS "/Chicory.java"});
}

std::optional<std::vector<std::string>> find_wamr() {
  const auto programs = folder_of("wamr");
  if (!programs) return std::nullopt;
  return command("bash", {BAREWASI_ENGINE_RUNNERS "/wamr.sh", *programs});
}

std::optional<std::vector<std::string>> find_wasmi() {
  const auto program = find_tool("wasmi");
  if (!program) return std::nullopt;
  return command("bash", {BAREWASI_ENGINE_RUNNERS "/wasmi.sh", *program});
}

std::optional<std::vector<std::string>> find_browser() {
  const auto packages = folder_of("browser");
  if (!packages || !find_tool("chromium")) return std::nullopt;
  return command("node", {BAREWASI_ENGINE_RUNNERS "/browser.mjs", *packages});
}

// The same program as a component, on Wasmtime.
std::optional<std::vector<std::string>> find_component() {
  const auto tools = find_tool("wasm-tools");
  const auto wasmtime = find_tool("wasmtime");
  if (!tools || !wasmtime) return std::nullopt;
  const auto adapter = fs::canonical(*tools).parent_path() / "wasi_snapshot_preview1.command.wasm";
  if (!fs::exists(adapter)) return std::nullopt;
  return command("bash", {BAREWASI_ENGINE_RUNNERS "/component.sh", *tools, *wasmtime});
}

constexpr Engine table[] = {
    {.name = "wasmtime", .find = find_wasmtime},
    {.name = "wasmtime_api", .find = find_wasmtime_api},
    {.name = "component", .find = find_component, .tells_only_failure = true},
    {.name = "wazero",
     .find = find_wazero,
     .environment_option = "-env",
     .folder_option = "-mount",
     .between_host_and_guest = ":",
     .trap = "wasm error: "},
    {.name = "node", .find = find_node},
    {.name = "deno", .find = find_deno},
    {.name = "bun", .find = find_bun},
    {.name = "chicory", .find = find_chicory},
    {.name = "pywasm", .find = find_pywasm},
    {.name = "wasmer", .find = find_wasmer},
    {.name = "wamr", .find = find_wamr, .folder_option = "--map-dir", .trap = "AOT execution failed: "},
    {.name = "wasmi", .find = find_wasmi, .trap = "failed during execution of _start"},
    {.name = "browser", .find = find_browser},
};

const Engine& entry(const std::string& name) {
  for (const Engine& engine : table) {
    if (engine.name == name) return engine;
  }
  ADD_FAILURE() << "there is no engine " << name;
  return table[0];
}

}  // namespace

const std::vector<std::string>& engines() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Engine& engine : table) all.emplace_back(engine.name);
    return all;
  }();
  return names;
}

std::optional<std::vector<std::string>> find_engine(const std::string& engine) { return entry(engine).find(); }

std::optional<std::string> why_not(const std::string& engine) {
  if (!find_engine(engine)) return "the engine " + engine + " is not installed";
  // "On/Calls" and "Folders/node" for Calls.Folders.
  const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
  const std::string suite = test.test_suite_name();
  const std::string name = test.name();
  const std::string plain = suite.substr(suite.find('/') + 1) + "." + name.substr(0, name.find('/'));
  if (const auto reason = difference(engine, "NEVER " + plain)) return engine + ": " + *reason;
  return std::nullopt;
}

std::vector<std::string> engines_at_hand() {
  std::vector<std::string> found;
  for (const std::string& engine : engines()) {
    if (!why_not(engine)) found.push_back(engine);
  }
  return found;
}

int status_from(const std::string& engine, int status) {
  // A trap is seen as one all the same.
  return entry(engine).tells_only_failure && status != 0 && status != trapped ? 1 : status;
}

support::ProcessResult run(const std::string& name, const std::string& module, const RunOptions& how) {
  const Engine& engine = entry(name);
  std::vector<std::string> words = engine.find().value();
  for (const auto& [variable, value] : how.environment) {
    words.insert(words.end(), {engine.environment_option, variable + "=" + value});
  }
  if (!how.host_folder.empty()) {
    words.insert(words.end(),
                 {engine.folder_option, how.host_folder + engine.between_host_and_guest + how.guest_folder});
  }
  for (const std::string& answer : how.answers) words.insert(words.end(), {"--answer", answer});
  for (const std::string& function : how.invoked) words.insert(words.end(), {"--invoke", function});
  words.push_back(module);
  words.insert(words.end(), how.arguments.begin(), how.arguments.end());
  auto result = support::run(words, {.input = how.input,
                                     .working_directory = {},
                                     .environment = {{"RUST_BACKTRACE", "0"}},
                                     .timeout_seconds = how.timeout_seconds});
  if (!engine.trap.empty() && result.exit_code == 1 && result.err.find(engine.trap) != std::string::npos) {
    result.exit_code = trapped;
  }
  return result;
}

}  // namespace toolbox
