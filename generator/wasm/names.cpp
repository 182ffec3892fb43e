// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "wasm/module.h"

namespace wasm {

std::string_view name(ValueType type) {
  switch (type) {
    case ValueType::i32: return "i32";
    case ValueType::i64: return "i64";
    case ValueType::f32: return "f32";
    case ValueType::f64: return "f64";
    case ValueType::v128: return "v128";
    case ValueType::funcref: return "funcref";
    case ValueType::externref: return "externref";
  }
  return {};
}

std::string_view name(ExternalKind kind) {
  switch (kind) {
    case ExternalKind::function: return "function";
    case ExternalKind::table: return "table";
    case ExternalKind::memory: return "memory";
    case ExternalKind::global: return "global";
    case ExternalKind::tag: return "tag";
  }
  return {};
}

std::string to_string(const FunctionType& type) {
  const auto list = [](const std::vector<ValueType>& types) {
    std::string text;
    for (const ValueType each : types) {
      if (!text.empty()) text += ", ";
      text += name(each);
    }
    return text;
  };
  return fmt::format("({}) -> ({})", list(type.parameters), list(type.results));
}

}  // namespace wasm
