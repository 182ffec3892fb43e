// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/scopes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace audit {
namespace {

constexpr std::size_t longest_head = 160;
constexpr std::array<std::string_view, 13> controls{"if",           "for",   "while",  "switch", "catch",
                                                    "return",       "match", "sizeof", "with",   "until",
                                                    "synchronized", "when",  "elif"};

class Finder {
 public:
  Finder(const Tokens& tokens, const Language& language) : tokens_(tokens), language_(language) {}

  Scopes run() {
    scopes_.all.push_back({.open = 0, .close = tokens_.size()});
    scopes_.of_token.resize(tokens_.size(), 0);
    std::vector<std::size_t> around{0};
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      while (i > scopes_.all[around.back()].close) around.pop_back();
      scopes_.of_token[i] = around.back();
      Scope scope{.open = i, .close = tokens_[i].partner, .parent = around.back()};
      if (!opens(scope)) continue;
      scopes_.all.push_back(scope);
      around.push_back(scopes_.all.size() - 1);
      scopes_.of_token[i] = around.back();
    }
    return std::move(scopes_);
  }

 private:
  [[nodiscard]] bool is_name(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::name; }

  bool opens(Scope& scope) {
    const std::size_t i = scope.open;
    if (tokens_[i].is("{")) {
      if (scope.close <= i) return false;
      classify(scope);
      return true;
    }
    if (tokens_[i].is("(")) return scope.close > i && opens_list(scope);
    if (language_.name == "Pascal" && has(language_.struct_words, tokens_[i].text)) return opens_record(scope);
    return false;
  }

  // `const ( ... )` of Go; `name = (a, b)` of Pascal.
  bool opens_list(Scope& scope) const {
    const std::size_t i = scope.open;
    if (i == 0) return false;
    if (language_.name == "Go" && has(language_.constant_words, tokens_[i - 1].text)) {
      scope.kind = ScopeKind::group;
      scope.head = i - 1;
      return true;
    }
    const bool is_enum = language_.name == "Pascal" && i > 1 && tokens_[i - 1].is("=") && is_name(i - 2) &&
                         is_name(i + 1) &&
                         (tokens_[i + 2].is(",") || tokens_[i + 2].is("=") || tokens_[i + 2].is(":="));
    if (!is_enum) return false;
    scope.kind = ScopeKind::enum_;
    scope.name = tokens_[i - 2].text;
    scope.head = i - 2;
    return true;
  }

  // `name = packed record ... end`.
  bool opens_record(Scope& scope) const {
    std::size_t name = scope.open;
    while (name > 0 && name + 3 > scope.open && !tokens_[name].is("=")) --name;
    if (name == 0 || !tokens_[name].is("=")) return false;
    int depth = 0;
    for (std::size_t i = scope.open; i < tokens_.size(); ++i) {
      if (has(language_.struct_words, tokens_[i].text)) ++depth;
      if (tokens_[i].is_name("end") && --depth == 0) {
        scope.kind = ScopeKind::struct_;
        scope.name = tokens_[name - 1].text;
        scope.head = name - 1;
        scope.close = i;
        return true;
      }
    }
    return false;
  }

  // Whether what stands before `,` at i goes on behind it, as in `enum E: UInt8, Error {`.
  [[nodiscard]] bool goes_on(std::size_t i) const {
    return is_name(i + 1) && (tokens_[i + 2].is("{") || tokens_[i + 2].is(",") || tokens_[i + 2].is("<"));
  }

  [[nodiscard]] std::size_t head_of(std::size_t open) const {
    std::size_t i = open;
    while (i > 0 && open - i < longest_head) {
      const Token& before = tokens_[i - 1];
      if (before.is(";") || before.is("{") || before.is("}") || before.is("(") || before.is("[")) break;
      if (before.kind == TokenKind::comment) break;
      if (before.is(",") && !goes_on(i - 1)) break;
      if (language_.ends_with_line && tokens_[i].first && i != open && !before.is(",")) break;
      i = (before.is(")") || before.is("]")) && before.partner < i - 1 ? before.partner : i - 1;
    }
    return i;
  }

  // The last of these words in [begin, end), outside of brackets; `end` for none.
  [[nodiscard]] std::size_t last_of(Words words, std::size_t begin, std::size_t end) const {
    std::size_t found = end;
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].partner > i && tokens_[i].kind == TokenKind::symbol) {
        i = std::min(tokens_[i].partner, end);
        continue;
      }
      if (is_name(i) && has(words, tokens_[i].text) && (i == 0 || !tokens_[i - 1].is("."))) found = i;
    }
    return found;
  }

  void classify(Scope& scope) const {
    const std::size_t open = scope.open;
    scope.head = head_of(open);
    const std::size_t arrow = function_by_arrow(open);
    if (arrow != 0) return as_function(scope, arrow);
    const auto declared = [&](Words words, ScopeKind kind) {
      const std::size_t word = last_of(words, scope.head, open);
      if (word == open) return false;
      // A function that returns one, or takes one.
      const bool is_function = language_.type_place == TypePlace::before && open > 0 && tokens_[open - 1].is(")") &&
                               kind != ScopeKind::enum_ && tokens_[open - 1].partner > word;
      if (is_function && language_.name != "Java") return false;
      scope.kind = kind;
      name_declared(scope, word);
      return true;
    };
    if (declared(language_.enum_words, ScopeKind::enum_)) return;
    const std::size_t function = last_of(language_.function_words, scope.head, open);
    if (function != open) return as_function(scope, function + 1);
    if (declared(language_.struct_words, ScopeKind::struct_) || declared(language_.union_words, ScopeKind::union_))
      return;
    if (declared(language_.scope_words, ScopeKind::group)) return;
    for (std::size_t i = scope.head; i < open; ++i) {
      if (tokens_[i].is("[") && tokens_[i].partner > i) i = tokens_[i].partner;
      if (!tokens_[i].is("(") || tokens_[i].partner <= i) continue;
      if (i > scope.head && is_name(i - 1)) {
        if (!has(controls, tokens_[i - 1].text)) as_function(scope, i - 1);
        return;
      }
      i = tokens_[i].partner;
    }
    const std::size_t given = name_given_to(tokens_, open);
    if (given >= tokens_.size()) return;
    scope.kind = ScopeKind::group;
    scope.name = tokens_[given].text;
  }

  // The parenthesis of the parameters of `(a, b) => {`; 0 for none.
  [[nodiscard]] std::size_t function_by_arrow(std::size_t open) const {
    if (open < 2 || !tokens_[open - 1].is("=>")) return 0;
    const std::size_t close = open - 2;
    return tokens_[close].is(")") ? tokens_[close].partner : close;
  }

  // `begin`: the name of a function, or the parenthesis of its parameters.
  void as_function(Scope& scope, std::size_t begin) const {
    scope.kind = ScopeKind::function;
    std::size_t i = begin;
    if (tokens_[i].is("*")) ++i;
    // The receiver of Go: `(f *T)`.
    if (tokens_[i].is("(") && is_name(tokens_[i].partner + 1) && tokens_[tokens_[i].partner + 2].is("(")) {
      if (is_name(tokens_[i].partner - 1)) scope.owner = tokens_[tokens_[i].partner - 1].text;
      i = tokens_[i].partner + 1;
    }
    if (is_name(i) && !tokens_[i + 1].is("=>")) {
      // `T.name` and `T::name`.
      while ((tokens_[i + 1].is("::") || tokens_[i + 1].is(".")) && is_name(i + 2)) {
        scope.owner = tokens_[i].text;
        i += 2;
      }
      scope.name = tokens_[i].text;
      ++i;
      if (tokens_[i].is("<")) {
        while (i < scope.open && !tokens_[i].is("(")) ++i;
      }
    } else {
      std::size_t before = i;
      while (before > 0 && (tokens_[before - 1].is_name("async") || tokens_[before - 1].is_name("function") ||
                            has(language_.function_words, tokens_[before - 1].text)))
        --before;
      const std::size_t given = name_given_to(tokens_, before);
      if (given < tokens_.size()) scope.name = tokens_[given].text;
    }
    scope.params = tokens_[i].is("(") || tokens_[i + 1].is("=>") ? i : 0;
  }

  // What a word such as `enum` declares.
  void name_declared(Scope& scope, std::size_t word) const {
    std::size_t i = word + 1;
    while (i < scope.open &&
           (tokens_[i].is_name("class") || tokens_[i].is_name("struct") || tokens_[i].is_name("const") ||
            tokens_[i].is("[") || tokens_[i].is_name("__attribute__") || tokens_[i].is("("))) {
      if (tokens_[i].is("(")) {
        scope.base_begin = i + 1;
        scope.base_end = tokens_[i].partner;
      }
      i = tokens_[i].partner > i ? tokens_[i].partner + 1 : i + 1;
    }
    const bool is_given = word > 0 && (tokens_[word - 1].is("=") || tokens_[word - 1].is("::"));
    std::size_t before = word;
    while (before > scope.head && (tokens_[before - 1].is_name("extern") || tokens_[before - 1].is_name("packed")))
      --before;
    if (is_given || (before > 1 && tokens_[before - 1].is("="))) {
      if (is_name(before - 2)) scope.name = tokens_[before - 2].text;
      if (i < scope.open) base(scope, i);
    } else if (language_.type_place == TypePlace::after && is_name(word - 1) && language_.name == "Go") {
      scope.name = tokens_[word - 1].text;
    } else if (i < scope.open && is_name(i)) {
      scope.name = tokens_[i].text;
      if (tokens_[i + 1].is(":")) base(scope, i + 2);
      // impl Trait for T
      for (std::size_t j = i; j + 1 < scope.open; ++j) {
        if (tokens_[j].is_name("for") && is_name(j + 1)) scope.name = tokens_[j + 1].text;
      }
    } else if (i < scope.open && tokens_[i].is(":")) {
      base(scope, i + 1);
    }
    const bool is_typedef = tokens_[scope.head].is_name("typedef");
    if ((is_typedef || scope.name.empty()) && language_.type_place == TypePlace::before) {
      std::size_t behind = scope.close + 1;
      while (is_name(behind) && tokens_[behind + 1].is("(")) behind = tokens_[behind + 1].partner + 1;
      if (is_typedef && is_name(behind)) scope.name = tokens_[behind].text;
    }
  }

  void base(Scope& scope, std::size_t begin) const {
    scope.base_begin = begin;
    scope.base_end = begin;
    while (scope.base_end < scope.open && !tokens_[scope.base_end].is(",")) ++scope.base_end;
  }

  const Tokens& tokens_;
  const Language& language_;
  Scopes scopes_;
};

}  // namespace

std::size_t name_given_to(const Tokens& tokens, std::size_t begin) {
  std::size_t i = begin;
  // Out of calls that wrap it.
  for (int calls = 0; calls < 3 && i > 1 && tokens[i - 1].is("("); ++calls) {
    std::size_t callee = i - 2;
    if (tokens[callee].kind != TokenKind::name) return tokens.size();
    while (callee > 1 && tokens[callee - 1].is(".") && tokens[callee - 2].kind == TokenKind::name) callee -= 2;
    i = callee;
  }
  if (i < 2 || !(tokens[i - 1].is("=") || tokens[i - 1].is(":") || tokens[i - 1].is("::") || tokens[i - 1].is(":=")))
    return tokens.size();
  std::size_t name = i - 2;
  // Of `name: Type =` the name.
  if (tokens[i - 1].is("=") && name > 1 && tokens[name].kind == TokenKind::name && tokens[name - 1].is(":")) name -= 2;
  if (tokens[name].is("]") && tokens[name].partner + 2 == name && tokens[name - 1].kind == TokenKind::string) --name;
  const bool is_name = tokens[name].kind == TokenKind::name || tokens[name].kind == TokenKind::string;
  return is_name ? name : tokens.size();
}

std::size_t Scopes::function_around(std::size_t token) const {
  for (std::size_t scope = of_token[token]; scope != 0; scope = all[scope].parent) {
    if (all[scope].kind == ScopeKind::function) return scope;
  }
  return 0;
}

std::vector<std::string_view> Scopes::names_around(std::size_t token) const {
  std::vector<std::string_view> names;
  for (std::size_t scope = of_token[token]; scope != 0; scope = all[scope].parent) {
    if (!all[scope].name.empty()) names.push_back(all[scope].name);
    if (!all[scope].owner.empty()) names.push_back(all[scope].owner);
  }
  return names;
}

Scopes find_scopes(const Tokens& tokens, const Language& language) { return Finder(tokens, language).run(); }

}  // namespace audit
