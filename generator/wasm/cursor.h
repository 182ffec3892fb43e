// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Numbers, names and lengths out of bytes that nobody vouches for.
//
// The first thing that is wrong is kept with its place, and from then on every read gives zeros without moving. So a
// caller reads on as if all were well and looks for the error where it matters, at the latest at the end; loops over a
// count end because a count is never larger than the bytes that are left.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "wasm/module.h"

namespace wasm {

class Cursor {
 public:
  // `offset` is where `bytes` lie in the file.
  explicit Cursor(std::span<const std::uint8_t> bytes, std::size_t offset = 0) : bytes_(bytes), offset_(offset) {}

  [[nodiscard]] bool at_end() const { return position_ == bytes_.size(); }
  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] std::size_t offset() const { return offset_ + position_; }

  std::uint8_t byte();
  // LEB128, unsigned, of at most 32 and 64 bits.
  std::uint32_t u32() { return static_cast<std::uint32_t>(unsigned_leb(32)); }
  std::uint64_t u64() { return unsigned_leb(64); }
  // LEB128, signed, of at most 33 bits: an index, or less than 0.
  std::int64_t s33();
  // How many things follow, each of at least one byte.
  std::uint32_t count();
  // A length and as many bytes, which must be UTF-8.
  std::string name();
  // A cursor over the next `size` bytes, which this one leaves behind.
  Cursor part(std::uint32_t size);

  void fail(std::string message) { fail_at(offset(), std::move(message)); }
  void fail_at(std::size_t offset, std::string message);

 private:
  [[nodiscard]] std::size_t left() const { return bytes_.size() - position_; }
  std::uint64_t unsigned_leb(unsigned bits);

  std::span<const std::uint8_t> bytes_;
  std::size_t offset_;
  std::size_t position_ = 0;
  std::optional<Error> error_;
};

}  // namespace wasm
