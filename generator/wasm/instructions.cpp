// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/instructions.h"

#include <array>
#include <cstddef>

namespace wasm {
namespace {

// What stands behind an instruction's number.
enum class Operands : std::uint8_t {
  unknown,
  none,
  index,
  two_indices,
  // A constant or a heap type.
  signed_number,
  type,
  memory,
  memory_and_lane,
  byte,
  bytes_4,
  bytes_8,
  bytes_16,
  function,
  labels,
  types,
  // A type, then handlers.
  handlers,
  // Flags, a label and two heap types.
  cast,
};

using enum Operands;

// Of instructions of one byte.
constexpr Operands operands(std::uint8_t code) {
  switch (code) {
    case 0x02:
    case 0x03:
    case 0x04:
    case 0x06: return type;
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
    case 0x1f: return handlers;
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
    case 0xd1:
    case 0xd3:
    case 0xd4: return none;
    case 0x07:
    case 0x08:
    case 0x09:
    case 0x0c:
    case 0x0d:
    case 0x14:
    case 0x15:
    case 0x18:
    case 0x3f:
    case 0x40:
    case 0xd5:
    case 0xd6: return index;
    default: break;
  }
  if (code >= 0x20 && code <= 0x26) return index;
  if (code >= 0x28 && code <= 0x3e) return memory;
  if (code >= 0x45 && code <= 0xc4) return none;
  return unknown;
}

// Structs, arrays and casts.
constexpr Operands operands_fb(std::uint32_t code) {
  constexpr std::array table{
      // struct.new, .new_default, .get, .get_s, .get_u, .set
      index, index, two_indices, two_indices, two_indices, two_indices,
      // array.new, .new_default, .new_fixed, .new_data, .new_elem, .get, .get_s, .get_u, .set, .len, .fill, .copy
      index, index, two_indices, two_indices, two_indices, index, index, index, index, none, index, two_indices,
      // array.init_data, .init_elem; ref.test, ref.cast, of each the one that takes null too
      two_indices, two_indices, signed_number, signed_number, signed_number, signed_number,
      // br_on_cast, br_on_cast_fail; conversions; ref.i31, i31.get_s, i31.get_u
      cast, cast, none, none, none, none, none};
  return code < table.size() ? table.at(code) : unknown;
}

// Conversions that saturate, what copies and fills, arithmetic on 128 bits.
constexpr Operands operands_fc(std::uint32_t code) {
  constexpr std::array bulk{two_indices, index, two_indices, index, two_indices, index,
                            two_indices, index, index,       index, index};
  if (code <= 7) return none;
  if (code >= 19 && code <= 22) return none;
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

void skip_bytes(Cursor& in, unsigned count) {
  for (unsigned i = 0; i < count && in.ok(); ++i) static_cast<void>(in.byte());
}

void skip_signed(Cursor& in) {
  while ((in.byte() & 0x80U) != 0 && in.ok()) {
  }
}

// False where a handler is not known here.
bool skip_handlers(Cursor& in) {
  skip_type(in);
  for (std::uint32_t left = in.count(); left > 0 && in.ok(); --left) {
    // catch and catch_ref have a tag and a label, catch_all and catch_all_ref a label.
    const std::uint8_t kind = in.byte();
    if (kind > 3) return false;
    if (kind < 2) static_cast<void>(in.u32());
    static_cast<void>(in.u32());
  }
  return true;
}

// False where the operands are not known here.
bool skip(Cursor& in, Operands what, const std::function<void(std::uint32_t)>& use) {
  switch (what) {
    case unknown: return false;
    case none: return true;
    case two_indices: static_cast<void>(in.u32()); [[fallthrough]];
    case index: static_cast<void>(in.u32()); return true;
    case signed_number: skip_signed(in); return true;
    case type: skip_type(in); return true;
    case memory:
    case memory_and_lane: {
      constexpr std::uint32_t names_a_memory = 0x40;
      if ((in.u32() & names_a_memory) != 0) static_cast<void>(in.u32());
      static_cast<void>(in.u64());
      if (what == memory_and_lane) static_cast<void>(in.byte());
      return true;
    }
    case byte: skip_bytes(in, 1); return true;
    case bytes_4: skip_bytes(in, 4); return true;
    case bytes_8: skip_bytes(in, 8); return true;
    case bytes_16: skip_bytes(in, 16); return true;
    case function:
      if (const std::uint32_t called = in.u32(); in.ok()) use(called);
      return true;
    case labels: {
      const std::uint32_t count = in.count();
      for (std::uint32_t i = 0; i <= count && in.ok(); ++i) static_cast<void>(in.u32());
      return true;
    }
    case types:
      for (std::uint32_t left = in.count(); left > 0 && in.ok(); --left) skip_type(in);
      return true;
    case handlers: return skip_handlers(in);
    case cast:
      skip_bytes(in, 1);
      static_cast<void>(in.u32());
      skip_signed(in);
      skip_signed(in);
      return true;
  }
  return false;
}

}  // namespace

void skip_type(Cursor& in) {
  constexpr std::uint8_t reference = 0x64;
  constexpr std::uint8_t nullable_reference = 0x63;
  std::uint8_t code = in.byte();
  if (code == reference || code == nullable_reference) code = in.byte();
  while ((code & 0x80U) != 0 && in.ok()) code = in.byte();
}

bool read_instructions(Cursor& in, const std::function<void(std::uint32_t)>& use) {
  for (std::size_t depth = 1; depth > 0 && in.ok();) {
    const std::uint8_t code = in.byte();
    // block, loop, if, try, try_table; a delegate ends its try.
    if (code == 0x02 || code == 0x03 || code == 0x04 || code == 0x06 || code == 0x1f) ++depth;
    if (code == 0x0b || code == 0x18) --depth;
    const Operands what = code == 0xfb   ? operands_fb(in.u32())
                          : code == 0xfc ? operands_fc(in.u32())
                          : code == 0xfd ? operands_fd(in.u32())
                          : code == 0xfe ? operands_fe(in.u32())
                                         : operands(code);
    if (!skip(in, what, use)) return false;
  }
  return true;
}

}  // namespace wasm
