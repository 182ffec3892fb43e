// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/shapes.h"

#include <algorithm>
#include <string>

namespace audit {
namespace {

constexpr int deepest = 8;
constexpr std::uint32_t pointer_size = 4;

bool is_word(std::string_view token) {
  return !token.empty() &&
         (token[0] == '_' || (token[0] >= 'a' && token[0] <= 'z') || (token[0] >= 'A' && token[0] <= 'Z'));
}

// The one name that a type consists of: also of `wasi.errno_t` and `std::uint8_t` the last part. Empty for all else.
std::string_view only_name(const TypeText& type) {
  std::string_view found;
  bool after_dot = true;
  for (const std::string_view token : type.tokens) {
    if (token == "." || token == "::") {
      after_dot = true;
    } else if (is_word(token) && after_dot) {
      found = token;
      after_dot = false;
    } else {
      return {};
    }
  }
  return found;
}

// `unsigned long long` and its kin.
Shape c_number(const TypeText& type) {
  std::size_t longs = 0;
  std::string_view kind;
  Sign sign = Sign::signed_;
  for (const std::string_view token : type.tokens) {
    if (token == "unsigned") {
      sign = Sign::unsigned_;
    } else if (token == "long") {
      ++longs;
    } else if (token == "char" || token == "short") {
      kind = token;
    } else if (token != "int" && token != "signed") {
      return {};
    }
  }
  const std::uint32_t size = kind == "char" ? 1U : kind == "short" ? 2U : longs == 2 ? 8U : 4U;
  return {.size = size, .align = size, .sign = sign};
}

}  // namespace

bool Shapes::is_pointer(const TypeText& type) const {
  const Language& language = *claims_.language;
  if (type.tokens.empty()) return false;
  if (has(language.pointers, type.tokens.front())) return true;
  const bool is_go_slice = language.name == "Go" && type.tokens.front() == "[";
  for (const std::string_view token : type.tokens) {
    if ((token == "*" || token == "^") && !is_go_slice) return true;
    if (token == "&" && (language.name == "C" || language.name == "C++")) return true;
  }
  return language.name == "C#" && (type.tokens.front() == "IntPtr" || type.tokens.front() == "UIntPtr");
}

Shape Shapes::number(const TypeText& type) const {
  const Language& language = *claims_.language;
  const std::string_view name = only_name(type);
  const bool any_case = language.name == "Pascal";
  for (const NumberType& number : language.numbers) {
    const bool is_it = number.name == name || (any_case && !name.empty() && squashed(number.name) == squashed(name));
    if (is_it) {
      return {
          .size = number.bytes, .align = std::max(number.bytes, 1U), .sign = number.sign, .is_float = number.is_float};
    }
  }
  const bool is_c = language.name == "C" || language.name == "C++";
  return is_c && !type.tokens.empty() ? c_number(type) : Shape();
}

Shape Shapes::as_written(const TypeText& type) const {
  if (is_pointer(type)) return {.size = pointer_size, .align = pointer_size, .is_pointer = true};
  return number(type);
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
Shape Shapes::of(const TypeText& type, int depth) const {
  if (depth > deepest) return {};
  if (const Shape written = as_written(type); written.is_known() || written.is_pointer) return written;
  const std::string_view name = type.tokens.size() == 1 ? type.tokens.front() : only_name(type);
  if (name.empty()) return {};
  if (const TypeItem* item = names_.type(name); item != nullptr && item->size > 0) {
    return {.size = item->size,
            .align = item->align,
            .sign = item->sign,
            .is_pointer = false,
            .is_float = item->is_float,
            .item = item};
  }
  for (const TypeClaim& known : claims_.types) {
    if (known.name == name) return of(known.type, depth + 1);
  }
  for (const RecordClaim& known : claims_.records) {
    if (known.name == name && known.is_laid_out) return record(known, depth + 1);
  }
  return {};
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`.
Shape Shapes::record(const RecordClaim& record, int depth) const {
  Shape whole;
  for (const FieldClaim& field : record.fields) {
    const Shape shape = of(field.type, depth);
    if (!shape.is_known() || field.count == 0) return {};
    const std::uint32_t align = record.is_packed ? 1 : shape.align;
    whole.align = std::max(whole.align, align);
    const std::uint64_t begin = record.is_union ? 0 : (whole.size + align - 1) / align * align;
    whole.size = std::max(whole.size, begin + shape.size * field.count);
  }
  whole.size = (whole.size + whole.align - 1) / whole.align * whole.align;
  return whole;
}

}  // namespace audit
