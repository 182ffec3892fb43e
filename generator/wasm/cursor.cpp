// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/cursor.h"

#include <fmt/format.h>

#include "support/utf8.h"

namespace wasm {
void Cursor::fail_at(std::size_t offset, std::string message) {
  if (!error_) error_ = Error{.offset = offset, .message = std::move(message)};
}

std::uint8_t Cursor::byte() {
  if (!ok()) return 0;
  if (at_end()) {
    fail("the bytes end where there should be more");
    return 0;
  }
  return bytes_[position_++];
}

std::uint64_t Cursor::unsigned_leb(unsigned bits) {
  const std::size_t start = offset();
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const std::uint8_t next = byte();
    const std::uint64_t payload = next & 0x7f;
    // The last byte that a number of so many bits can have has room for fewer than seven.
    const unsigned room = bits - shift;
    if (room < 7 && payload >> room != 0) {
      fail_at(start, fmt::format("a number does not fit into {} bits", bits));
    }
    value |= payload << shift;
    if (!ok()) return 0;
    if ((next & 0x80) == 0) return value;
    if (room <= 7) {
      fail_at(start, fmt::format("a number of {} bits takes more bytes than it may", bits));
      return 0;
    }
  }
}

std::int64_t Cursor::s33() {
  constexpr unsigned bits = 33;
  constexpr unsigned longest = 35;
  const std::size_t start = offset();
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < longest;) {
    const std::uint8_t next = byte();
    value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
    shift += 7;
    if (!ok()) return 0;
    if ((next & 0x80) != 0) continue;
    if ((next & 0x40) != 0) value |= ~std::uint64_t{0} << shift;
    const auto found = static_cast<std::int64_t>(value);
    constexpr std::int64_t bound = std::int64_t{1} << (bits - 1);
    if (found >= bound || found < -bound) fail_at(start, fmt::format("a number does not fit into {} bits", bits));
    return ok() ? found : 0;
  }
  fail_at(start, fmt::format("a number of {} bits takes more bytes than it may", bits));
  return 0;
}

std::uint32_t Cursor::count() {
  const std::size_t start = offset();
  const std::uint32_t value = u32();
  if (value > left()) {
    fail_at(start, fmt::format("{} entries are announced, and {} bytes are left", value, left()));
  }
  return ok() ? value : 0;
}

std::string Cursor::name() {
  const std::size_t start = offset();
  const std::uint32_t size = u32();
  if (size > left()) {
    fail_at(start, fmt::format("a name of {} bytes is announced, and {} are left", size, left()));
  }
  if (!ok()) return {};
  const auto bytes = bytes_.subspan(position_, size);
  std::string text(bytes.begin(), bytes.end());
  if (const std::size_t wrong = support::utf8_error(text); wrong != std::string::npos) {
    fail_at(offset() + wrong, "a name is not UTF-8");
    return {};
  }
  position_ += size;
  return text;
}

Cursor Cursor::part(std::uint32_t size) {
  if (ok() && size > left()) fail(fmt::format("{} bytes are announced, and {} are left", size, left()));
  if (!ok()) return Cursor({}, offset());
  const Cursor inner(bytes_.subspan(position_, size), offset());
  position_ += size;
  return inner;
}

}  // namespace wasm
