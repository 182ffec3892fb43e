// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What definitions say, in the form in which a text's claims are compared with it: every size and offset in numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/language.h"
#include "model/abi.h"
#include "model/layout.h"
#include "model/types.h"

namespace audit {

struct NamedValue {
  std::string name;
  // Of a flag: its mask; `position` is its bit.
  std::uint64_t value = 0;
  std::uint64_t position = 0;
  support::Span span = {};
};

// An enum, flags, or an integer with named values.
struct ValueType {
  std::string name;
  std::vector<NamedValue> values;
  bool is_flags = false;
  support::Span span = {};
};

// Any type that has a name.
struct TypeItem {
  std::string name;
  std::uint64_t size = 0;
  std::uint32_t align = 1;
  // A plain number; its sign, if that matters: of handles it does not.
  bool is_number = false;
  bool is_float = false;
  Sign sign = Sign::unknown;
  support::Span span = {};
};

struct FieldItem {
  // "u.clock.flags"
  std::string path;
  std::string name;
  // Of its type, if that has one.
  std::string type;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint32_t align = 1;
  Sign sign = Sign::unknown;
  bool is_payload = false;
  support::Span span = {};
};

// A record; also a variant: its tag and its payload.
struct RecordItem {
  std::string name;
  std::uint64_t size = 0;
  std::uint32_t align = 1;
  bool is_variant = false;
  std::vector<FieldItem> fields;
  // What is not taken apart any further; members of variants lie over each other.
  std::vector<FieldItem> leaves;
  support::Span span = {};
};

struct ParamItem {
  std::string name;
  model::Core core = model::Core::i32;
  // Of an address: the type that it points to.
  std::string pointee;
};

struct FunctionItem {
  std::string module;
  std::string name;
  std::vector<ParamItem> params;
  std::vector<model::Core> results;
  support::Span span = {};
};

struct Items {
  std::vector<ValueType> values;
  std::vector<TypeItem> types;
  std::vector<RecordItem> records;
  std::vector<FunctionItem> functions;
  std::vector<std::string> modules;
};

// `model` must have no errors.
[[nodiscard]] Items items_of(const model::Model& model, const model::Layouts& layouts);

}  // namespace audit
