// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "barewasi/format.hpp"

namespace barewasi {
namespace {

// Digits come lowest first, so they are written from the end of the buffer.
char* digits_before(char* end, u64 value) noexcept {
  do {
    *--end = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return end;
}

Str text_between(const char* first, const char* end) noexcept { return Str(first, static_cast<usize>(end - first)); }

}  // namespace

Str decimal(DigitBuffer& buffer, u64 value) noexcept {
  char* const end = buffer.bytes + sizeof buffer.bytes;
  return text_between(digits_before(end, value), end);
}

Str decimal(DigitBuffer& buffer, i64 value) noexcept {
  char* const end = buffer.bytes + sizeof buffer.bytes;
  // Negated as unsigned, where the smallest value has a counterpart.
  const u64 magnitude = value < 0 ? -static_cast<u64>(value) : static_cast<u64>(value);
  char* first = digits_before(end, magnitude);
  if (value < 0) *--first = '-';
  return text_between(first, end);
}

}  // namespace barewasi
