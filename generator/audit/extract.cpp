// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/extract.h"

#include <algorithm>

#include "audit/names.h"

namespace audit {
namespace {

bool is_plain(const Text& text, std::size_t i) { return text.tokens[i].kind == TokenKind::name; }

// `name: Type`, `Type name`, `name Type`, in a part of a list.
ParamClaim param_of(const Text& text, Part part) {
  const Language& language = text.language;
  const Tokens& tokens = text.tokens;
  std::size_t begin = part.begin;
  // Attributes and annotations.
  while (begin < part.end && (tokens[begin].is("@") || tokens[begin].is("#") || tokens[begin].is("["))) {
    if (tokens[begin].is("[")) {
      begin = tokens[begin].partner + 1;
    } else {
      ++begin;
      if (!tokens[begin].is("[")) ++begin;
    }
  }
  std::size_t end = begin;
  // Without a default.
  while (end < part.end && !tokens[end].is("=")) ++end;
  if (language.type_place == TypePlace::after_colon) {
    std::size_t colon = begin;
    while (colon < end && !tokens[colon].is(":")) ++colon;
    std::size_t name = colon;
    while (name > begin && !is_plain(text, name - 1)) --name;
    if (name == begin) return {};
    return {.name = tokens[name - 1].text, .type = type_of(text, std::min(colon + 1, end), end)};
  }
  if (language.type_place == TypePlace::after) {
    if (begin == end || !is_plain(text, begin)) return {.name = {}, .type = type_of(text, begin, end)};
    return {.name = tokens[begin].text, .type = type_of(text, begin + 1, end)};
  }
  // The last name, unless it is all there is; behind an array's name are brackets.
  std::size_t name = end;
  while (name > begin && (tokens[name - 1].is("]") || tokens[name - 1].is(")"))) name = tokens[name - 1].partner;
  if (name > begin + 1 && is_plain(text, name - 1) && !text.language.numbers.empty()) {
    return {.name = tokens[name - 1].text, .type = type_of(text, begin, name - 1)};
  }
  return {.name = {}, .type = type_of(text, begin, end)};
}

}  // namespace

std::vector<Part> parts_between(const Tokens& tokens, std::size_t open, std::size_t close,
                                std::string_view separators) {
  std::vector<Part> parts;
  Part part{.begin = open + 1, .end = open + 1};
  int angles = 0;
  for (std::size_t i = open + 1; i < close; ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::symbol && token.partner > i) {
      i = std::min(token.partner, close - 1);
    } else if (token.is("<")) {
      ++angles;
    } else if (token.is(">")) {
      angles = std::max(angles - 1, 0);
    } else if (token.is(">>")) {
      angles = std::max(angles - 2, 0);
    } else if (token.kind == TokenKind::symbol && token.text.size() == 1 &&
               separators.find(token.text[0]) != std::string_view::npos && angles == 0) {
      part.end = i;
      parts.push_back(part);
      part.begin = i + 1;
    }
  }
  part.end = close;
  if (part.begin < part.end) parts.push_back(part);
  return parts;
}

TypeText type_of(const Text& text, std::size_t begin, std::size_t end) {
  TypeText type;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = text.tokens[i];
    if (token.kind == TokenKind::name && has(text.language.modifiers, token.text) && token.text != "unsigned") continue;
    type.tokens.push_back(token.text);
  }
  if (begin < end) type.range = text.range(begin, end);
  return type;
}

std::vector<ParamClaim> params_of(const Text& text, std::size_t open, std::size_t close) {
  std::vector<ParamClaim> params;
  for (const Part& part : parts_between(text.tokens, open, close, ",;")) params.push_back(param_of(text, part));
  // What stands for "none", and what methods have of their own.
  const auto is_own = [](const ParamClaim& p) {
    return p.name == "self" || p.name == "this" ||
           (p.name.empty() && (p.type.tokens.empty() || (p.type.tokens.size() == 1 && p.type.tokens[0] == "void")));
  };
  std::erase_if(params, is_own);
  // `a, b: T` and `a, b T`.
  if (text.language.type_place == TypePlace::before) return params;
  for (std::size_t i = params.size(); i-- > 1;) {
    if (params[i - 1].type.tokens.empty() && !text.language.has_host_objects) params[i - 1].type = params[i].type;
  }
  return params;
}

Claims extract(std::string_view source, const Language& language) {
  Text text{.language = language, .tokens = tokenize(source, language.lexis), .scopes = {}, .constants = {}};
  text.scopes = find_scopes(text.tokens, language);
  Claims claims;
  claims.language = &language;
  for (const Token& token : text.tokens) {
    if (token.kind == TokenKind::name) claims.words += ' ' + squashed(token.text);
  }
  find_values(text, claims);
  find_types(text, claims);
  find_records(text, claims);
  find_functions(text, claims);
  find_accesses(text, claims);
  return claims;
}

}  // namespace audit
