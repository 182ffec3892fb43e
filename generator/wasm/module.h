// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What a WebAssembly module asks for and offers: its types, imports, exports, and what they refer to.
//
// This room reads the binary format, version 1, with what engines have added to it, as far as that takes: code, data
// and custom sections are skipped unread. It knows nothing of WASI or witx. The bytes may come from anywhere and be anything: every index and every
// length is checked, and what does not hold comes back as an Error that names the byte.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wasm {

struct ValueType {
  // The numbers are the format's own, but for references, which have many.
  enum class Kind : std::uint8_t { i32 = 0x7f, i64 = 0x7e, f32 = 0x7d, f64 = 0x7c, v128 = 0x7b, reference = 0x64 };
  Kind kind = Kind::i32;
  // Of a reference: whether it may be null, and to what it leads: the index of a type or, below 0, an abstract type as the
  // format numbers it.
  bool nullable = false;
  std::int64_t heap = 0;

  bool operator==(const ValueType&) const = default;
};

// "i32", "externref", "(ref null 3)".
[[nodiscard]] std::string to_string(ValueType type);

// Of an abstract type: "func", "extern", "any"; empty when it is none.
[[nodiscard]] std::string_view heap_name(std::int64_t heap);

struct FunctionType {
  std::vector<ValueType> parameters;
  std::vector<ValueType> results;

  bool operator==(const FunctionType&) const = default;
};

// "(i32, i64) -> (i32)".
[[nodiscard]] std::string to_string(const FunctionType& type);

enum class ExternalKind : std::uint8_t { function = 0, table = 1, memory = 2, global = 3, tag = 4 };

// "function", "memory".
[[nodiscard]] std::string_view name(ExternalKind kind);

// How many pages or elements: at least, and at most.
struct Limits {
  std::uint64_t minimum = 0;
  std::optional<std::uint64_t> maximum;
  bool is_shared = false;
  bool is_64_bit = false;
};

struct Import {
  std::string module;
  std::string name;
  ExternalKind kind = ExternalKind::function;
  // Into Module::types; of a function or a tag, 0 for others.
  std::uint32_t type = 0;
};

struct Export {
  std::string name;
  ExternalKind kind = ExternalKind::function;
  // Among all of that kind, imported ones first.
  std::uint32_t index = 0;
};

// Every index in it refers to something, that of a function's type to a type of functions.
struct Module {
  // Nothing: of structs, arrays and whatever else no function is of.
  std::vector<std::optional<FunctionType>> types;
  std::vector<Import> imports;
  // All functions, imported ones first: the index of each one's type.
  std::vector<std::uint32_t> functions;
  // All memories, imported ones first.
  std::vector<Limits> memories;
  std::vector<Export> exports;
  // The function that runs when the module is instantiated.
  std::optional<std::uint32_t> start;
};

// Why some bytes are not a module, and at which of them that showed.
struct Error {
  std::size_t offset = 0;
  std::string message;
};

[[nodiscard]] std::variant<Module, Error> read(std::span<const std::uint8_t> bytes);

}  // namespace wasm
