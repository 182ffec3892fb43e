// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/types.h"

#include <fmt/format.h>

#include <utility>

namespace wasm {
namespace {

using Kind = ValueType::Kind;

enum Code : std::uint8_t {
  reference = 0x64,
  nullable_reference = 0x63,
  packed_i16 = 0x77,
  packed_i8 = 0x78,
  function_form = 0x60,
  struct_form = 0x5f,
  array_form = 0x5e,
  continuation_form = 0x5d,
  sub_form = 0x50,
  final_sub_form = 0x4f,
  group_form = 0x4e,
};

// What is referred to: one of the abstract types, or the index of a type.
std::int64_t read_heap_type(Cursor& in, std::size_t types) {
  const std::size_t at = in.offset();
  const std::int64_t heap = in.s33();
  if (heap < 0 ? heap_name(heap).empty() : std::cmp_greater_equal(heap, types)) {
    in.fail_at(at, heap < 0 ? fmt::format("{:#04x} is not a type of references that is known here", heap & 0x7f)
                            : fmt::format("type {} is referred to, and there are {}", heap, types));
  }
  return heap;
}

std::vector<ValueType> read_value_types(Cursor& in, std::size_t types) {
  std::vector<ValueType> found(in.count());
  for (ValueType& type : found) type = read_value_type(in, types);
  return found;
}

void read_mutability(Cursor& in) {
  const std::size_t at = in.offset();
  if (in.byte() > 1) in.fail_at(at, "this is neither constant (0) nor mutable (1)");
}

// Of a struct or an array.
void read_field(Cursor& in, std::size_t types) {
  Cursor ahead = in;
  const std::uint8_t code = ahead.byte();
  if (code == packed_i8 || code == packed_i16) {
    in = ahead;
  } else {
    (void)read_value_type(in, types);
  }
  read_mutability(in);
}

// `form` has been read. Nothing unless the type is one of functions.
std::optional<FunctionType> read_composite(Cursor& in, std::uint8_t form, std::size_t at, std::size_t types) {
  switch (form) {
    case function_form: {
      FunctionType type;
      type.parameters = read_value_types(in, types);
      type.results = read_value_types(in, types);
      return type;
    }
    case struct_form:
      for (std::uint32_t left = in.count(); left > 0 && in.ok(); --left) read_field(in, types);
      return std::nullopt;
    case array_form: read_field(in, types); return std::nullopt;
    case continuation_form: (void)read_heap_type(in, types); return std::nullopt;
    default: in.fail_at(at, fmt::format("type form {:#04x} is not known here", form)); return std::nullopt;
  }
}

// `types` counts those that come before and those of the same group.
std::optional<FunctionType> read_subtype(Cursor& in, std::size_t types) {
  std::size_t at = in.offset();
  std::uint8_t form = in.byte();
  if (form == sub_form || form == final_sub_form) {
    for (std::uint32_t left = in.count(); left > 0 && in.ok(); --left) {
      const std::size_t place = in.offset();
      if (const std::uint32_t super = in.u32(); super >= types)
        in.fail_at(place, fmt::format("type {} is referred to, and there are {}", super, types));
    }
    at = in.offset();
    form = in.byte();
  }
  return read_composite(in, form, at, types);
}

}  // namespace

ValueType read_value_type(Cursor& in, std::size_t types) {
  const std::size_t at = in.offset();
  const std::uint8_t code = in.byte();
  if (code == reference || code == nullable_reference)
    return {.kind = Kind::reference, .nullable = code == nullable_reference, .heap = read_heap_type(in, types)};
  if (code >= static_cast<std::uint8_t>(Kind::v128) && code <= static_cast<std::uint8_t>(Kind::i32))
    return {.kind = static_cast<Kind>(code)};
  // An abstract type alone means nullable references to it. Of seven bits, the highest is the sign.
  const std::int64_t heap = static_cast<std::int64_t>(code) - 0x80;
  if (code > 0x7f || heap_name(heap).empty()) {
    in.fail_at(at, fmt::format("{:#04x} is not a value type that is known here", code));
    return {};
  }
  return {.kind = Kind::reference, .nullable = true, .heap = heap};
}

Limits read_limits(Cursor& in) {
  enum Flag : std::uint8_t { has_maximum = 1, shared = 2, is_64_bit = 4, has_page_size = 8, all = 15 };
  const std::size_t at = in.offset();
  const std::uint8_t flags = in.byte();
  if ((flags & ~all) != 0) in.fail_at(at, fmt::format("{:#04x} are not flags of limits", flags));

  Limits limits;
  limits.is_shared = (flags & shared) != 0;
  limits.is_64_bit = (flags & is_64_bit) != 0;
  const auto number = [&] { return limits.is_64_bit ? in.u64() : in.u32(); };
  limits.minimum = number();
  if ((flags & has_maximum) != 0) limits.maximum = number();
  if ((flags & has_page_size) != 0) (void)in.u32();
  return limits;
}

void read_table_type(Cursor& in, std::size_t types) {
  const std::size_t at = in.offset();
  if (const ValueType type = read_value_type(in, types); type.kind != Kind::reference)
    in.fail_at(at, fmt::format("a table of {}: tables hold references", to_string(type)));
  (void)read_limits(in);
}

bool read_table_begin(Cursor& in) {
  constexpr std::uint8_t mark = 0x40;
  Cursor ahead = in;
  if (ahead.byte() != mark) return false;
  in = ahead;
  const std::size_t at = in.offset();
  if (in.byte() != 0) in.fail_at(at, "a table's second byte is not 0");
  return true;
}

void read_global_type(Cursor& in, std::size_t types) {
  (void)read_value_type(in, types);
  read_mutability(in);
}

void read_type_group(Cursor& in, std::vector<std::optional<FunctionType>>& types) {
  Cursor ahead = in;
  std::uint32_t size = 1;
  if (ahead.byte() == group_form) {
    size = ahead.count();
    in = ahead;
  }
  const std::size_t all = types.size() + size;
  while (types.size() < all && in.ok()) types.push_back(read_subtype(in, all));
}

}  // namespace wasm
