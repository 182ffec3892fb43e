// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reader of wasm modules: what it refuses it refuses at a byte of the input; in what it accepts every index refers to
// something, as its header promises.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "target.h"
#include "wasm/code.h"
#include "wasm/module.h"

namespace fuzz {
namespace {

std::string wrong_with(const wasm::Module& module, std::size_t size) {
  for (const std::uint32_t type : module.functions) {
    if (type >= module.types.size()) return "a function has a type that is not there";
    if (!module.types[type]) return "a function has a type that is not one of functions";
    (void)wasm::to_string(*module.types[type]);
  }
  for (const wasm::Import& import : module.imports) {
    if (import.kind == wasm::ExternalKind::function && import.type >= module.types.size())
      return "an import has a type that is not there";
    if (wasm::name(import.kind).empty()) return "an import is of no kind";
  }
  for (const wasm::Export& exported : module.exports) {
    if (exported.kind == wasm::ExternalKind::function && exported.index >= module.functions.size())
      return "an export names a function that is not there";
    if (exported.kind == wasm::ExternalKind::memory && exported.index >= module.memories.size())
      return "an export names a memory that is not there";
  }
  if (module.start && *module.start >= module.functions.size()) return "the start function is not there";
  // Every entry takes at least one byte: what is told by its number alone must not cost memory.
  const std::size_t entries = module.types.size() + module.imports.size() + module.functions.size() +
                              module.memories.size() + module.exports.size();
  return entries <= size ? "" : "more entries than bytes";
}

}  // namespace

std::string attack(std::string_view bytes) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): text is bytes here
  const std::span input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const std::variant<wasm::Module, wasm::Error> read = wasm::read(input);
  if (const auto* module = std::get_if<wasm::Module>(&read)) {
    const std::optional<std::vector<bool>> used = wasm::used_functions(input, *module);
    if (used && used->size() != module->functions.size()) return "not every function is used or unused";
    return wrong_with(*module, bytes.size());
  }
  const auto& error = std::get<wasm::Error>(read);
  if (error.message.empty()) return "an error says nothing";
  return error.offset <= bytes.size() ? "" : "an error points outside";
}

}  // namespace fuzz
