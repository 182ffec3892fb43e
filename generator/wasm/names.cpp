// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <array>
#include <utility>

#include "wasm/module.h"

namespace wasm {

std::string_view heap_name(std::int64_t heap) {
  // As unsigned numbers of seven bits, from the highest down.
  constexpr std::array<std::string_view, 13> names{"noexn", "nofunc", "noextern", "none",  "func", "extern", "any",
                                                   "eq",    "i31",    "struct",   "array", "exn",  "cont"};
  constexpr std::int64_t first = 0x74 - 0x80;
  constexpr std::int64_t nocont = first + 1;
  if (heap == nocont) return "nocont";
  const std::int64_t place = first - heap;
  return place >= 0 && std::cmp_less(place, names.size()) ? names.at(static_cast<std::size_t>(place))
                                                          : std::string_view();
}

std::string to_string(ValueType type) {
  switch (type.kind) {
    case ValueType::Kind::i32: return "i32";
    case ValueType::Kind::i64: return "i64";
    case ValueType::Kind::f32: return "f32";
    case ValueType::Kind::f64: return "f64";
    case ValueType::Kind::v128: return "v128";
    case ValueType::Kind::reference: break;
  }
  const bool none = type.heap == 0x71 - 0x80;
  if (type.heap < 0 && type.nullable && !none) {
    const std::string_view name = heap_name(type.heap);
    return name.starts_with("no") ? fmt::format("null{}ref", name.substr(2)) : fmt::format("{}ref", name);
  }
  if (none && type.nullable) return "nullref";
  return fmt::format("(ref {}{})", type.nullable ? "null " : "",
                     type.heap < 0 ? std::string(heap_name(type.heap)) : fmt::to_string(type.heap));
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
      text += to_string(each);
    }
    return text;
  };
  return fmt::format("({}) -> ({})", list(type.parameters), list(type.results));
}

}  // namespace wasm
