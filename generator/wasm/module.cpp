// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/module.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "wasm/cursor.h"
#include "wasm/instructions.h"
#include "wasm/types.h"

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

// Of a function or a tag.
std::uint32_t read_type_index(Cursor& in, const Module& module) {
  const std::size_t at = in.offset();
  const std::uint32_t index = in.u32();
  if (index >= module.types.size()) {
    in.fail_at(at, fmt::format("type {} is referred to, and there are {}", index, module.types.size()));
  } else if (!module.types[index]) {
    in.fail_at(at, fmt::format("type {} is not one of functions", index));
  }
  return in.ok() ? index : 0;
}

ExternalKind read_external_kind(Cursor& in) {
  const std::size_t at = in.offset();
  const std::uint8_t code = in.byte();
  if (code > static_cast<std::uint8_t>(ExternalKind::tag)) {
    in.fail_at(at, fmt::format("{:#04x} is not a kind of import or export", code));
    return ExternalKind::function;
  }
  return static_cast<ExternalKind>(code);
}

std::uint32_t read_tag(Cursor& in, const Module& module) {
  const std::size_t at = in.offset();
  if (in.byte() != 0) in.fail_at(at, "a tag's attribute is not 0");
  return read_type_index(in, module);
}

void read_type(Cursor& in, Reading& reading) { read_type_group(in, reading.module.types); }

// What is imported. Its names have been read already, or follow.
Import read_what(Cursor& in, const Module& module, Limits& memory) {
  Import import;
  import.kind = read_external_kind(in);
  switch (import.kind) {
    case ExternalKind::function: import.type = read_type_index(in, module); break;
    case ExternalKind::table: read_table_type(in, module.types.size()); break;
    case ExternalKind::memory: memory = read_limits(in); break;
    case ExternalKind::global: read_global_type(in, module.types.size()); break;
    case ExternalKind::tag: import.type = read_tag(in, module); break;
  }
  return import;
}

void add_import(Reading& reading, Import import, const Limits& memory) {
  switch (import.kind) {
    case ExternalKind::function: reading.module.functions.push_back(import.type); break;
    case ExternalKind::table: ++reading.tables; break;
    case ExternalKind::memory: reading.module.memories.push_back(memory); break;
    case ExternalKind::global: ++reading.globals; break;
    case ExternalKind::tag: ++reading.tags; break;
  }
  reading.module.imports.push_back(std::move(import));
}

// A group names the module of its imports once. So few bytes could ask for many copies of a long name.
void read_import_group(Cursor& in, Reading& reading, const std::string& module, bool one_type) {
  constexpr std::size_t most = std::size_t{1} << 24U;
  Limits memory;
  Import import;
  if (one_type) import = read_what(in, reading.module, memory);
  const std::size_t at = in.offset();
  const std::uint32_t count = in.count();
  if (count * module.size() > most) in.fail_at(at, fmt::format("{} imports from a module of so long a name", count));
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    std::string name = in.name();
    if (!one_type) import = read_what(in, reading.module, memory);
    import.module = module;
    import.name = std::move(name);
    if (in.ok()) add_import(reading, import, memory);
  }
}

void read_import(Cursor& in, Reading& reading) {
  constexpr std::uint8_t each_its_type = 0x7f;
  constexpr std::uint8_t all_one_type = 0x7e;
  std::string module = in.name();
  std::string name = in.name();
  Cursor ahead = in;
  const std::uint8_t code = ahead.byte();
  if (name.empty() && (code == each_its_type || code == all_one_type)) {
    in = ahead;
    read_import_group(in, reading, module, code == all_one_type);
    return;
  }
  Limits memory;
  Import import = read_what(in, reading.module, memory);
  import.module = std::move(module);
  import.name = std::move(name);
  if (in.ok()) add_import(reading, std::move(import), memory);
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

// Of entries that hold code. Where one is not known here, the rest are only counted, and the answer is false.
bool read_each_known(Cursor& in, std::size_t& counted, Reading& reading, bool (*read_one)(Cursor&, Reading&)) {
  const std::size_t before = counted;
  const std::uint32_t count = in.count();
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    if (read_one(in, reading)) continue;
    counted = before + count;
    return false;
  }
  return true;
}

void read_own_function(Cursor& in, Reading& reading) {
  reading.module.functions.push_back(read_type_index(in, reading.module));
}

// What a table or a global begins with is code, which may be of a kind that is not known here.
constexpr auto use_nothing = [](std::uint32_t /*function*/) {};

bool read_own_table(Cursor& in, Reading& reading) {
  const bool has_expression = read_table_begin(in);
  read_table_type(in, reading.module.types.size());
  ++reading.tables;
  return !has_expression || read_instructions(in, use_nothing);
}

bool read_own_global(Cursor& in, Reading& reading) {
  read_global_type(in, reading.module.types.size());
  ++reading.globals;
  return read_instructions(in, use_nothing);
}

void read_own_tag(Cursor& in, Reading& reading) {
  (void)read_tag(in, reading.module);
  ++reading.tags;
}

void read_own_memory(Cursor& in, Reading& reading) { reading.module.memories.push_back(read_limits(in)); }

// Sections have numbers, and an order that is not quite that of the numbers.
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
    case Section::table: return read_each_known(in, reading.tables, reading, read_own_table);
    case Section::global: return read_each_known(in, reading.globals, reading, read_own_global);
    case Section::tag: read_each(in, reading, read_own_tag); return true;
    case Section::data_count: (void)in.u32(); return true;
    case Section::custom:
    case Section::element:
    case Section::code:
    case Section::data: return false;
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
