// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Constants and the members of enums.
#include <algorithm>
#include <optional>
#include <set>

#include "audit/extract.h"

namespace audit {
namespace {

constexpr std::size_t longest_declaration = 40;
// Shorter names are those of a minifier, which mean something else in every function.
constexpr std::size_t shortest_constant = 3;

class Finder {
 public:
  Finder(Text& text, Claims& claims) : text_(text), tokens_(text.tokens), claims_(claims) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const Scope& scope = text_.scopes.all[text_.scopes.of_token[i]];
      if (scope.open == i && scope.kind == ScopeKind::enum_ && scope.close > i) {
        members(text_.scopes.of_token[i]);
      } else if (scope.kind == ScopeKind::group && scope.open == i && tokens_[i].is("(")) {
        counted(scope);
      } else if (token.is("=") || token.is(":=") || token.is("::")) {
        if (scope.kind != ScopeKind::enum_) assigned(i);
      } else if (token.is(":") && is_object(scope)) {
        property(i);
      } else if (token.is_name("define") && i > 0 && tokens_[i - 1].is("#")) {
        defined(i + 1);
      } else if (token.is("[") && i > 0 && tokens_[i - 1].kind == TokenKind::name) {
        compiled_member(i);
      }
    }
  }

 private:
  [[nodiscard]] bool is_name(std::size_t i) const { return tokens_[i].kind == TokenKind::name; }

  void remember(std::string_view name, std::uint64_t value) {
    if (name.size() < shortest_constant || ambiguous_.contains(name)) return;
    const auto [known, added] = text_.constants.emplace(name, value);
    if (added || known->second == value) return;
    text_.constants.erase(known);
    ambiguous_.insert(name);
  }

  void claim(std::size_t name, std::size_t end, std::uint64_t value, std::string_view type, bool is_case) {
    remember(tokens_[name].text, value);
    std::vector<std::string_view> containers;
    if (!type.empty()) containers.push_back(type);
    for (const std::string_view around : text_.scopes.names_around(name)) containers.push_back(around);
    claims_.values.push_back({.name = tokens_[name].text,
                              .containers = std::move(containers),
                              .value = value,
                              .range = text_.range(name, end),
                              .group = text_.scopes.of_token[name],
                              .is_case = is_case});
  }

  // Where a value may end.
  [[nodiscard]] bool ends(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.first || token.kind == TokenKind::end || token.is(",") || token.is(";") || token.is(")") ||
           token.is("}");
  }

  // The cases of an enum, by what they are given or by their position.
  void members(std::size_t scope_index) {
    const Scope scope = text_.scopes.all[scope_index];
    const bool has_words = text_.language.name == "Swift";
    std::uint64_t next = 0;
    bool is_known = true;
    bool in_case = false;
    std::size_t i = scope.open + 1;
    while (i < scope.close) {
      const std::size_t name = has_words ? word_case(i, scope.close, in_case) : skip_attributes(i, scope.close);
      if (name >= scope.close || (!is_name(name) && tokens_[name].kind != TokenKind::string)) {
        i = std::max(name, i) + 1;
        continue;
      }
      std::size_t end = name + 1;
      std::optional<std::uint64_t> given;
      bool is_given = false;
      if (tokens_[end].is("=") || tokens_[end].is(":=") || tokens_[end].is("(")) {
        is_given = true;
        given = value_given(end, scope.close);
      }
      if (is_given) is_known = given.has_value();
      const std::uint64_t value = given ? *given : next;
      if (is_known) {
        claim(name, std::max(end, name + 1), value, {}, true);
        next = value + 1;
      }
      i = end;
      if (has_words) continue;
      // The end of the list, where members of the type itself follow.
      while (i < scope.close && !tokens_[i].is(",") && !tokens_[i].is(";")) {
        i = tokens_[i].partner > i && tokens_[i].kind == TokenKind::symbol ? tokens_[i].partner + 1 : i + 1;
      }
      if (i < scope.close && tokens_[i].is(";")) return;
      ++i;
    }
  }

  // `= EXPR` or `(EXPR, ...)`; `end` becomes the token behind it.
  std::optional<std::uint64_t> value_given(std::size_t& end, std::size_t close) {
    const bool in_parentheses = tokens_[end].is("(");
    const std::size_t behind = in_parentheses ? tokens_[end].partner + 1 : close;
    const auto found = evaluate(tokens_, end + 1, text_.constants);
    if (in_parentheses) {
      const bool is_whole = found && (found->end + 1 == behind || tokens_[found->end].is(","));
      end = behind;
      return is_whole ? std::optional(found->value) : std::nullopt;
    }
    if (!found || !ends(found->end)) {
      ++end;
      return std::nullopt;
    }
    end = found->end;
    return found->value;
  }

  [[nodiscard]] std::size_t skip_attributes(std::size_t i, std::size_t close) const {
    while (i < close) {
      if (tokens_[i].is("#") || tokens_[i].is("@")) {
        ++i;
        if (is_name(i)) ++i;
      } else if (tokens_[i].is("[") || tokens_[i].is("(")) {
        if (tokens_[i].partner == i + 2 && tokens_[i + 1].kind == TokenKind::string) return i + 1;
        i = tokens_[i].partner > i ? tokens_[i].partner + 1 : i + 1;
      } else {
        return i;
      }
    }
    return i;
  }

  // `case a, b = 2`: the next name; between them other declarations may stand.
  std::size_t word_case(std::size_t i, std::size_t close, bool& in_case) const {
    while (i < close) {
      if (tokens_[i].is_name("case")) {
        in_case = true;
        return i + 1;
      }
      if (in_case && tokens_[i].is(",")) return i + 1;
      in_case = false;
      i = tokens_[i].kind == TokenKind::symbol && tokens_[i].partner > i ? tokens_[i].partner + 1 : i + 1;
    }
    return i;
  }

  // `const ( a T = iota; b; c )`.
  void counted(const Scope& scope) {
    std::size_t expression = 0;
    std::string_view type;
    std::uint64_t position = 0;
    const auto before = text_.constants.find("iota");
    if (before != text_.constants.end()) text_.constants.erase(before);
    for (std::size_t i = scope.open + 1; i < scope.close; ++i) {
      if (!tokens_[i].first || !is_name(i)) continue;
      std::size_t equals = i + 1;
      while (equals < scope.close && !tokens_[equals].is("=") && !tokens_[equals].first) ++equals;
      const bool is_given = equals < scope.close && tokens_[equals].is("=") && !tokens_[equals].first;
      if (is_given) {
        expression = equals + 1;
        type = equals > i + 1 && is_name(equals - 1) ? tokens_[equals - 1].text : std::string_view();
      }
      const std::uint64_t iota = position++;
      if (expression == 0) continue;
      text_.constants["iota"] = iota;
      const auto found = evaluate(tokens_, expression, text_.constants);
      text_.constants.erase("iota");
      if (found && ends(found->end) && tokens_[i].text != "_") {
        claim(i, is_given ? found->end : i + 1, found->value, type, false);
      }
    }
  }

  [[nodiscard]] std::size_t statement_before(std::size_t i) const {
    const std::size_t from = i;
    while (i > 0 && from - i < longest_declaration) {
      const Token& before = tokens_[i - 1];
      if (before.is(";") || before.is("{") || before.is("}") || before.is(",") || before.is("(")) break;
      if (i != from && tokens_[i].first && (text_.language.ends_with_line || is_constant_word(i))) break;
      i = (before.is(")") || before.is("]") || before.is(">")) && before.partner < i - 1 ? before.partner : i - 1;
    }
    return i;
  }

  [[nodiscard]] bool is_constant_word(std::size_t i) const {
    return is_name(i) && has(text_.language.constant_words, tokens_[i].text);
  }

  // Whether a list of declarations, one of which begins at i, was introduced as constants.
  [[nodiscard]] bool is_introduced(std::size_t i) const {
    for (std::size_t steps = 0; i > 0 && steps < 4096; ++steps) {
      --i;
      const Token& token = tokens_[i];
      if (token.is(";") || token.is("{") || token.is("(")) return false;
      if (is_constant_word(i)) return true;
      if ((token.is(")") || token.is("]") || token.is("}")) && token.partner < i) i = token.partner;
    }
    return false;
  }

  void assigned(std::size_t equals) {
    if (text_.scopes.all[text_.scopes.of_token[equals]].kind == ScopeKind::group &&
        tokens_[text_.scopes.all[text_.scopes.of_token[equals]].open].is("("))
      return;
    const std::size_t begin = statement_before(equals);
    const auto found = evaluate(tokens_, equals + 1, text_.constants);
    if (!found || !ends(found->end) || begin == equals) return;
    bool is_constant = text_.language.name == "Odin" && tokens_[equals].is("::");
    is_constant = is_constant || (text_.language.name == "Pascal" && in_constants(begin));
    std::size_t colon = begin;
    for (std::size_t i = begin; i < equals; ++i) is_constant = is_constant || is_constant_word(i);
    while (colon < equals && !tokens_[colon].is(":")) ++colon;
    if (begin > 0 && tokens_[begin - 1].is(",")) is_constant = is_constant || is_introduced(begin);
    std::size_t name = colon < equals ? colon - 1 : equals - 1;
    std::string_view type;
    if (colon < equals) {
      if (is_name(equals - 1)) type = tokens_[equals - 1].text;
    } else if (text_.language.type_place == TypePlace::before && name > begin && is_name(name - 1)) {
      type = tokens_[name - 1].text;
    } else if (text_.language.type_place == TypePlace::after && name > begin + 1 && is_name(name - 1)) {
      type = tokens_[name].text;
      --name;
    }
    if (tokens_[name].is("]") && tokens_[name].partner + 2 == name && tokens_[name - 1].kind == TokenKind::string) {
      is_constant = true;
      --name;
    }
    if (name >= tokens_.size() || (!is_name(name) && tokens_[name].kind != TokenKind::string)) return;
    // `a.B = 1`.
    is_constant = is_constant || (name > begin && tokens_[name - 1].is(".") && name > begin + 1 && is_name(name - 2));
    if (!is_constant) return;
    claim(name, found->end, found->value,
          type.empty() && name > 1 && tokens_[name - 1].is(".") ? tokens_[name - 2].text : type, false);
  }

  // In a section of constants of Pascal.
  [[nodiscard]] bool in_constants(std::size_t i) const {
    while (i > 0) {
      --i;
      if (is_constant_word(i)) return true;
      if (tokens_[i].is_name("type") || tokens_[i].is_name("var") || tokens_[i].is_name("begin") ||
          has(text_.language.function_words, tokens_[i].text))
        return false;
    }
    return false;
  }

  [[nodiscard]] bool is_object(const Scope& scope) const {
    return text_.language.has_host_objects && (scope.kind == ScopeKind::group || scope.kind == ScopeKind::other);
  }

  // `NAME: EXPR` in an object.
  void property(std::size_t colon) {
    const std::size_t name = colon - 1;
    if (colon == 0 || (!is_name(name) && tokens_[name].kind != TokenKind::string)) return;
    if (name > 0 && !tokens_[name - 1].is("{") && !tokens_[name - 1].is(",")) return;
    const auto found = evaluate(tokens_, colon + 1, text_.constants);
    if (found && ends(found->end)) claim(name, found->end, found->value, {}, false);
  }

  // #define NAME EXPR
  void defined(std::size_t name) {
    if (!is_name(name) || tokens_[name + 1].first) return;
    const auto found = evaluate(tokens_, name + 1, text_.constants);
    if (found && tokens_[found->end].first) claim(name, found->end, found->value, {}, false);
  }

  // `e[e["NAME"] = 1] = "NAME"` and `e[e.NAME = 1] = "NAME"`, as compilers of TypeScript write enums.
  void compiled_member(std::size_t bracket) {
    const std::size_t inner = bracket + 1;
    if (!text_.language.has_host_objects || tokens_[inner].text != tokens_[bracket - 1].text) return;
    const bool by_string =
        tokens_[inner + 1].is("[") && tokens_[inner + 2].kind == TokenKind::string && tokens_[inner + 3].is("]");
    const bool by_name = tokens_[inner + 1].is(".") && is_name(inner + 2);
    if (!by_string && !by_name) return;
    const std::size_t equals = by_string ? inner + 4 : inner + 3;
    if (!tokens_[equals].is("=")) return;
    const auto found = evaluate(tokens_, equals + 1, text_.constants);
    if (!found || !tokens_[found->end].is("]")) return;
    std::string_view container = called_with(bracket);
    if (container.size() < shortest_constant) container = tokens_[inner].text;
    claim(inner + 2, found->end, found->value, container, true);
  }

  // The first name that the function around a token is called with.
  [[nodiscard]] std::string_view called_with(std::size_t token) const {
    const std::size_t function = text_.scopes.function_around(token);
    if (function == 0) return {};
    std::size_t i = text_.scopes.all[function].close + 1;
    if (tokens_[i].is(")")) ++i;
    return tokens_[i].is("(") && is_name(i + 1) ? tokens_[i + 1].text : std::string_view();
  }

  Text& text_;
  const Tokens& tokens_;
  Claims& claims_;
  std::set<std::string_view> ambiguous_;
};

}  // namespace

void find_values(Text& text, Claims& claims) { Finder(text, claims).run(); }

}  // namespace audit
