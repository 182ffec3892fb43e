// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/module.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "wasm/cursor.h"

namespace wasm {
namespace {

// What is being built, and how many there are so far of what Module does not list.
struct Reading {
  Module module;
  std::size_t tables = 0;
  std::size_t globals = 0;
  std::size_t tags = 0;
  std::set<std::string> exported;
};

ValueType read_value_type(Cursor& in) {
  const std::size_t at = in.offset();
  const std::uint8_t code = in.byte();
  const auto type = static_cast<ValueType>(code);
  if (name(type).empty()) in.fail_at(at, fmt::format("{:#04x} is no value type that is known here", code));
  return type;
}

std::vector<ValueType> read_value_types(Cursor& in) {
  std::vector<ValueType> types(in.count());
  for (ValueType& type : types) type = read_value_type(in);
  return types;
}

std::uint32_t read_type_index(Cursor& in, const Module& module) {
  const std::size_t at = in.offset();
  const std::uint32_t index = in.u32();
  if (index >= module.types.size()) {
    in.fail_at(at, fmt::format("type {} is referred to, and there are {}", index, module.types.size()));
  }
  return index;
}

Limits read_limits(Cursor& in) {
  enum Flag : std::uint8_t { has_maximum = 1, shared = 2, is_64_bit = 4, all = 7 };
  const std::size_t at = in.offset();
  const std::uint8_t flags = in.byte();
  if ((flags & ~all) != 0) in.fail_at(at, fmt::format("{:#04x} are no flags of limits", flags));

  Limits limits;
  limits.is_shared = (flags & shared) != 0;
  limits.is_64_bit = (flags & is_64_bit) != 0;
  const auto number = [&] { return limits.is_64_bit ? in.u64() : in.u32(); };
  limits.minimum = number();
  if ((flags & has_maximum) != 0) limits.maximum = number();
  return limits;
}

ExternalKind read_external_kind(Cursor& in) {
  const std::size_t at = in.offset();
  const std::uint8_t code = in.byte();
  if (code > static_cast<std::uint8_t>(ExternalKind::tag)) {
    in.fail_at(at, fmt::format("{:#04x} is no kind of import or export", code));
    return ExternalKind::function;
  }
  return static_cast<ExternalKind>(code);
}

std::uint32_t read_tag(Cursor& in, const Module& module) {
  const std::size_t at = in.offset();
  if (in.byte() != 0) in.fail_at(at, "a tag's attribute is not 0");
  return read_type_index(in, module);
}

void read_type(Cursor& in, Reading& reading) {
  const std::size_t at = in.offset();
  constexpr std::uint8_t function_form = 0x60;
  if (const std::uint8_t form = in.byte(); form != function_form) {
    in.fail_at(at, fmt::format("type form {:#04x} is not known here, only functions (0x60)", form));
  }
  FunctionType type;
  type.parameters = read_value_types(in);
  type.results = read_value_types(in);
  reading.module.types.push_back(std::move(type));
}

void read_import(Cursor& in, Reading& reading) {
  Module& module = reading.module;
  Import import;
  import.module = in.name();
  import.name = in.name();
  import.kind = read_external_kind(in);
  switch (import.kind) {
    case ExternalKind::function:
      import.type = read_type_index(in, module);
      module.functions.push_back(import.type);
      break;
    case ExternalKind::table:
      (void)read_value_type(in);
      (void)read_limits(in);
      ++reading.tables;
      break;
    case ExternalKind::memory: module.memories.push_back(read_limits(in)); break;
    case ExternalKind::global: {
      (void)read_value_type(in);
      const std::size_t at = in.offset();
      if (in.byte() > 1) in.fail_at(at, "a global is neither constant (0) nor mutable (1)");
      ++reading.globals;
      break;
    }
    case ExternalKind::tag:
      import.type = read_tag(in, module);
      ++reading.tags;
      break;
  }
  module.imports.push_back(std::move(import));
}

std::size_t how_many(const Reading& reading, ExternalKind kind) {
  switch (kind) {
    case ExternalKind::function: return reading.module.functions.size();
    case ExternalKind::table: return reading.tables;
    case ExternalKind::memory: return reading.module.memories.size();
    case ExternalKind::global: return reading.globals;
    case ExternalKind::tag: return reading.tags;
  }
  return 0;
}

void read_export(Cursor& in, Reading& reading) {
  Export entry;
  const std::size_t at = in.offset();
  entry.name = in.name();
  entry.kind = read_external_kind(in);
  entry.index = in.u32();
  if (const std::size_t count = how_many(reading, entry.kind); entry.index >= count) {
    in.fail_at(at,
               fmt::format("\"{}\" exports {} {}, and there are {}", entry.name, name(entry.kind), entry.index, count));
  }
  if (!reading.exported.insert(entry.name).second) {
    in.fail_at(at, fmt::format("\"{}\" is exported twice", entry.name));
  }
  reading.module.exports.push_back(std::move(entry));
}

void read_start(Cursor& in, Reading& reading) {
  const std::size_t at = in.offset();
  const std::uint32_t index = in.u32();
  if (index >= reading.module.functions.size()) {
    in.fail_at(at, fmt::format("the module starts with function {}, and there are {}", index,
                               reading.module.functions.size()));
  }
  reading.module.start = index;
}

void read_each(Cursor& in, Reading& reading, void (*read_one)(Cursor&, Reading&)) {
  const std::uint32_t count = in.count();
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) read_one(in, reading);
}

void read_own_function(Cursor& in, Reading& reading) {
  reading.module.functions.push_back(read_type_index(in, reading.module));
}

void read_own_memory(Cursor& in, Reading& reading) { reading.module.memories.push_back(read_limits(in)); }

// Sections have numbers, and an order that is not quite that of the numbers. Where only the count is of interest, the
// entries are left unread.
enum class Section : std::uint8_t {
  custom = 0,
  type = 1,
  import = 2,
  function = 3,
  table = 4,
  memory = 5,
  global = 6,
  exports = 7,
  start = 8,
  element = 9,
  code = 10,
  data = 11,
  data_count = 12,
  tag = 13,
};

constexpr std::array sections_in_order = {
    Section::type,       Section::import, Section::function, Section::table, Section::memory,
    Section::tag,        Section::global, Section::exports,  Section::start, Section::element,
    Section::data_count, Section::code,   Section::data,
};

// Reads a section's contents. False if it was left, in part or whole, unread.
bool read_section(Section section, Cursor& in, Reading& reading) {
  switch (section) {
    case Section::type: read_each(in, reading, read_type); return true;
    case Section::import: read_each(in, reading, read_import); return true;
    case Section::function: read_each(in, reading, read_own_function); return true;
    case Section::memory: read_each(in, reading, read_own_memory); return true;
    case Section::exports: read_each(in, reading, read_export); return true;
    case Section::start: read_start(in, reading); return true;
    case Section::table: reading.tables += in.count(); return false;
    case Section::global: reading.globals += in.count(); return false;
    case Section::tag: reading.tags += in.count(); return false;
    case Section::custom:
    case Section::element:
    case Section::code:
    case Section::data:
    case Section::data_count: return false;
  }
  return false;
}

// The file's first eight bytes: what it is, and which version of it.
void check_preamble(std::span<const std::uint8_t> bytes, Cursor& in) {
  constexpr std::array<std::uint8_t, 4> magic = {0x00, 'a', 's', 'm'};
  constexpr std::array<std::uint8_t, 4> core_version = {0x01, 0x00, 0x00, 0x00};
  constexpr std::array<std::uint8_t, 4> component_version = {0x0d, 0x00, 0x01, 0x00};

  if (bytes.size() < magic.size() || !std::equal(magic.begin(), magic.end(), bytes.begin())) {
    in.fail_at(0, "this is not a WebAssembly module: it does not begin with \\0asm");
    return;
  }
  (void)in.part(magic.size());
  std::array<std::uint8_t, 4> version = {};
  for (std::uint8_t& byte : version) byte = in.byte();
  if (version == component_version) {
    in.fail_at(4, "this is a component; only core modules can be read");
  } else if (version != core_version) {
    in.fail_at(4, "this is not version 1 of the binary format");
  }
}

}  // namespace

std::variant<Module, Error> read(std::span<const std::uint8_t> bytes) {
  Cursor in(bytes);
  check_preamble(bytes, in);

  Reading reading;
  const auto* expected = sections_in_order.begin();
  while (in.ok() && !in.at_end()) {
    const std::size_t at = in.offset();
    const auto section = static_cast<Section>(in.byte());
    Cursor contents = in.part(in.u32());
    if (!in.ok()) break;

    if (section == Section::custom) {
      (void)contents.name();
    } else {
      const auto* const place = std::find(expected, sections_in_order.end(), section);
      if (place == sections_in_order.end()) {
        in.fail_at(at, fmt::format("section {} is unknown, repeated or out of order", static_cast<int>(section)));
        break;
      }
      expected = place + 1;
      if (read_section(section, contents, reading) && contents.ok() && !contents.at_end()) {
        contents.fail(fmt::format("section {} has more bytes than its entries take", static_cast<int>(section)));
      }
    }
    if (contents.error()) return *contents.error();
  }
  if (in.error()) return *in.error();
  return std::move(reading.module);
}

}  // namespace wasm
