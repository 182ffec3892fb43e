// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// The part of number.hpp that reads numbers. Included by number.hpp.

#include <barewasi/detail/traits.hpp>
#include <wasi/preview1.hpp>

namespace barewasi {

/// Why a text is not a number, and where it stops being one.
struct ParseError {
  enum class Kind : u32 {
    /// The byte at `at` cannot stand there.
    invalid_character = 1,
    /// The text ends where more has to follow; `at` is its size.
    unexpected_end,
    /// It is a number, but the type cannot hold it; `at` is 0.
    out_of_range,
  };

  constexpr ParseError(Kind why, usize offset) noexcept : kind(why), at(offset) {}
  // How a Result keeps it. The kind is below, for a broken contract to say: its number is never that of success.
  constexpr explicit ParseError(u64 code) noexcept
      : kind(static_cast<Kind>(code & 0xffff'ffff)), at(static_cast<usize>(code >> 32)) {}
  constexpr explicit operator u64() const noexcept { return static_cast<u64>(at) << 32 | static_cast<u32>(kind); }

  Kind kind;
  /// Bytes from the beginning of the text, up to 4 GiB.
  usize at;
};

/// "invalid character at byte 3", counted from 0; "unexpected end"; "out of range".
template <class Out>
void show(Out& out, ParseError error) noexcept {
  if (error.kind == ParseError::Kind::invalid_character) return put(out, "invalid character at byte ", error.at);
  out.write(error.kind == ParseError::Kind::unexpected_end ? Str("unexpected end") : Str("out of range"));
}

template <class T>
using Parsed = witx::Result<T, ParseError, u64>;

namespace detail {

// These return 0, or a ParseError as a number.
[[nodiscard]] u64 parse_number(Str text, unsigned base, bool may_be_negative, u64 limit, u64& value) noexcept;
[[nodiscard]] u64 parse_number(Str text, unsigned base, bool may_be_negative, u128 limit, u128& value) noexcept;
[[nodiscard]] u64 parse_number(Str text, double& value) noexcept;
[[nodiscard]] u64 parse_number(Str text, float& value) noexcept;

}  // namespace detail

/// Reads all of `text` as an integer: an optional "-" where T has it, digits of the
/// base, 2 to 36. No "+", no spaces, no prefix.
template <class T>
  requires(!detail::is_floating<T>)
[[nodiscard]] Parsed<T> parse(Str text, unsigned base = 10) noexcept {
  static_assert(detail::is_integer<T>, "parse() reads integers and floating-point numbers");
  using Bits = detail::Wide<detail::Unsigned<T>>;
  constexpr auto all = static_cast<Bits>(static_cast<detail::Unsigned<T>>(-1));
  constexpr Bits limit = detail::is_signed<T> ? all / 2 : all;
  Bits bits = 0;
  const u64 code = detail::parse_number(text, base, detail::is_signed<T>, limit, bits);
  return {code, static_cast<T>(bits)};
}

/// Reads all of `text` as a floating-point number: an optional "-", digits with at most
/// one point, "e" with an exponent; "inf", "nan". What is too large is out of range;
/// what is too small is 0.
template <class T>
  requires(detail::is_floating<T>)
[[nodiscard]] Parsed<T> parse(Str text) noexcept {
  T value = 0;
  const u64 code = detail::parse_number(text, value);
  return {code, value};
}

}  // namespace barewasi
