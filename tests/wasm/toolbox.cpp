// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "toolbox.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "wasm/module.h"

namespace toolbox {
namespace {

namespace fs = std::filesystem;

bool is_program(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && access(path.c_str(), X_OK) == 0;
}

std::optional<std::string> in_environment(std::string name) {
  for (char& letter : name) letter = letter == '-' ? '_' : static_cast<char>(std::toupper(letter));
  const char* const value = getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::optional<std::string> on_path(const std::string& name) {
  std::istringstream folders(getenv("PATH") != nullptr ? getenv("PATH") : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (const fs::path program = fs::path(folder) / name; is_program(program)) return program.string();
  }
  return std::nullopt;
}

// Empty when the module cannot be read, which fails the test.
wasm::Module read_module(const std::string& path) {
  const std::string text = contents(path);
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  auto result = wasm::read(bytes);
  if (const auto* const error = std::get_if<wasm::Error>(&result)) {
    ADD_FAILURE() << path << ": at byte " << error->offset << ": " << error->message;
    return {};
  }
  return std::get<wasm::Module>(std::move(result));
}

}  // namespace

Workshop::Workshop() {
  std::string pattern = (fs::temp_directory_path() / "barewasi-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    ADD_FAILURE() << "no folder can be made in " << fs::temp_directory_path();
    return;
  }
  path_ = pattern;
}

Workshop::~Workshop() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

std::string Workshop::file(std::string_view name, std::string_view text) const {
  const fs::path path = path_ / name;
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) ADD_FAILURE() << path << " cannot be read";
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Arguments with_runtime() {
  return {"--sysroot=" BAREWASI_SYSROOT, "-Oz", "-fno-exceptions", "-fno-rtti", BAREWASI_NO_WASM_OPT,
          "-Wl,--fatal-warnings"};
}

Arguments bare() { return {"-Oz", "-ffreestanding", "-nostdlibinc", "-nostdlib", BAREWASI_NO_WASM_OPT}; }

support::ProcessResult compile(const std::vector<std::string>& sources, const std::string& output,
                               const Arguments& arguments) {
  const bool is_c = !sources.empty() && sources.front().ends_with(".c");
  std::vector<std::string> command = {is_c ? BAREWASI_WASM_CC : BAREWASI_WASM_CXX, BAREWASI_WASM_TARGET,
                                      is_c ? "-std=c17" : "-std=c++20"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  command.insert(command.end(), sources.begin(), sources.end());
  command.insert(command.end(), {"-o", output});
  return support::run(command);
}

std::string build(const Workshop& workshop, std::string_view source_name, std::string_view source,
                  const Arguments& arguments) {
  const std::string source_path = workshop.file(source_name, source);
  std::string module = source_path + ".wasm";
  const support::ProcessResult result = compile({source_path}, module, arguments);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.err, "");
  return module;
}

std::vector<std::string> imports_of(const std::string& module) {
  std::vector<std::string> names;
  for (const wasm::Import& import : read_module(module).imports) names.push_back(import.module + " " + import.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> exports_of(const std::string& module) {
  std::vector<std::string> names;
  for (const wasm::Export& entry : read_module(module).exports) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::string library(std::string_view name) { return BAREWASI_SYSROOT "/lib/wasm32-wasip1/" + std::string(name); }

std::string example(std::string_view name) { return BAREWASI_EXAMPLES "/" + std::string(name) + ".wasm"; }

std::set<std::string> every_function() {
  const std::string text = contents(BAREWASI_SOURCE "/generated/cpp/wasi/preview1.hpp");
  const std::regex import("WITX_IMPORT\\(\"wasi_snapshot_preview1\",\\s*\"([a-z0-9_]+)\"");
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), import), end; at != end; ++at) names.insert((*at)[1]);
  return names;
}

std::optional<std::string> find_tool(const std::string& name) {
  if (auto chosen = in_environment(name)) return chosen;
  if (const fs::path own = fs::path(BAREWASI_ENGINES) / name; is_program(own)) return own.string();
  return on_path(name);
}

}  // namespace toolbox
