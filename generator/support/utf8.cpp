// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace support {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Whether the next eight bytes are ASCII: nearly all are, and one look at eight is faster than eight at one.
bool is_ascii(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  return (eight & 0x8080'8080'8080'8080U) == 0;
}

// What a lead byte promises: the length of the sequence and the range that its second byte must lie in.
struct Lead {
  std::size_t length;
  unsigned char second_min;
  unsigned char second_max;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {.length = 2, .second_min = 0x80, .second_max = 0xBF};
  if (byte == 0xE0) return {.length = 3, .second_min = 0xA0, .second_max = 0xBF};
  if (byte == 0xED) return {.length = 3, .second_min = 0x80, .second_max = 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {.length = 3, .second_min = 0x80, .second_max = 0xBF};
  if (byte == 0xF0) return {.length = 4, .second_min = 0x90, .second_max = 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {.length = 4, .second_min = 0x80, .second_max = 0xBF};
  if (byte == 0xF4) return {.length = 4, .second_min = 0x80, .second_max = 0x8F};
  return {.length = 0, .second_min = 0, .second_max = 0};
}

struct Range {
  char32_t first;
  char32_t last;
};

// The blocks that terminals draw two cells wide.
constexpr std::array wide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},
                          Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},
                          Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
                          Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
                          Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
constexpr std::array zero{Range{0x0300, 0x036F}, Range{0x200B, 0x200F}, Range{0xFE00, 0xFE0F}, Range{0x20D0, 0x20FF}};

template <std::size_t size>
bool contains(const std::array<Range, size>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::size_t utf8_error(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      at += text.size() - at >= 8 && is_ascii(text.data() + at) ? 8 : 1;
      continue;
    }
    const Lead lead = lead_of(byte);
    if (lead.length == 0 || text.size() - at < lead.length) return at;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if (second < lead.second_min || second > lead.second_max) return at;
    for (std::size_t i = 2; i < lead.length; ++i) {
      if (!is_continuation(text[at + i])) return at;
    }
    at += lead.length;
  }
  return std::string_view::npos;
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
  if (bytes >= text.size()) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

void append_utf8(std::string& out, char32_t scalar) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  const auto c = static_cast<std::uint32_t>(scalar);
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

CodePoint first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = std::max<std::size_t>(lead_of(lead).length, 1);
  char32_t scalar = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) scalar = (scalar << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {.scalar = scalar, .bytes = length};
}

bool is_visible(char32_t scalar) {
  const bool control = scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0);
  const bool deceptive = (scalar >= 0x200B && scalar <= 0x200F) || (scalar >= 0x2028 && scalar <= 0x202E) ||
                         (scalar >= 0x2060 && scalar <= 0x2069) || scalar == 0xFEFF || scalar == 0x61C;
  return !control && !deceptive;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const std::size_t cells = text.size() - at >= 8 && is_ascii(text.data() + at) ? 8 : 1;
      width += cells;
      at += cells;
      continue;
    }
    const std::size_t length = std::min(std::max<std::size_t>(lead_of(byte).length, 1), text.size() - at);
    char32_t c = length == 1 ? byte : byte & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    width += contains(zero, c) ? 0 : contains(wide, c) ? 2 : 1;
    at += length;
  }
  return width;
}

}  // namespace support
