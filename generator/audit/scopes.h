// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the brackets of a text enclose: enums, records, functions, named groups of declarations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "audit/language.h"

namespace audit {

enum class ScopeKind : std::uint8_t { other, enum_, struct_, union_, group, function };

struct Scope {
  ScopeKind kind = ScopeKind::other;
  // Empty: none.
  std::string_view name = {};
  // Of a method that is written outside of its type: the type.
  std::string_view owner = {};
  // Tokens: the first of what stands before it, its brackets, the parenthesis of a function's parameters (0: none), and the
  // type that represents an enum, as [begin, end).
  std::size_t head = 0;
  std::size_t open = 0;
  std::size_t close = 0;
  std::size_t params = 0;
  std::size_t base_begin = 0;
  std::size_t base_end = 0;
  // The scope around it; `outermost` for none.
  std::size_t parent = 0;
};

// Scope 0 is the whole text. A scope stands behind the one that encloses it.
struct Scopes {
  std::vector<Scope> all = {};
  // By token: the innermost scope that it is in.
  std::vector<std::size_t> of_token = {};

  // The innermost function around a token; 0: none.
  [[nodiscard]] std::size_t function_around(std::size_t token) const;
  // The names around a token, innermost first.
  [[nodiscard]] std::vector<std::string_view> names_around(std::size_t token) const;
};

[[nodiscard]] Scopes find_scopes(const Tokens& tokens, const Language& language);

// The name that is given to what begins at `begin`: `name = `, `name: `, also through calls such as `name: wrap(`. `end` of tokens
// for none.
[[nodiscard]] std::size_t name_given_to(const Tokens& tokens, std::size_t begin);

}  // namespace audit
