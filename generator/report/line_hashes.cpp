// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/line_hashes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>

#include "support/utf8.h"

namespace report {
namespace {

// How much of a text, from the beginning of a line, a hash takes in.
constexpr std::size_t block = 100;
constexpr std::uint64_t factor = 37;
// Stands behind the text; zeros follow.
constexpr char16_t end_mark = 0xFFFF;
constexpr char16_t replacement = 0xFFFD;

void append_utf16(std::u16string& out, char32_t scalar) {
  constexpr char32_t first_of_two = 0x10000;
  if (scalar < first_of_two) {
    out += static_cast<char16_t>(scalar);
    return;
  }
  out += static_cast<char16_t>(0xD800 + ((scalar - first_of_two) >> 10));
  out += static_cast<char16_t>(0xDC00 + ((scalar - first_of_two) & 0x3FF));
}

// What is not UTF-8 becomes a replacement character a byte.
std::u16string utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view sequence = text.substr(i, size);
    if (sequence.size() < size || support::utf8_error(sequence) != std::string_view::npos) {
      out += replacement;
      ++i;
      continue;
    }
    char32_t scalar = size == 1 ? lead : lead & (0x7FU >> size);
    for (const char next : sequence.substr(1)) scalar = (scalar << 6) | (static_cast<unsigned char>(next) & 0x3FU);
    append_utf16(out, scalar);
    i += size;
  }
  return out;
}

}  // namespace

std::vector<std::string> line_hashes(std::string_view text) {
  // All that is not blank, with one kind of line ending, and where lines begin in it.
  std::u16string units;
  std::vector<std::size_t> begins{0};
  char16_t before = 0;
  for (const char16_t unit : utf16(text)) {
    const bool second_of_ending = unit == u'\n' && before == u'\r';
    before = unit;
    if (unit == u' ' || unit == u'\t' || second_of_ending) continue;
    units += unit == u'\r' ? u'\n' : unit;
    if (units.back() == u'\n') begins.push_back(units.size());
  }
  units += end_mark;
  units.append(block, u'\0');

  std::vector<std::string> hashes;
  std::map<std::uint64_t, std::size_t> seen;
  for (const std::size_t begin : begins) {
    std::uint64_t hash = 0;
    for (std::size_t i = begin; i < begin + block; ++i) hash = hash * factor + units[i];
    hashes.push_back(fmt::format("{:x}:{}", hash, ++seen[hash]));
  }
  return hashes;
}

}  // namespace report
