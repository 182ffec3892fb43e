// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the extraction must know of a language: one row each. The rows say how things are declared and how wide numbers are; how
// they are read is the same code for all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "audit/tokens.h"

namespace audit {

using Words = std::span<const std::string_view>;

enum class Sign : std::uint8_t { unknown, unsigned_, signed_ };

// A number of a language. bytes 0: unknown; a pointer has those of the target.
struct NumberType {
  std::string_view name = {};
  unsigned bytes = 0;
  Sign sign = Sign::unknown;
  bool is_float = false;
};

// Where the type of a field or a parameter stands.
enum class TypePlace : std::uint8_t {
  // `name: Type`
  after_colon,
  // `Type name`
  before,
  // `name Type`
  after,
};

// A function that reads or writes a number in memory.
struct Accessor {
  std::string_view name = {};
  // 0: as wide as the type between `<` and `>`.
  unsigned bytes = 0;
  bool writes = false;
  // Positions among its arguments. no_argument: there is none.
  std::size_t offset = 0;
  // Of a constant that is added to the offset.
  std::size_t more_offset = no_argument;
  // Of an argument that says that it is little-endian; without it, it is not.
  std::size_t little_endian = no_argument;

  static constexpr std::size_t no_argument = 99;
};

struct Language {
  std::string_view name = {};
  // Of files, with the dot.
  Words extensions = {};
  Lexis lexis = {};
  TypePlace type_place = TypePlace::after_colon;
  // What comes before a constant, an enum, a record, a named group of declarations, a function.
  Words constant_words = {};
  Words enum_words = {};
  Words struct_words = {};
  Words union_words = {};
  Words scope_words = {};
  Words function_words = {};
  // What says that a function is defined elsewhere: before it, or around it.
  Words import_words = {};
  // What says, before a function, that programs import it from here. Without any, objects and classes of functions may be hosts.
  Words host_words = {};
  bool has_host_objects = false;
  // A statement may end with its line.
  bool ends_with_line = false;
  // A record lies in memory as it is written, if one of `layout_words` stands before it (or there are none).
  bool is_laid_out = false;
  Words layout_words = {};
  // What says that fields lie without padding.
  Words packed_words = {};
  // Words between a declaration and its name, which mean nothing here.
  Words modifiers = {};
  std::span<const NumberType> numbers = {};
  // Types of pointers: `*` and `&` everywhere, and those that begin so.
  Words pointers = {};
  std::span<const Accessor> accessors = {};
};

[[nodiscard]] std::span<const Language> all_languages();

// By the extension of a path and, where two languages share one, by the text; null for others.
[[nodiscard]] const Language* language_of(std::string_view path, std::string_view text);
[[nodiscard]] const Language* language_named(std::string_view name);

[[nodiscard]] bool has(Words words, std::string_view word);

}  // namespace audit
