// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// module_imports FILE: the functions that a module imports, a line each, sorted: module, name, type.
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "wasm/module.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::vector<char> text(std::istreambuf_iterator<char>(file), {});
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  const auto module = wasm::read(bytes);
  if (const auto* error = std::get_if<wasm::Error>(&module)) {
    std::cerr << argv[1] << ": " << error->message << '\n';
    return 1;
  }
  std::set<std::string> lines;
  const auto& read = std::get<wasm::Module>(module);
  for (const wasm::Import& import : read.imports) {
    if (import.kind != wasm::ExternalKind::function) continue;
    lines.insert(import.module + " " + import.name + " " + wasm::to_string(*read.types[import.type]));
  }
  for (const std::string& line : lines) std::cout << line << '\n';
}
