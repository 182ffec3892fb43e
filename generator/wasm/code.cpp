// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/code.h"

#include <array>
#include <string>

#include "wasm/cursor.h"

namespace wasm {
namespace {

// What stands behind an instruction's number.
enum class Operands : std::uint8_t {
  unknown,
  none,
  index,
  two_indices,
  signed_number,
  memory,
  memory_and_lane,
  byte,
  bytes_4,
  bytes_8,
  bytes_16,
  function,
  labels,
  types,
};

using enum Operands;

// Of instructions of one byte.
constexpr Operands operands(std::uint8_t code) {
  switch (code) {
    case 0x02:
    case 0x03:
    case 0x04:
    case 0x06:
    case 0x41:
    case 0x42:
    case 0xd0: return signed_number;
    case 0x0e: return labels;
    case 0x10:
    case 0x12:
    case 0xd2: return function;
    case 0x11:
    case 0x13: return two_indices;
    case 0x1c: return types;
    case 0x43: return bytes_4;
    case 0x44: return bytes_8;
    case 0x00:
    case 0x01:
    case 0x05:
    case 0x0a:
    case 0x0b:
    case 0x0f:
    case 0x19:
    case 0x1a:
    case 0x1b:
    case 0xd1: return none;
    case 0x07:
    case 0x08:
    case 0x09:
    case 0x0c:
    case 0x0d:
    case 0x14:
    case 0x15:
    case 0x18:
    case 0x3f:
    case 0x40: return index;
    default: break;
  }
  if (code >= 0x20 && code <= 0x26) return index;
  if (code >= 0x28 && code <= 0x3e) return memory;
  if (code >= 0x45 && code <= 0xc4) return none;
  return unknown;
}

// Conversions that saturate, and what copies and fills.
constexpr Operands operands_fc(std::uint32_t code) {
  constexpr std::array bulk{two_indices, index,       two_indices, index, two_indices,
                            index,       two_indices, index,       index, index};
  if (code <= 7) return none;
  return code - 8 < bulk.size() ? bulk.at(code - 8) : unknown;
}

// Vectors.
constexpr Operands operands_fd(std::uint32_t code) {
  if (code <= 11 || code == 92 || code == 93) return memory;
  if (code == 12 || code == 13) return bytes_16;
  if (code >= 21 && code <= 34) return byte;
  if (code >= 84 && code <= 91) return memory_and_lane;
  return code <= 275 ? none : unknown;
}

// Atomics.
constexpr Operands operands_fe(std::uint32_t code) {
  if (code == 3) return byte;
  return code <= 0x4e ? memory : unknown;
}

class Reader {
 public:
  explicit Reader(const Module& module) : used_(module.functions.size(), false) {}

  void use(std::uint32_t function) {
    if (function < used_.size()) used_[function] = true;
  }

  // Instructions up to the `end` that closes what holds them: a body, or an expression.
  void instructions(Cursor& in) {
    for (std::size_t depth = 1; depth > 0 && in.ok() && known_;) {
      const std::uint8_t code = in.byte();
      // block, loop, if, try; a delegate ends its try.
      if (code == 0x02 || code == 0x03 || code == 0x04 || code == 0x06) ++depth;
      if (code == 0x0b || code == 0x18) --depth;
      skip(in, code == 0xfc   ? operands_fc(in.u32())
               : code == 0xfd ? operands_fd(in.u32())
               : code == 0xfe ? operands_fe(in.u32())
                              : operands(code));
    }
  }

  void bodies(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      Cursor body = in.part(in.u32());
      const std::uint32_t groups = body.count();
      for (std::uint32_t group = 0; group < groups && body.ok(); ++group) {
        static_cast<void>(body.u32());
        skip(body, signed_number);
      }
      instructions(body);
      known_ = known_ && body.ok() && body.at_end();
    }
  }

  // A segment's first number says which of its parts are written.
  void segments(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      const std::uint32_t kind = in.u32();
      known_ = kind < 8;
      const bool is_active = (kind & 1U) == 0;
      const bool has_index = (kind & 2U) != 0;
      const bool has_expressions = (kind & 4U) != 0;
      if (is_active && has_index) static_cast<void>(in.u32());
      if (is_active) instructions(in);
      if (!is_active || has_index) skip(in, signed_number);
      const std::uint32_t elements = in.count();
      for (std::uint32_t element = 0; element < elements && in.ok() && known_; ++element) {
        if (has_expressions) {
          instructions(in);
        } else {
          use(in.u32());
        }
      }
    }
  }

  void globals(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      skip(in, signed_number);
      static_cast<void>(in.byte());
      instructions(in);
    }
  }

  [[nodiscard]] bool known() const { return known_; }
  [[nodiscard]] std::vector<bool> take() { return std::move(used_); }

 private:
  void skip_bytes(Cursor& in, unsigned count) {
    for (unsigned i = 0; i < count && in.ok(); ++i) static_cast<void>(in.byte());
  }

  void skip(Cursor& in, Operands what) {
    switch (what) {
      case unknown: known_ = false; return;
      case none: return;
      case two_indices: static_cast<void>(in.u32()); [[fallthrough]];
      case index: static_cast<void>(in.u32()); return;
      case signed_number:
        while ((in.byte() & 0x80U) != 0 && in.ok()) {
        }
        return;
      case memory:
      case memory_and_lane: {
        constexpr std::uint32_t names_a_memory = 0x40;
        if ((in.u32() & names_a_memory) != 0) static_cast<void>(in.u32());
        static_cast<void>(in.u64());
        if (what == memory_and_lane) static_cast<void>(in.byte());
        return;
      }
      case byte: return skip_bytes(in, 1);
      case bytes_4: return skip_bytes(in, 4);
      case bytes_8: return skip_bytes(in, 8);
      case bytes_16: return skip_bytes(in, 16);
      case function: use(in.u32()); return;
      case labels: {
        const std::uint32_t count = in.count();
        for (std::uint32_t i = 0; i <= count && in.ok(); ++i) static_cast<void>(in.u32());
        return;
      }
      case types: return skip_bytes(in, in.count());
    }
  }

  std::vector<bool> used_;
  bool known_ = true;
};

}  // namespace

std::optional<std::vector<bool>> used_functions(std::span<const std::uint8_t> bytes, const Module& module) {
  constexpr std::uint32_t preamble_size = 8;
  Reader reader(module);
  for (const Export& exported : module.exports) {
    if (exported.kind == ExternalKind::function) reader.use(exported.index);
  }
  if (module.start) reader.use(*module.start);
  Cursor in(bytes);
  static_cast<void>(in.part(preamble_size));
  while (in.ok() && !in.at_end() && reader.known()) {
    const std::uint8_t section = in.byte();
    Cursor contents = in.part(in.u32());
    if (section == 6) reader.globals(contents);
    if (section == 9) reader.segments(contents);
    if (section == 10) reader.bodies(contents);
    if (!contents.ok()) return std::nullopt;
  }
  if (!in.ok() || !reader.known()) return std::nullopt;
  return reader.take();
}

}  // namespace wasm
