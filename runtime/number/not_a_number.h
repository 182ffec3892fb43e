// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Why a text is not a number, as parse_number returns it.

#include "barewasi/number.hpp"

namespace barewasi::detail {

/// What begins at `at` cannot stand there: a byte, or the end.
[[nodiscard]] inline u64 not_a_number(Str text, const char* at) noexcept {
  const auto kind = at == text.end() ? ParseError::Kind::unexpected_end : ParseError::Kind::invalid_character;
  return static_cast<u64>(ParseError(kind, static_cast<usize>(at - text.begin())));
}

inline constexpr auto out_of_range = static_cast<u64>(ParseError(ParseError::Kind::out_of_range, 0));

}  // namespace barewasi::detail
