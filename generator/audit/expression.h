// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Constant expressions of integers, as all of the languages write them: numbers, names of constants seen before, `| ^ & << >> + - *`,
// casts in every spelling (`(T)1`, `T(1)`, `1 as T`, `T{1}`). What is none of these has no value.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "audit/tokens.h"

namespace audit {

// By the last part of their names.
using Constants = std::map<std::string, std::uint64_t, std::less<>>;

struct Evaluated {
  std::uint64_t value = 0;
  // The token behind the expression.
  std::size_t end = 0;
};

// The value of a literal: 10, 0x1f, 0b11, 0o7, 1_000, 1u64, 1n, 1UL. Nothing for fractions.
[[nodiscard]] std::optional<std::uint64_t> number_of(std::string_view text);

// The expression that begins at `begin`, as far as it goes.
[[nodiscard]] std::optional<Evaluated> evaluate(const Tokens& tokens, std::size_t begin, const Constants& constants);

}  // namespace audit
