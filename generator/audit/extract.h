// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text of a known language → its claims. What is not understood is passed over.
#pragma once

#include <string_view>

#include "audit/claims.h"
#include "audit/scopes.h"

namespace audit {

// One text, taken apart.
struct Text {
  const Language& language;
  Tokens tokens;
  Scopes scopes;
  // Named numbers, as far as a name has only one value.
  Constants constants;

  [[nodiscard]] Range range(std::size_t first, std::size_t behind) const {
    return {.begin = tokens[first].begin, .end = tokens[behind > first ? behind - 1 : first].end};
  }
  // What is written from one token to the end of another.
  [[nodiscard]] std::string_view written(std::size_t first, std::size_t last) const {
    return {&*tokens[first].text.begin(), tokens[last].end - tokens[first].begin};
  }
  // Whether a token begins a new statement where lines end them.
  [[nodiscard]] bool ends_before(std::size_t token) const { return language.ends_with_line && tokens[token].first; }
};

// The parts of a list between two brackets (or `<` and `>`): [begin, end) of each, in order.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::vector<Part> parts_between(const Tokens& tokens, std::size_t open, std::size_t close,
                                              std::string_view separators = ",");

[[nodiscard]] TypeText type_of(const Text& text, std::size_t begin, std::size_t end);

// The parameters between two parentheses.
[[nodiscard]] std::vector<ParamClaim> params_of(const Text& text, std::size_t open, std::size_t close);

void find_values(Text& text, Claims& claims);
void find_types(const Text& text, Claims& claims);
void find_records(const Text& text, Claims& claims);
void find_functions(const Text& text, Claims& claims);
void find_accesses(const Text& text, Claims& claims);

// All of it. `source` must outlive the answer.
[[nodiscard]] Claims extract(std::string_view source, const Language& language);

}  // namespace audit
